import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { TRAINING_JOB_DEFINITION } from './training-job-definition';
import type { TrainingJobAttribute } from '../../contract';
import { arnOfJob } from '../../job/job-name';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';

/** A SageMaker training job, made here or elsewhere. */
export interface ITrainingJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly trainingJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly trainingJobName: string;

  /**
   * The status of the job: `Completed`; or `Stopped`, where a job that was stopped at its time limit is accepted.
   *
   * @attribute
   */
  readonly trainingJobStatus: string;

  /**
   * The status of the job in more detail: `Completed`; or `MaxRuntimeExceeded` and `MaxWaitTimeExceeded`, where a job
   * that was stopped at its time limit is accepted.
   *
   * @attribute
   */
  readonly secondaryStatus: string;

  /**
   * The S3 URI of the trained model.
   *
   * @attribute
   */
  readonly modelArtifacts: string;

  /**
   * The S3 URI of the job's checkpoints; empty if it has none.
   *
   * @attribute
   */
  readonly checkpointUri: string;

  /**
   * The ARN of the model package that the job has made; empty if it has made none.
   *
   * @attribute
   */
  readonly outputModelPackageArn: string;

  /**
   * How long the training took, in seconds.
   *
   * @attribute
   */
  readonly trainingTimeInSeconds: string;

  /**
   * The seconds of training that are billed for each instance.
   *
   * @attribute
   */
  readonly billableTimeInSeconds: string;

  /**
   * When the training started (ISO 8601).
   *
   * @attribute
   */
  readonly trainingStartTime: string;

  /**
   * When the training ended (ISO 8601).
   *
   * @attribute
   */
  readonly trainingEndTime: string;

  /**
   * The last value of a metric of the job: empty if the job has none of this name.
   *
   * @param name The name of the metric, such as `validation:auc`.
   */
  metric(name: string): string;

  /**
   * Lets a principal read the trained model.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;

  /**
   * Makes a SageMaker model of the trained model, to be hosted or called by a batch transform job.
   *
   * @param id The id of the model.
   * @param options Its image, its role, its network. The image must be given unless the job trains with one algorithm that is
   * built into SageMaker.
   */
  createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel;
}

/** A training job that was made elsewhere. */
export class TrainingJobReference extends OutputReference<TrainingJobAttribute> implements ITrainingJob {
  public readonly trainingJobArn = this._attribute('TrainingJobArn');
  public readonly trainingJobName = this._attribute('TrainingJobName');
  public readonly trainingJobStatus = this._attribute('TrainingJobStatus');
  public readonly secondaryStatus = this._attribute('SecondaryStatus');
  public readonly modelArtifacts = this._attribute('ModelArtifacts');
  public readonly checkpointUri = this._attribute('CheckpointUri');
  public readonly outputModelPackageArn = this._attribute('OutputModelPackageArn');
  public readonly trainingTimeInSeconds = this._attribute('TrainingTimeInSeconds');
  public readonly billableTimeInSeconds = this._attribute('BillableTimeInSeconds');
  public readonly trainingStartTime = this._attribute('TrainingStartTime');
  public readonly trainingEndTime = this._attribute('TrainingEndTime');

  constructor(scope: Construct, id: string, name: string, options?: JobReferenceOptions) {
    super(
      scope,
      id,
      TRAINING_JOB_DEFINITION,
      arnOfJob(scope, TRAINING_JOB_DEFINITION, name),
      'ModelArtifacts',
      options,
    );
  }

  public metric(name: string): string {
    return this._metric(name);
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    const image = { unknown: 'what has trained the model was decided elsewhere' };
    return HostedModel._of(scope, id, { uri: this.modelArtifacts, job: this, image }, options);
  }
}
