import type { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';
import { requireJobName } from '../job-name-rule';
import { readerOf } from './built-in-algorithm';
import { compressionsIn, mayBeFolder } from './model-compression';
import { renderChannels } from './training-channels';
import { renderCheckpoints } from './training-checkpoints';
import type { TrainingImage } from './training-image';
import { TrainingInputMode } from './training-input-options';
import { TRAINING_JOB_DEFINITION } from './training-job-definition';
import type { TrainingJobProps } from './training-job-props';
import { type ITrainingJob, TrainingJobReference } from './training-job-reference';
import { trainingJobRules, checkValues, isServerless } from './training-job-rules';
import { grantTrainingLogs } from './training-logs';
import { inJob } from './training-member';
import { renderMonitoring, ruleTrust } from './training-monitoring';
import { allowInstances, isOfSeveral, renderResources } from './training-resources';
import { longestRunOf, renderStopping } from './training-stopping';
import type { TrainingJobAcceptance, TrainingJobAttribute } from '../../contract';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithEvents } from '../../job/job-with-events';
import { mergeOverrides, type Request } from '../../job/request-overrides';
import { inKeyOrder } from '../../key-order';
import { knownMembers } from '../../validation/known-value';
import { requireString } from '../../validation/property-check';

const NO_IMAGE =
  'an image that trains is known to serve, too, only of an algorithm that is built into SageMaker, and of none that runs a script';

/**
 * A SageMaker training job: it trains a model, and writes it to S3.
 *
 * The deployment starts the job, waits for it however long it takes, and fails with the job's own reason if the job
 * fails. A change of the data, of a hyperparameter or of anything else in the request runs a new job, and removes the
 * record of the old one once the deployment has succeeded; tags are changed in place. Deleting the resource stops a job
 * that runs. The trained model stays in its bucket.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/how-it-works-training.html
 *
 * @example
 * const trained = new TrainingJob(this, 'Train', {
 *   algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1')),
 *   hyperparameters: { objective: 'binary:logistic', num_round: '50' },
 *   inputs: { train: TrainingInput.fromAsset('train.csv', { contentType: 'text/csv' }) },
 *   instanceType: MlInstanceType.M5_LARGE,
 *   maxRuntime: Duration.minutes(30),
 * });
 * new CfnOutput(this, 'Model', { value: trained.modelArtifacts });
 */
