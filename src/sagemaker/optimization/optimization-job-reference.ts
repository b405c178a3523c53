import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { OPTIMIZATION_JOB_DEFINITION } from './optimization-job-definition';
import type { OptimizationJobAttribute } from '../../contract';
import { arnOfJob } from '../../job/job-name';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';

/** A SageMaker optimization job, made here or elsewhere. */
export interface IOptimizationJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly optimizationJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly optimizationJobName: string;

  /**
   * The status of the job: `COMPLETED`.
   *
   * @attribute
   */
  readonly optimizationJobStatus: string;

  /**
   * The S3 URI of the folder with the optimized model, which ends in a slash: what the `S3DataSource` of a model takes with the type
   * `S3Prefix`, not compressed.
   *
   * @attribute
   */
  readonly outputLocation: string;

  /**
   * The image that SageMaker recommends for the optimized model; empty where it recommends none.
   *
   * @attribute
   */
  readonly recommendedInferenceImage: string;

  /**
   * The type of instance that the model is optimized for, as in `ml.g5.2xlarge`.
   *
   * @attribute
   */
  readonly deploymentInstanceType: string;

  /**
   * When the optimization started (ISO 8601).
   *
   * @attribute
   */
  readonly optimizationStartTime: string;

  /**
   * When the optimization ended (ISO 8601).
   *
   * @attribute
   */
  readonly optimizationEndTime: string;

  /**
   * Lets a principal read the optimized model.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;

  /**
   * Makes a SageMaker model of the optimized model, to be hosted.
   *
   * @param id The id of the model.
   * @param options Its image, its role, its network. The image must be given where the job names none: SageMaker has one for
   * what it quantizes or compiles.
   */
  createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel;
}

/** An optimization job that was made elsewhere. */
export class OptimizationJobReference extends OutputReference<OptimizationJobAttribute> implements IOptimizationJob {
  public readonly optimizationJobArn = this._attribute('OptimizationJobArn');
  public readonly optimizationJobName = this._attribute('OptimizationJobName');
  public readonly optimizationJobStatus = this._attribute('OptimizationJobStatus');
  public readonly outputLocation = this._attribute('OutputLocation');
  public readonly recommendedInferenceImage = this._attribute('RecommendedInferenceImage');
  public readonly deploymentInstanceType = this._attribute('DeploymentInstanceType');
  public readonly optimizationStartTime = this._attribute('OptimizationStartTime');
  public readonly optimizationEndTime = this._attribute('OptimizationEndTime');

  constructor(scope: Construct, id: string, name: string, options?: JobReferenceOptions) {
    super(
      scope,
      id,
      OPTIMIZATION_JOB_DEFINITION,
      arnOfJob(scope, OPTIMIZATION_JOB_DEFINITION, name),
      'OutputLocation',
      options,
    );
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    const image = { uri: this.recommendedInferenceImage };
    return HostedModel._of(scope, id, { uri: this.outputLocation, isFolder: true, job: this, image }, options);
  }
}
