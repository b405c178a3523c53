import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { renderExperimentConfig } from '../experiment-config';
import { grantLogs } from '../job-logs';
import { requireJobName } from '../job-name-rule';
import { JOB_ROLE } from '../job-role';
import { givenModel } from './given-model';
import { renderDataCapture } from './transform-data-capture';
import { TRANSFORM_JOB_DEFINITION } from './transform-job-definition';
import type { TransformJobProps } from './transform-job-props';
import { type ITransformJob, TransformJobReference } from './transform-job-reference';
import { transformJobRules, checkValues } from './transform-job-rules';
import { checkModel, roleOfModel } from './transform-model';
import { awaitedPolicies } from '../../access/awaited-policies';
import { requireKey } from '../../access/bucket-check';
import { requireRole } from '../../access/role-check';
import type { TransformJobAttribute } from '../../contract';
import { Job } from '../../job/job';
import { COMPLETED, FAILED } from '../../job/job-event-rule';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import type { Request } from '../../job/request-overrides';
import { inKeyOrder } from '../../key-order';
import { durationIn, sizeIn } from '../../validation/unit-value';

const LOG_GROUP = '/aws/sagemaker/TransformJobs';

/**
 * A SageMaker batch transform job: it calls a model with all that is in a place of S3, and writes the model's answers
 * there.
 *
 * The job runs with the role of the model, and SageMaker sets no limit to its run time. The deployment starts it, waits
 * for it, 55 minutes unless `waitTimeout` says otherwise, and fails with the job's own reason if the job fails. A change
 * of the model's name, of the input or of anything else in the request runs a new job; tags are changed in place. Deleting
 * the resource stops a job that runs, which then writes nothing. SageMaker keeps the records of jobs, and the results stay
 * in their bucket.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html
 *
 * @example
 * declare const trained: TrainingJob;
 *
 * const job = new TransformJob(this, 'Score', {
 *   model: trained.createModel(this, 'Model'),
 *   input: TransformInput.fromAsset('records.csv', {
 *     contentType: 'text/csv',
 *     splitType: TransformSplitType.LINE,
 *   }),
 *   instanceType: MlInstanceType.M5_XLARGE,
 * });
 * new CfnOutput(this, 'Scores', { value: job.transformOutputUri });
 */
@propertyInjectable
export class TransformJob extends Job implements ITransformJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.TransformJob';

  /**
   * A batch transform job that was made elsewhere, in the account and the Region of the stack: its results are read when
   * the stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param transformJobName The name of the job.
   */
  public static fromTransformJobName(
    scope: Construct,
    id: string,
    transformJobName: string,
    options?: JobReferenceOptions,
  ): ITransformJob {
    requireJobName(scope, transformJobName, TRANSFORM_JOB_DEFINITION);
    return new TransformJobReference(scope, id, transformJobName, options);
  }

  private readonly output: JobOutput;

  constructor(scope: Construct, id: string, props: TransformJobProps) {
    super(scope, id, TRANSFORM_JOB_DEFINITION, props);
    checkValues(this, props);
    const model = givenModel(props);
    const { modelName, modelRole } = model;
    checkModel(this, model);
    requireKey(this, 'volumeEncryptionKey', props.volumeEncryptionKey);
    this.output = new JobOutput(this, props, this._outputFolders);
    if (modelRole) this.grantRun(modelRole, props);

    this._run({
      request: {
        ModelName: modelName,
        TransformInput: props.input._bind(this, { ...props, modelRole }),
        TransformOutput: {
          S3OutputPath: this.output.uri,
          Accept: props.accept,
          AssembleWith: props.assembleWith,
          KmsKeyId: this.output.encryptionKey?.keyArn,
        },
        TransformResources: {
          InstanceType: props.instanceType._render(this, 'instanceType'),
          InstanceCount: props.instanceCount ?? 1,
          VolumeKmsKeyId: props.volumeEncryptionKey?.keyArn,
          TransformAmiVersion: props.transformAmiVersion,
        },
        ...this.renderRequests(props),
        Environment: inKeyOrder(props.environment),
        DataCaptureConfig: props.dataCapture && renderDataCapture(this, props.dataCapture, modelRole),
        DataProcessing: unlessEmpty({
          InputFilter: props.inputFilter,
          OutputFilter: props.outputFilter,
          JoinSource: props.joinSource,
        }),
        ExperimentConfig: props.experiment && renderExperimentConfig(props.experiment),
      },
      outputs: ['TransformJobArn'],
      results: ['TransformOutputUri'],
      rules: transformJobRules,
      needs: [...(modelRole ? [modelRole] : []), awaitedPolicies(this, () => roleOfModel(model))],
    });
  }

  public get transformJobArn(): string {
    return this.attribute('TransformJobArn');
  }

  public get transformJobName(): string {
    return this.attribute('TransformJobName');
  }

  public get transformJobStatus(): string {
    return this.result('TransformJobStatus');
  }

  /**
   * The S3 URI of the folder with the job's results: for each object of the input one, with the same name and `.out`
   * after it. It ends in a slash.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformOutput.html
   * @attribute
   */
  public get transformOutputUri(): string {
    return this.result('TransformOutputUri');
  }

  public get transformStartTime(): string {
    return this.result('TransformStartTime');
  }

  public get transformEndTime(): string {
    return this.result('TransformEndTime');
  }

  /**
   * The bucket that the results are written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  /**
   * Lets a principal read the results of the job.
   *
   * @param grantee The principal.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  /**
   * Makes a rule for every change of the job's status. EventBridge delivers such events as well as it can: the deployment
   * itself never depends on them.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html
   */
  public onStateChange(id: string, options: events.OnEventOptions = {}): events.Rule {
    return this._onEvent(id, options);
  }

  /**
   * Makes a rule for the end of a job that has completed.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public onCompleted(id: string, options: events.OnEventOptions = {}): events.Rule {
    return this._onEvent(id, options, COMPLETED);
  }

  /**
   * Makes a rule for the end of a job that has failed or been stopped.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public onFailed(id: string, options: events.OnEventOptions = {}): events.Rule {
    return this._onEvent(id, options, FAILED);
  }

  private readonly attribute = (name: TransformJobAttribute): string => this._attribute(name);
  private readonly result = (name: TransformJobAttribute): string => this._result(name);

  /** Lets the role of the model do what the job needs, besides reading its input and capturing data. */
  private grantRun(role: iam.IRole, { volumeEncryptionKey }: TransformJobProps): void {
    requireRole(this, 'modelRole', role, JOB_ROLE.servicePrincipal);
    this.output.grantWrite(role);
    this._grantAssets(role);
    volumeEncryptionKey?.grant(role, 'kms:CreateGrant', 'kms:DescribeKey');
    grantLogs(this, role, LOG_GROUP);
  }

  /** How the model is called. */
  private renderRequests(props: TransformJobProps): Request {
    return {
      MaxConcurrentTransforms: props.maxConcurrentTransforms,
      ModelClientConfig: unlessEmpty({
        InvocationsTimeoutInSeconds:
          props.invocationsTimeout && durationIn('Seconds', this, 'invocationsTimeout', props.invocationsTimeout),
        InvocationsMaxRetries: props.invocationsMaxRetries,
      }),
      MaxPayloadInMB: props.maxPayload && sizeIn('Mebibytes', this, 'maxPayload', props.maxPayload),
      BatchStrategy: props.batchStrategy,
    };
  }
}

/** An object of the request, or none where it would have no member. */
function unlessEmpty(members: Request): Request | undefined {
  return Object.values(members).some((value) => value !== undefined) ? members : undefined;
}
