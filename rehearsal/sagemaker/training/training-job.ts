import { SageMakerJob, type SageMakerJobProps } from '../sagemaker-job';
import { primaryStatus, TERMINAL_STATUSES, trainingMilestones } from './training-course';
import { trainingUsage } from './training-instances';
import { finalMetrics, metricOrigin, type MetricOrigin } from './training-metrics';
import { JobTimeline } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import { asJsonObject, type JsonObject } from '../../json-value';

const TIME_LIMIT_STATUSES = ['MaxRuntimeExceeded', 'MaxWaitTimeExceeded'];
/** What a spot instance costs, as a share of the usual price. */
const SPOT_SHARE = 0.3;

/** An emulated training job. */
export class TrainingJob extends SageMakerJob {
  /** How long its instances wait for the next job once it has ended; undefined where they do not. */
  private keepAliveSeconds?: number;

  constructor(props: SageMakerJobProps) {
    const { course, createdAt, request } = props;
    super(props, new JobTimeline(trainingMilestones(course, createdAt, request), TERMINAL_STATUSES, props.now));
    const { KeepAlivePeriodInSeconds: seconds } = asJsonObject(request.ResourceConfig);
    this.keepAliveSeconds = seconds === undefined ? undefined : Number(seconds);
  }

  public get status(): string {
    return primaryStatus(this.secondaryStatus);
  }

  public get secondaryStatus(): string {
    return this.timeline.current.status;
  }

  public get usage(): JobUsage {
    return trainingUsage(this.request, this.secondsSince(this.timeline.reached('Downloading')), this.keepAliveSeconds);
  }

  /** Where its model lies once it has uploaded one. */
  public get artifactsUri(): string {
    const { S3OutputPath: path, CompressionType: compression } = asJsonObject(this.request.OutputDataConfig);
    const isBare = this.props.supposition?.nameOf('uncompressed-model') === 'without-a-slash';
    const file = compression === 'NONE' ? `model${isBare ? '' : '/'}` : 'model.tar.gz';
    return `${String(path).replace(/\/$/, '')}/${this.name}/output/${file}`;
  }

  /** Whether the model is there: a stop of somebody leaves none, one at a time limit does if the script does not say no. */
  public get hasModel(): boolean {
    if (this.secondaryStatus === 'Completed') return true;
    const { modelAtTimeLimit = true } = this.props.course;
    return TIME_LIMIT_STATUSES.includes(this.secondaryStatus) && modelAtTimeLimit && this.trainedAt !== undefined;
  }

  /** Whether its instances wait for the next job, so that it cannot be deleted. */
  public get keepsWarmPool(): boolean {
    const { at } = this.timeline.current;
    return this.leavesInstances && this.props.now() < at + (this.keepAliveSeconds ?? 0) * 1000;
  }

  /** They stay after a job that has completed, and after one that its own program has let fail. */
  private get leavesInstances(): boolean {
    const { secondaryStatus: status } = this;
    if (status !== 'Failed') return status === 'Completed';
    return this.trainedAt !== undefined && this.poolOfFailed !== 'none';
  }

  /** What becomes of its instances where it fails, which nobody has confirmed. */
  private get poolOfFailed(): string | undefined {
    return this.props.supposition?.nameOf('warm-pool-of-a-failed-job');
  }

  /** Whether it can be changed how long its instances wait for the next job. */
  public get canEndWarmPool(): boolean {
    return this.keepsWarmPool && (this.status !== 'Failed' || this.poolOfFailed !== 'until-its-end');
  }

  /** Changes how long its instances wait for the next job. */
  public keepAlive(seconds: number): void {
    this.keepAliveSeconds = seconds;
  }

  /** A metric that somebody asks for, and where its value comes from. */
  public metric(name: string): { readonly value?: number; readonly origin: MetricOrigin } {
    const { metrics: scripted = {} } = this.props.course;
    const value = finalMetrics(this.request, scripted).get(name);
    return { value, origin: metricOrigin(name, this.request, scripted, this.arn.split(':')[4]) };
  }

  public stop(): void {
    this.divert('Stopping', 'Stopped');
  }

  public describe(): JsonObject {
    const { Tags: _tags, ...request } = this.request;
    const { hasModel, failureReason } = this;
    return {
      ...request,
      TrainingJobArn: this.arn,
      TrainingJobStatus: this.status,
      SecondaryStatus: this.secondaryStatus,
      SecondaryStatusTransitions: this.transitions,
      CreationTime: this.createdAt / 1000,
      LastModifiedTime: this.timeline.current.at / 1000,
      ...(failureReason !== '' && { FailureReason: failureReason }),
      ...this.times(),
      ...(hasModel && { ModelArtifacts: { S3ModelArtifacts: this.artifactsUri } }),
      ...(hasModel && { FinalMetricDataList: this.metrics }),
      ...(hasModel && this.modelPackage),
      ...this.warmPool(),
    };
  }

  private get trainedAt(): number | undefined {
    return this.timeline.reached('Training');
  }

  private times(): JsonObject {
    const started = this.timeline.reached('Downloading');
    if (started === undefined) return {};
    const { endTime } = this;
    if (endTime === undefined) return { TrainingStartTime: started / 1000 };
    const seconds = Math.floor(endTime - started / 1000);
    const share = this.request.EnableManagedSpotTraining === true ? SPOT_SHARE : 1;
    return {
      TrainingStartTime: started / 1000,
      TrainingEndTime: endTime,
      TrainingTimeInSeconds: seconds,
      BillableTimeInSeconds: Math.ceil(seconds * share),
    };
  }

  private get metrics(): JsonObject[] {
    const metrics = finalMetrics(this.request, this.props.course.metrics ?? {});
    const time = this.timeline.current.at / 1000;
    return [...metrics].map(([name, value]) => ({ MetricName: name, Value: value, Timestamp: time }));
  }

  private get transitions(): JsonObject[] {
    const { passed } = this.timeline;
    return passed.map(({ at, status, reason }, index) => ({
      Status: status,
      StartTime: at / 1000,
      ...(passed[index + 1] && { EndTime: passed[index + 1].at / 1000 }),
      ...(reason !== undefined && { StatusMessage: reason }),
    }));
  }

  private get modelPackage(): JsonObject {
    const { ModelPackageGroupArn: group } = asJsonObject(this.request.ModelPackageConfig);
    if (typeof group !== 'string') return {};
    return { OutputModelPackageArn: `${group.replace(':model-package-group/', ':model-package/')}/1` };
  }

  private warmPool(): JsonObject {
    if (this.keepAliveSeconds === undefined || !this.leavesInstances) return {};
    return { WarmPoolStatus: { Status: this.keepsWarmPool ? 'Available' : 'Terminated' } };
  }
}
