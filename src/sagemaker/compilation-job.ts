import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { COMPILATION_JOB_DEFINITION } from './compilation-job-definition';
import { CompilationJobReference, type ICompilationJob } from './compilation-job-reference';
import { compilationJobRules, checkValues, maxRuntimeInSeconds } from './compilation-job-rules';
import type { CompilationTarget } from './compilation-target';
import { DataInputConfig } from './data-input-config';
import type { Framework } from './framework';
import { JobOutput } from '../job-output';
import type { JobReferenceOptions } from '../job-reference';
import { JobWithRole } from '../job-with-role';
import { requireJobName } from './job-name-rule';
import type { ModelData } from './model-data';
import type { CompilationJobAttribute } from '../contract';
import type { JobAccessOptions } from '../job-access-options';
import type { JobOptions } from '../job-options';
import { acknowledgeWildcard } from '../nag-acknowledgment';
import type { Request } from '../request-overrides';
import { refusal } from '../validation/finding';
import { knownMembers, knownText } from '../validation/known-value';
import { note } from '../validation/noted-findings';
import { durationIn } from '../validation/unit-value';

/** AWS's own advice for a first try. */
const DEFAULT_MAX_RUNTIME = Duration.minutes(15);

/** Properties of a `CompilationJob`. */
export interface CompilationJobProps extends JobOptions, JobAccessOptions {
  /**
   * The name of the job: 1 to 63 letters, digits and hyphens, which begins and ends with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails: prefer a
   * generated name.
   *
   * A construct that is renamed or moved is another resource to CloudFormation, which makes the new one before it removes
   * the old one: with the same name, the deployment fails. Change the name in the same deployment, or deploy once without
   * the job. Two jobs of an app with one name in an account and a Region are an error at synthesis.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly compilationJobName?: string;

  /**
   * The trained model.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-compilation-preparing-model.html
   */
  readonly modelData: ModelData;

  /**
   * The framework that the model was trained with.
   *
   * @default - what the model package says; needed for any other model
   */
  readonly framework?: Framework;

  /**
   * The version of the framework, such as `1.13`: 3 to 10 characters. Neo takes it for MXNet, PyTorch, TensorFlow and
   * TensorFlow Lite only. The synthesis warns about a version that AWS does not list for the
   * target.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-cloud.html
   * @default - what Neo assumes for the framework
   */
  readonly frameworkVersion?: string;

  /**
   * The names, shapes and types of the model's inputs. What is written as an object or a list is checked against what the
   * framework needs; a text passes as it is.
   *
   * @default - what a model of ONNX, TensorFlow Lite, Keras or TensorFlow in a local archive says, where its inputs have one size; otherwise none, which suits XGBoost, and PyTorch models of version 2 and newer
   */
  readonly dataInputConfig?: DataInputConfig;

  /** What the model is compiled for: `CompilationTarget.device()` or `CompilationTarget.platform()`. */
  readonly target: CompilationTarget;

  /**
   * The bucket that the compiled model is written to. It must be in the Region of the stack.
   *
   * @default - a new private, encrypted bucket, which is kept when the stack is deleted
   */
  readonly outputBucket?: IBucket;

  /**
   * The prefix under which the compiled model is written. Each job has a folder of its own under it, with the job's
   * name, so that a new job never overwrites what an older one has made.
   *
   * @default - the folder lies at the top of the bucket
   */
  readonly outputPrefix?: string;

  /**
   * The key that encrypts the compiled model. Give the key itself: an alias that is only referenced grants nothing.
   *
   * Without a key in its request, SageMaker does not look at what the bucket says: it encrypts with the key for S3 that AWS
   * manages in the account of the job's role, with which no other account can read.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputConfig.html
   * @default - the key of `outputBucket`, if it has one that the app knows; otherwise the request names none, and SageMaker uses the key for S3 that AWS manages in the account of the job's role
   */
  readonly outputEncryptionKey?: IKey;

  /**
   * Whether the key of `outputBucket` encrypts the compiled model where `outputEncryptionKey` is not given. The key of a bucket that
   * is not the app's own is known from `Bucket.fromBucketAttributes(scope, id, { encryptionKey, … })`.
   *
   * @default true
   */
  readonly useOutputBucketKey?: boolean;

  /**
   * How long the job may run before SageMaker ends it: at least 1 second.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html
   * @default Duration.minutes(15)
   */
  readonly maxRuntime?: Duration;
}

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
 * declare const role: iam.Role;
 *
 * const compiled = new CompilationJob(this, 'Compile', {
 *   modelData: ModelData.fromAsset('model.tar.gz'),
 *   framework: Framework.XGBOOST,
 *   target: CompilationTarget.device(TargetDevice.ML_C5),
 * });
 * compiled.grantRead(role);
 * new sagemaker.CfnModel(this, 'Model', {
 *   executionRoleArn: role.roleArn,
 *   primaryContainer: { image: compiled.inferenceImage, modelDataUrl: compiled.modelArtifacts },
 * });
 */
export class CompilationJob extends JobWithRole implements ICompilationJob {
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

  constructor(scope: Construct, id: string, props: CompilationJobProps) {
    super(scope, id, COMPILATION_JOB_DEFINITION, props, props.compilationJobName);
    checkValues(this, props);
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
      outputs: ['CompilationJobArn', ...(props.waitForCompletion === false ? [] : ['ModelArtifacts'])],
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
    return this.result('compilationJobStatus', 'CompilationJobStatus');
  }

  public get modelArtifacts(): string {
    return this.result('modelArtifacts', 'ModelArtifacts');
  }

  public get inferenceImage(): string {
    return this.result('inferenceImage', 'InferenceImage');
  }

  public get artifactDigest(): string {
    return this.result('artifactDigest', 'ArtifactDigest');
  }

  public get compilationStartTime(): string {
    return this.result('compilationStartTime', 'CompilationStartTime');
  }

  public get compilationEndTime(): string {
    return this.result('compilationEndTime', 'CompilationEndTime');
  }

  /**
   * Lets a principal read the compiled model.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  private attribute(name: CompilationJobAttribute): string {
    return this._attribute(name);
  }

  private result(member: string, name: CompilationJobAttribute): string {
    return this._result(member, name);
  }

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
    const logGroup = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '/aws/sagemaker/CompilationJobs',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [logGroup, `${logGroup}:*`],
      }),
    );
    this.role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['cloudwatch:PutMetricData'], resources: ['*'] }),
    );
    acknowledgeWildcard(this.role, `${logGroup}:*`, 'The streams of the log group that Neo writes to.');
    // on a role of the user's, it would hide findings of their own
    if (isGeneratedRole) acknowledgeWildcard(this.role, '*', 'CloudWatch has no resource to limit metrics to.');
  }
}