@propertyInjectable
export class TrainingJob extends JobWithEvents implements ITrainingJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.TrainingJob';

  /**
   * A training job that was made elsewhere, in the account and the Region of the stack: its results are read when the
   * stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param trainingJobName The name of the job.
   */
  public static fromTrainingJobName(
    scope: Construct,
    id: string,
    trainingJobName: string,
    options?: JobReferenceOptions,
  ): ITrainingJob {
    requireJobName(scope, trainingJobName, TRAINING_JOB_DEFINITION);
    return new TrainingJobReference(scope, id, trainingJobName, options);
  }

  private readonly output: JobOutput;
  private readonly servingImage?: TrainingImage;
  /**
   * By what the model is packed.
   *
   * @internal
   */
  public readonly _compressions: ReadonlySet<string>;

  constructor(scope: Construct, id: string, props: TrainingJobProps) {
    const otherTrust = (stack: Stack) => ruleTrust(props, stack);
    const definition = { ...TRAINING_JOB_DEFINITION, role: { ...TRAINING_JOB_DEFINITION.role, otherTrust } };
    super(scope, id, definition, props);
    checkValues(this, props);
    this.servingImage = props.algorithm?._servingImage;
    if (props.vpc && !props.securityGroups && isOfSeveral(props)) allowInstances(this.connections);
    this.output = new JobOutput(this, props, this._outputFolders);
    this.output.grantWrite(this.role);
    // as AWS says it of the role of a training job
    this.output.encryptionKey?.grant(this.role, 'kms:Encrypt');
    grantTrainingLogs(this, this.role, props.role === undefined);

    const { channels, needs, headers } = renderChannels(props.inputs, {
      job: this,
      role: this.role,
      reader: readerOf(props.algorithm, props.hyperparameters, props.environment),
      connections: props.vpc && this.connections,
    });
    const request = {
      ...this.renderAlgorithm(props),
      HyperParameters: inKeyOrder(props.hyperparameters),
      Environment: inKeyOrder(props.environment),
      InputDataConfig: channels,
      OutputDataConfig: {
        S3OutputPath: this.output.uri,
        KmsKeyId: this.output.encryptionKey?.keyArn,
        CompressionType: props.outputCompression,
      },
      ...renderStopping(this, props),
      CheckpointConfig: props.checkpoints && renderCheckpoints(this, this.role, props.checkpoints),
      EnableNetworkIsolation: props.networkIsolation,
      EnableInterContainerTrafficEncryption: props.interContainerEncryption,
      RetryStrategy:
        props.maxRetryAttempts === undefined ? undefined : { MaximumRetryAttempts: props.maxRetryAttempts },
      ...renderMonitoring({ job: this, role: this.role, output: this.output }, props),
    };
    this._compressions = compressionsIn([mergeOverrides(request, props.requestOverrides ?? {})]);
    this._run({
      request,
      network: (Subnets, SecurityGroupIds) => ({ VpcConfig: { Subnets, SecurityGroupIds } }),
      maxRuntimeOf: longestRunOf,
      outputs: ['TrainingJobArn'],
      results: ['ModelArtifacts'],
      rules: (whole) => trainingJobRules(props, whole, headers),
      acceptance: acceptanceOf(props),
      needs,
    });
  }

  public get trainingJobArn(): string {
    return this.attribute('TrainingJobArn');
  }

  public get trainingJobName(): string {
    return this.attribute('TrainingJobName');
  }

  public get trainingJobStatus(): string {
    return this.result('TrainingJobStatus');
  }

  public get secondaryStatus(): string {
    return this.result('SecondaryStatus');
  }

  public get modelArtifacts(): string {
    return this.result('ModelArtifacts');
  }

  public get checkpointUri(): string {
    return this.result('CheckpointUri');
  }

  public get outputModelPackageArn(): string {
    return this.result('OutputModelPackageArn');
  }

  public get trainingTimeInSeconds(): string {
    return this.result('TrainingTimeInSeconds');
  }

  public get billableTimeInSeconds(): string {
    return this.result('BillableTimeInSeconds');
  }

  public get trainingStartTime(): string {
    return this.result('TrainingStartTime');
  }

  public get trainingEndTime(): string {
    return this.result('TrainingEndTime');
  }

  /**
   * The bucket that the trained model is written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  public metric(name: string): string {
    requireString(this, 'name', name, { required: true });
    return this._metric(name);
  }

  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    const image = this.servingImage ?? { unknown: NO_IMAGE };
    const { modelArtifacts: uri } = this;
    return HostedModel._of(scope, id, { uri, isFolder: mayBeFolder(this), job: this, image }, options);
  }

  /**
   * Makes a rule for the end of a job that has failed or been stopped; be it at its time limit, for that is a success for
   * the deployment only.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public override onFailed(id: string, options: events.OnEventOptions = {}): events.Rule {
    return super.onFailed(id, options);
  }

  private readonly attribute = (name: TrainingJobAttribute): string => this._attribute(name);
  private readonly result = (name: TrainingJobAttribute): string => this._result(name);

  /** The members that a serverless job does without: SageMaker chooses them itself. */
  private renderAlgorithm(props: TrainingJobProps): Request {
    if (isServerless(props)) return {};
    return {
      AlgorithmSpecification: {
        TrainingInputMode: props.inputMode ?? TrainingInputMode.FILE,
        ...props.algorithm?._bind({ scope: this, role: this.role, member: 'algorithm' }),
      },
      ResourceConfig: renderResources(
        this,
        this.role,
        props,
        inJob,
        knownMembers(props.requestOverrides, 'ResourceConfig'),
      ),
    };
  }
}

/** What counts as a success, as the handler is told. */
function acceptanceOf({ acceptStoppedAtTimeLimit }: TrainingJobProps): TrainingJobAcceptance | undefined {
  return acceptStoppedAtTimeLimit ? { StoppedAtTimeLimit: 'true' } : undefined;
}
