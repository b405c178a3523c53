import { Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { COMPILATION_JOB_DEFINITION } from './compilation-job-definition';
import type { CompilationJobProps } from './compilation-job-props';
import { CompilationJobReference, type ICompilationJob } from './compilation-job-reference';
import { compilationJobRules, checkValues, maxRuntimeInSeconds } from './compilation-job-rules';
import type { CompilationTarget } from './compilation-target';
import { DataInputConfig } from './data-input-config';
import type { CompilationJobAttribute } from '../../contract';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithRole } from '../../job/job-with-role';
import type { Request } from '../../job/request-overrides';
import { acknowledgeWildcard } from '../../nag-acknowledgment';
import { refusal } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { note } from '../../validation/noted-findings';
import { durationIn } from '../../validation/unit-value';
import type { HostedArtifacts } from '../hosting/hosted-artifacts';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';
import { grantLogs, grantMetrics } from '../job-logs';
import { requireJobName } from '../job-name-rule';

/** AWS's own advice for a first try. */
const DEFAULT_MAX_RUNTIME = Duration.minutes(15);

const LOG_GROUP = '/aws/sagemaker/CompilationJobs';

const NO_IMAGE =
  'Neo names an image only for what it compiles for the instances of SageMaker, such as TargetDevice.ML_C5';

/**
 * A SageMaker Neo compilation job: it compiles a trained model for a device.
 *
 * The deployment starts the job, waits for it, and fails with the job's own reason if the job fails. A change of the
 * model, of the target or of anything else in the request runs a new job, and removes the record of the old one once
 * the deployment has succeeded; tags are changed in place. Deleting the resource stops a job that runs. The compiled
 * model stays in its bucket.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo.html
 *
 * @example
 * const compiled = new CompilationJob(this, 'Compile', {
 *   modelData: ModelData.fromAsset('model.tar.gz'),
 *   framework: Framework.XGBOOST,
 *   target: CompilationTarget.device(TargetDevice.ML_C5),
 * });
 * const model = compiled.createModel(this, 'Model');
 * new CfnOutput(this, 'ModelName', { value: model.modelName });
 */
@propertyInjectable
export class CompilationJob extends JobWithRole implements ICompilationJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.CompilationJob';

  /**
   * A compilation job that was made elsewhere, in the account and the Region of the stack: its results are read when the
   * stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param compilationJobName The name of the job.
   */
  public static fromCompilationJobName(
    scope: Construct,
    id: string,
    compilationJobName: string,
    options?: JobReferenceOptions,
  ): ICompilationJob {
    requireJobName(scope, compilationJobName, COMPILATION_JOB_DEFINITION);
    return new CompilationJobReference(scope, id, compilationJobName, options);
  }

  private readonly output: JobOutput;
  private readonly target: CompilationTarget;

  constructor(scope: Construct, id: string, props: CompilationJobProps) {
    super(scope, id, COMPILATION_JOB_DEFINITION, props);
    checkValues(this, props);
    this.target = props.target;
    this.output = new JobOutput(this, props, this._outputFolders);
    this.output.grantWrite(this.role);
    this.grantLogs(props.role === undefined);

    const maxRuntime = props.maxRuntime ?? DEFAULT_MAX_RUNTIME;
    this._run({
      request: {
        ...this.renderModel(props),
        OutputConfig: {
          S3OutputLocation: this.output.uri,
          ...props.target._render(this),
          KmsKeyId: this.output.encryptionKey?.keyArn,
        },
        StoppingCondition: { MaxRuntimeInSeconds: durationIn('Seconds', this, 'maxRuntime', maxRuntime) },
      },
      network: (Subnets, SecurityGroupIds) => ({ VpcConfig: { Subnets, SecurityGroupIds } }),
      maxRuntimeOf: maxRuntimeInSeconds,
      outputs: ['CompilationJobArn'],
      results: ['ModelArtifacts'],
      rules: (request) => [
        ...compilationJobRules(this, props, request),
        // an override may say another framework
        ...props.modelData._findings(this, (request.InputConfig as Request | undefined)?.Framework),
      ],
    });
  }

  public get compilationJobArn(): string {
    return this.attribute('CompilationJobArn');
  }

  public get compilationJobName(): string {
    return this.attribute('CompilationJobName');
  }

  public get compilationJobStatus(): string {
    return this.result('CompilationJobStatus');
  }

  public get modelArtifacts(): string {
    return this.result('ModelArtifacts');
  }

  public get inferenceImage(): string {
    return this.result('InferenceImage');
  }

  public get artifactDigest(): string {
    return this.result('ArtifactDigest');
  }

  public get compilationStartTime(): string {
    return this.result('CompilationStartTime');
  }

  public get compilationEndTime(): string {
    return this.result('CompilationEndTime');
  }

  /**
   * The bucket that the compiled model is written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  /**
   * Lets a principal read the compiled model.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    return HostedModel._of(scope, id, this.artifacts, options);
  }

  private get artifacts(): HostedArtifacts {
    const image = this.target._hasImage ? { uri: this.inferenceImage } : { unknown: NO_IMAGE };
    return { uri: this.modelArtifacts, isFolder: false, job: this, image };
  }

  private readonly attribute = (name: CompilationJobAttribute): string => this._attribute(name);
  private readonly result = (name: CompilationJobAttribute): string => this._result(name);

  private renderModel(props: CompilationJobProps): Request {
    const { s3Uri, modelPackageVersionArn } = props.modelData.bind(this, this.role);
    const { framework, frameworkVersion, dataInputConfig, requestOverrides } = props;
    if (modelPackageVersionArn !== undefined) {
      const given = Object.entries({ framework, frameworkVersion, dataInputConfig }).filter(([, value]) => value);
      for (const [member] of given) {
        note(this, refusal(member, 'must not be given with a model package, which says it itself'));
      }
      return { ModelPackageVersionArn: modelPackageVersionArn };
    }
    const overridden = knownMembers(requestOverrides, 'InputConfig')?.Framework;
    const name = knownText(overridden ?? framework?.value);
    const inputs = name === undefined ? undefined : props.modelData._inputs(this, name);
    return {
      InputConfig: {
        S3Uri: s3Uri,
        DataInputConfig: (dataInputConfig ?? DataInputConfig.fromModel())._render(this, name, inputs),
        Framework: framework?.value,
        FrameworkVersion: frameworkVersion,
      },
    };
  }

  /** Neo has one log group for all its jobs, and reports how it is doing as metrics. */
  private grantLogs(isGeneratedRole: boolean): void {
    grantLogs(this, this.role, LOG_GROUP);
    grantMetrics(this.role);
    // on a role of the user's, it would hide findings of their own
    if (isGeneratedRole) acknowledgeWildcard(this.role, '*', 'CloudWatch has no resource to limit metrics to.');
  }
}
