import { Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { OPTIMIZATION_JOB_DEFINITION } from './optimization-job-definition';
import type { OptimizationJobProps } from './optimization-job-props';
import { type IOptimizationJob, OptimizationJobReference } from './optimization-job-reference';
import { checkOptimizationValues, optimizationJobRules } from './optimization-job-rules';
import { grantOptimizationLogs } from './optimization-logs';
import type { OptimizationJobAttribute } from '../../contract';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithRole } from '../../job/job-with-role';
import type { Request } from '../../job/request-overrides';
import { inKeyOrder } from '../../key-order';
import { durationIn } from '../../validation/unit-value';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';
import { requireJobName } from '../job-name-rule';
import { longestRunOf } from '../training/training-stopping';

/** What AWS's own library takes: `ModelBuilder.optimize` of sagemaker-python-sdk (2026-08-21). */
const DEFAULT_MAX_RUNTIME = Duration.hours(10);

/** `ModelBuilder.deploy` of the same library refuses isolation for such models. */
const STREAMED = 'the pieces of a sharded model are streamed from S3 when it is loaded';

/**
 * A SageMaker optimization job: it makes a large language model faster, smaller or quicker to load, for one type of instance.
 *
 * The deployment starts the job, waits for it, and fails with the job's own reason if the job fails. A change of the
 * model, of the techniques or of anything else in the request runs a new job, and removes the record of the old one once
 * the deployment has succeeded; tags are changed in place. Deleting the resource stops a job that runs. The optimized
 * model stays in its bucket.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-optimize.html
 *
 * @example
 * declare const models: s3.IBucket;
 *
 * const optimized = new OptimizationJob(this, 'Optimize', {
 *   model: OptimizationModel.fromBucket(models, 'mistral-7b/'),
 *   optimizations: [Optimization.quantization({ format: QuantizationFormat.AWQ })],
 *   deploymentInstanceType: MlInstanceType.G5_2_XLARGE,
 * });
 * const model = optimized.createModel(this, 'Model');
 * new CfnOutput(this, 'ModelName', { value: model.modelName });
 */
@propertyInjectable
export class OptimizationJob extends JobWithRole implements IOptimizationJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.OptimizationJob';

  /**
   * An optimization job that was made elsewhere, in the account and the Region of the stack: its results are read when the
   * stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param optimizationJobName The name of the job.
   */
  public static fromOptimizationJobName(
    scope: Construct,
    id: string,
    optimizationJobName: string,
    options?: JobReferenceOptions,
  ): IOptimizationJob {
    requireJobName(scope, optimizationJobName, OPTIMIZATION_JOB_DEFINITION);
    return new OptimizationJobReference(scope, id, optimizationJobName, options);
  }

  private readonly output: JobOutput;
  /** Why what hosts the model must reach S3, if it must. */
  private readonly streams?: string;

  constructor(scope: Construct, id: string, props: OptimizationJobProps) {
    super(scope, id, OPTIMIZATION_JOB_DEFINITION, props);
    checkOptimizationValues(this, props);
    this.output = new JobOutput(this, props, this._outputFolders);
    this.output.grantWrite(this.role);
    grantOptimizationLogs(this, this.role, props.role === undefined);

    const configs = props.optimizations.map((each, index) => each._bind(this, this.role, `optimizations[${index}]`));
    this.streams = configs.some((config) => 'ModelShardingConfig' in config) ? STREAMED : undefined;

    this._run({
      request: {
        ModelSource: this.renderModel(props),
        DeploymentInstanceType: props.deploymentInstanceType._render(this, 'deploymentInstanceType'),
        MaxInstanceCount: props.maxInstanceCount,
        OptimizationEnvironment: inKeyOrder(props.environment),
        OptimizationConfigs: configs,
        OutputConfig: { S3OutputLocation: this.output.uri, KmsKeyId: this.output.encryptionKey?.keyArn },
        StoppingCondition: this.renderStopping(props),
        TrainingPlanArns: props.trainingPlanArn === undefined ? undefined : [props.trainingPlanArn],
      },
      network: (Subnets, SecurityGroupIds) => ({ VpcConfig: { Subnets, SecurityGroupIds } }),
      maxRuntimeOf: longestRunOf,
      outputs: ['OptimizationJobArn'],
      results: ['OutputLocation'],
      rules: optimizationJobRules,
    });
  }

  public get optimizationJobArn(): string {
    return this.attribute('OptimizationJobArn');
  }

  public get optimizationJobName(): string {
    return this.attribute('OptimizationJobName');
  }

  public get optimizationJobStatus(): string {
    return this.result('OptimizationJobStatus');
  }

  public get outputLocation(): string {
    return this.result('OutputLocation');
  }

  public get recommendedInferenceImage(): string {
    return this.result('RecommendedInferenceImage');
  }

  public get deploymentInstanceType(): string {
    return this.attribute('DeploymentInstanceType');
  }

  public get optimizationStartTime(): string {
    return this.result('OptimizationStartTime');
  }

  public get optimizationEndTime(): string {
    return this.result('OptimizationEndTime');
  }

  /**
   * The bucket that the optimized model is written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  /**
   * Lets a principal read the optimized model.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    const image = { uri: this.recommendedInferenceImage };
    const { outputLocation: uri, streams } = this;
    return HostedModel._of(scope, id, { uri, isFolder: true, streams, job: this, image }, options);
  }

  private readonly attribute = (name: OptimizationJobAttribute): string => this._attribute(name);
  private readonly result = (name: OptimizationJobAttribute): string => this._result(name);

  private renderModel({ model }: OptimizationJobProps): Request {
    const { s3Uri, acceptEula, modelName } = model.bind(this, this.role);
    if (modelName !== undefined) return { SageMakerModel: { ModelName: modelName } };
    return {
      S3: { S3Uri: s3Uri, ModelAccessConfig: acceptEula === undefined ? undefined : { AcceptEula: acceptEula } },
    };
  }

  private renderStopping({ maxRuntime = DEFAULT_MAX_RUNTIME, maxPendingTime }: OptimizationJobProps): Request {
    return {
      MaxRuntimeInSeconds: durationIn('Seconds', this, 'maxRuntime', maxRuntime),
      MaxPendingTimeInSeconds: maxPendingTime && durationIn('Seconds', this, 'maxPendingTime', maxPendingTime),
    };
  }
}
