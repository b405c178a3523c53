import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { HYPER_PARAMETER_TUNING_JOB_DEFINITION } from './hyper-parameter-tuning-job-definition';
import type { HyperParameterTuningJobAttribute } from '../../contract';
import { arnOfJob } from '../../job/job-name';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';

/** A SageMaker hyperparameter tuning job, made here or elsewhere. */
export interface IHyperParameterTuningJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly hyperParameterTuningJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly hyperParameterTuningJobName: string;

  /**
   * The status of the job: `Completed`; or `Stopped`, where SageMaker says so of a job that it has ended for its `maxRuntime` or
   * its `completionCriteria`.
   *
   * @attribute
   */
  readonly hyperParameterTuningJobStatus: string;

  /**
   * The name of the training job whose objective metric is the best.
   *
   * @attribute
   */
  readonly bestTrainingJobName: string;

  /**
   * The ARN of the training job whose objective metric is the best.
   *
   * @attribute
   */
  readonly bestTrainingJobArn: string;

  /**
   * Which of the `trainingDefinitions` the best training job is of; empty where there is `training` only.
   *
   * @attribute
   */
  readonly bestTrainingJobDefinitionName: string;

  /**
   * The value of the objective metric of the best training job.
   *
   * @attribute
   */
  readonly bestObjectiveValue: string;

  /**
   * The S3 URI of the model of the best training job.
   *
   * @attribute
   */
  readonly modelArtifacts: string;

  /**
   * The name of the best training job of this job and of those that it was started from, where `warmStart` has identical data and
   * algorithms; empty otherwise.
   *
   * @attribute
   */
  readonly overallBestTrainingJobName: string;

  /**
   * How many training jobs have completed.
   *
   * @attribute
   */
  readonly completedTrainingJobs: string;

  /**
   * How many training jobs have failed, and were not tried again.
   *
   * @attribute
   */
  readonly failedTrainingJobs: string;

  /**
   * How many training jobs were stopped.
   *
   * @attribute
   */
  readonly stoppedTrainingJobs: string;

  /**
   * How many training jobs have a value of the objective metric.
   *
   * @attribute
   */
  readonly succeededObjectives: string;

  /**
   * How many training jobs have no value of the objective metric.
   *
   * @attribute
   */
  readonly failedObjectives: string;

  /**
   * When the job began (ISO 8601).
   *
   * @attribute
   */
  readonly creationTime: string;

  /**
   * When the job ended (ISO 8601).
   *
   * @attribute
   */
  readonly hyperParameterTuningEndTime: string;

  /**
   * The value of a hyperparameter that the best training job has: empty if it was not searched for.
   *
   * @param name The name of the hyperparameter, such as `eta`.
   */
  bestHyperparameter(name: string): string;

  /**
   * Lets a principal read the trained models.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;

  /**
   * Makes a SageMaker model of the best trained model, to be hosted or called by a batch transform job.
   *
   * @param id The id of the model.
   * @param options Its image, its role, its network. The image must be given unless the job trains with one algorithm that is
   * built into SageMaker.
   */
  createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel;
}

/** A tuning job that was made elsewhere. */
export class HyperParameterTuningJobReference
  extends OutputReference<HyperParameterTuningJobAttribute>
  implements IHyperParameterTuningJob
{
  public readonly hyperParameterTuningJobArn = this._attribute('HyperParameterTuningJobArn');
  public readonly hyperParameterTuningJobName = this._attribute('HyperParameterTuningJobName');
  public readonly hyperParameterTuningJobStatus = this._attribute('HyperParameterTuningJobStatus');
  public readonly bestTrainingJobName = this._attribute('BestTrainingJobName');
  public readonly bestTrainingJobArn = this._attribute('BestTrainingJobArn');
  public readonly bestTrainingJobDefinitionName = this._attribute('BestTrainingJobDefinitionName');
  public readonly bestObjectiveValue = this._attribute('BestObjectiveValue');
  public readonly modelArtifacts = this._attribute('ModelArtifacts');
  public readonly overallBestTrainingJobName = this._attribute('OverallBestTrainingJobName');
  public readonly completedTrainingJobs = this._attribute('CompletedTrainingJobs');
  public readonly failedTrainingJobs = this._attribute('FailedTrainingJobs');
  public readonly stoppedTrainingJobs = this._attribute('StoppedTrainingJobs');
  public readonly succeededObjectives = this._attribute('SucceededObjectives');
  public readonly failedObjectives = this._attribute('FailedObjectives');
  public readonly creationTime = this._attribute('CreationTime');
  public readonly hyperParameterTuningEndTime = this._attribute('HyperParameterTuningEndTime');

  constructor(scope: Construct, id: string, name: string, options?: JobReferenceOptions) {
    const arn = arnOfJob(scope, HYPER_PARAMETER_TUNING_JOB_DEFINITION, name);
    super(scope, id, HYPER_PARAMETER_TUNING_JOB_DEFINITION, arn, 'ModelArtifacts', options);
  }

  public bestHyperparameter(name: string): string {
    return this._metric(name);
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    const image = { unknown: 'what has trained the model was decided elsewhere' };
    return HostedModel._of(scope, id, { uri: this.modelArtifacts, job: this, image }, options);
  }
}
