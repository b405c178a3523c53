import { createHash } from 'node:crypto';
import { asTrainingRequest, configOf, trainingsIn } from './tuning-trainings';
import { courseMilestones, startupOf } from '../../jobs/course-milestones';
import { JobTimeline } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import { asJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';
import { SageMakerJob, type SageMakerJobProps } from '../sagemaker-job';
import { trainingUsage } from '../training/training-instances';
import { type MetricOrigin, objectiveOrigin, objectiveValue } from '../training/training-metrics';

const STATUSES = { starting: 'InProgress', running: 'InProgress', succeeded: 'Completed', failed: 'Failed' };
/** What no service says, for there is nothing left to say it of. */
const GONE = 'Gone';
const TERMINAL = ['Completed', 'Failed', 'Stopped', 'DeleteFailed', GONE];
/** How many training jobs there are where nobody says it. */
const USUAL_TRAININGS = 10;
/** How long after its end it is shown what is the best, where that is late. */
const LAG_MS = 30_000;
/** How long a job is shown that is being deleted, where that takes its time. In seconds. */
const DELETION_SECONDS = 60;

/** An emulated tuning job. */
export class TuningJob extends SageMakerJob {
  constructor(props: SageMakerJobProps) {
    super(props, new JobTimeline(milestones(props), TERMINAL, props.now));
  }

  /** As many trainings as may run at once take all of its time; those of several definitions share it alike. */
  public get usage(): JobUsage {
    const { MaxParallelTrainingJobs: most } = asJsonObject(configOf(this.request).ResourceLimits);
    const atOnce = Math.min(this.trainings, Number(most ?? 1));
    const seconds = this.secondsSince(this.createdAt + startupOf(this.props.course) * 1000);
    const definitions = trainingsIn(this.request).map((each) => asTrainingRequest(each, this.name));
    const usages = definitions.map((each) => trainingUsage(each, seconds / definitions.length));
    const instances = usages.flatMap((usage) => usage.instances);
    const notes = [`${this.trainings} trainings, ${atOnce} at once`, ...usages.flatMap(({ note }) => note ?? [])];
    return {
      instances: instances.map(({ count, ...instance }) => ({ ...instance, count: count * atOnce })),
      note: [...new Set(notes)].join('; '),
    };
  }

  public stop(): void {
    this.divert('Stopping', 'Stopped');
  }

  /** Its record goes, but not at once; or it does not go. */
  public delete(): void {
    const now = this.props.now();
    const end = { at: now + DELETION_SECONDS * 1000, status: this.deletionFails ? 'DeleteFailed' : GONE };
    this.timeline.divert([{ at: now, status: 'Deleting' }, end]);
  }

  /** Whether nothing is left of it. */
  public get isGone(): boolean {
    return this.status === GONE;
  }

  private get deletionFails(): boolean {
    return this.supposed('record-deletion') === 'fails-later';
  }

  /** Where the model of its best training job lies once there is one. */
  public get artifactsUri(): string {
    const { S3OutputPath: path, CompressionType: compression } = asJsonObject(this.bestTraining.OutputDataConfig);
    const file = compression === 'NONE' ? 'model/' : 'model.tar.gz';
    return `${String(path).replace(/\/$/, '')}/${this.bestName}/output/${file}`;
  }

  public get hasModel(): boolean {
    return this.hasEndedWell && this.completedTrainings > 0;
  }

  /** The name of the metric that is to be the best; undefined where no training is. */
  public get objective(): string | undefined {
    return this.hasModel ? String(asJsonObject(this.bestTraining.TuningObjective).MetricName) : undefined;
  }

  /** The objective or a hyperparameter of the best training job, and where its value comes from. */
  public metric(name: string): { readonly value?: string | number; readonly origin: MetricOrigin } {
    if (name === this.objective) return { value: this.objectiveValue, origin: this.objectiveOrigin };
    const value = this.tuned[name];
    return value === undefined ? { origin: 'unsearched' } : { value, origin: 'invented' };
  }

  public describe(): JsonObject {
    const { Tags: _tags, ...request } = this.request;
    const { failureReason, endTime } = this;
    return {
      ...request,
      HyperParameterTuningJobArn: this.arn,
      HyperParameterTuningJobStatus: this.status,
      CreationTime: this.createdAt / 1000,
      LastModifiedTime: this.timeline.current.at / 1000,
      ...(failureReason !== '' && { FailureReason: failureReason }),
      ...(endTime !== undefined && { HyperParameterTuningEndTime: endTime }),
      ...this.counters(),
      ...(this.isBestShown && { BestTrainingJob: this.best }),
      ConsumedResources: { RuntimeInSeconds: Math.round((this.timeline.current.at - this.createdAt) / 1000) },
    };
  }

  private get hasEndedWell(): boolean {
    return this.finished && this.failureReason === '';
  }

  private get isBestShown(): boolean {
    if (!this.hasModel) return false;
    const lag = this.supposed('tuning-results') === 'late' ? LAG_MS : 0;
    return this.props.now() >= this.timeline.current.at + lag;
  }

  private supposed(fact: 'record-deletion' | 'tuning-results'): string | undefined {
    return this.props.supposition?.nameOf(fact, 'HyperParameterTuningJob');
  }

  private get trainings(): number {
    const { MaxNumberOfTrainingJobs: most } = asJsonObject(configOf(this.request).ResourceLimits);
    return Number(most ?? USUAL_TRAININGS);
  }

  private get completedTrainings(): number {
    return Math.min(this.trainings, this.props.course.completedTrainings ?? this.trainings);
  }

  private counters(): JsonObject {
    const { finished, trainings } = this;
    const completed = this.hasEndedWell ? this.completedTrainings : 0;
    const succeeded = this.objectiveOrigin === 'unreported' ? 0 : completed;
    const failed = finished ? trainings - completed : 0;
    const pending = finished ? 0 : 1;
    return {
      TrainingJobStatusCounters: {
        Completed: completed,
        InProgress: pending,
        RetryableError: 0,
        NonRetryableError: failed,
        Stopped: 0,
      },
      ObjectiveStatusCounters: { Succeeded: succeeded, Pending: pending, Failed: failed + completed - succeeded },
    };
  }

  private get bestTraining(): JsonObject {
    return trainingsIn(this.request)[0];
  }

  private get bestName(): string {
    return `${this.name}-001-${createHash('sha256').update(this.arn).digest('hex').slice(0, 8)}`;
  }

  private get best(): JsonObject {
    const { bestName, bestTraining, props } = this;
    const { Type: type, MetricName: metric } = asJsonObject(bestTraining.TuningObjective);
    const { DefinitionName: definition } = bestTraining;
    const value = this.objectiveValue;
    return {
      ...(definition !== undefined && { TrainingJobDefinitionName: definition }),
      TrainingJobName: bestName,
      TrainingJobArn: this.arn.replace(/:hyper-parameter-tuning-job\/.*$/, `:training-job/${bestName}`),
      TuningJobName: this.name,
      CreationTime: this.createdAt / 1000 + startupOf(props.course),
      TrainingJobStatus: 'Completed',
      TunedHyperParameters: this.tuned,
      ...(value !== undefined && {
        FinalHyperParameterTuningJobObjectiveMetric: {
          Type: type ?? 'Maximize',
          MetricName: metric ?? '',
          Value: value,
        },
      }),
      ObjectiveStatus: value === undefined ? 'Failed' : 'Succeeded',
    };
  }

  private get objectiveOrigin(): MetricOrigin {
    const [name, training] = this.bestObjective;
    return objectiveOrigin(name, training, this.props.course.metrics ?? {}, this.arn.split(':')[4]);
  }

  /** Undefined where the algorithm does not report it. */
  private get objectiveValue(): number | undefined {
    if (this.objectiveOrigin === 'unreported') return undefined;
    return objectiveValue(...this.bestObjective, this.props.course.metrics);
  }

  /** The name of the objective of the best training job, and the request of that job. */
  private get bestObjective(): [string, JsonObject] {
    const { bestTraining, bestName } = this;
    const { MetricName: metric } = asJsonObject(bestTraining.TuningObjective);
    return [String(metric), asTrainingRequest(bestTraining, bestName)];
  }

  /** What the best training job has of what is searched for: the middle of a range, and the first of several texts. */
  private get tuned(): { readonly [name: string]: string } {
    const ranges = asJsonObject(this.bestTraining.HyperParameterRanges);
    const middle = ({ MinValue: min, MaxValue: max }: JsonObject) => (Number(min) + Number(max)) / 2;
    const values: [JsonObject[], (range: JsonObject) => string][] = [
      [objectsIn(ranges.IntegerParameterRanges), (range) => String(Math.round(middle(range)))],
      [objectsIn(ranges.ContinuousParameterRanges), (range) => String(Number(middle(range).toPrecision(6)))],
      [objectsIn(ranges.CategoricalParameterRanges), ({ Values: texts }) => String((texts as string[])[0])],
      [objectsIn(ranges.AutoParameters), ({ ValueHint: hint }) => String(hint)],
    ];
    return Object.fromEntries(
      values.flatMap(([list, value]) => list.map((range) => [String(range.Name), value(range)] as const)),
    );
  }
}

/** A job that comes to its time limit has done what was asked for; what its status is then nobody has confirmed. */
function milestones({ course, createdAt, request, supposition }: SageMakerJobProps) {
  const { MaxRuntimeInSeconds: seconds } = asJsonObject(configOf(request).ResourceLimits);
  const status = supposition?.nameOf('tuning-end') === 'stopped' ? 'Stopped' : STATUSES.succeeded;
  const limit = seconds === undefined ? undefined : { seconds: Number(seconds), status };
  return courseMilestones(course, createdAt, STATUSES, limit);
}
