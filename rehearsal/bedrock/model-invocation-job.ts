import { BatchCourse, TERMINAL_STATUSES } from './batch-course';
import type { BatchInput } from './batch-input';
import { describedModelId } from './model-id';
import { RecordCounts } from './record-counts';
import type { Supposition } from '../../unconfirmed/supposition';
import type { Environment } from '../environment';
import type { EmulatedJob } from '../jobs/emulated-job';
import { DEFAULT_STOPPING_SECONDS, type JobCourse } from '../jobs/job-course';
import { JobTimeline } from '../jobs/job-timeline';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';

const DEFAULT_TIMEOUT_HOURS = 24;
/** How late counts are that are late. */
const COUNT_LAG_MS = 30_000;
/** Until then, nobody has counted the records. */
const BEFORE_VALIDATION = ['Submitted', 'Validating'];

export interface ModelInvocationJobProps extends Environment {
  readonly id: string;
  readonly arn: string;
  readonly request: JsonObject;
  readonly course: JobCourse;
  readonly input: BatchInput;
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  readonly now: () => number;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
}

/** An emulated batch inference job: its course is fixed when it is created, and only a stop changes it. */
export class ModelInvocationJob implements EmulatedJob {
  public readonly id: string;
  public readonly arn: string;
  public readonly name: string;
  public readonly request: JsonObject;
  public readonly input: BatchInput;
  public readonly origin?: JobOrigin;
  public readonly createdAt: number;
  private readonly course: BatchCourse;
  private readonly timeline: JobTimeline;
  private stoppedAt = Infinity;

  constructor(private readonly props: ModelInvocationJobProps) {
    this.id = props.id;
    this.arn = props.arn;
    this.name = String(props.request.jobName);
    this.request = props.request;
    this.input = props.input;
    this.origin = props.origin;
    this.createdAt = props.createdAt;
    this.course = new BatchCourse({ ...props, timeoutHours: this.timeoutHours });
    this.timeline = new JobTimeline(this.course.milestones, TERMINAL_STATUSES, props.now);
  }

  public get status(): string {
    return this.timeline.current.status;
  }

  public get finished(): boolean {
    return this.timeline.finished;
  }

  /** What the service says about its end. */
  public get message(): string | undefined {
    return this.timeline.current.reason;
  }

  public get endsAt(): number | undefined {
    return this.timeline.end?.at;
  }

  public get modelId(): string {
    return String(this.request.modelId);
  }

  /** How the records fare at this moment. */
  public get records(): RecordCounts {
    const until = Math.min(this.props.now(), this.endsAt ?? Infinity, this.stoppedAt);
    return new RecordCounts(this.input.records, this.props.course.errorRecords ?? 0, this.course.processedAt(until));
  }

  /** The folder of S3 that the results are in. */
  public get outputUri(): string {
    const { s3OutputDataConfig: output } = member(this.request.outputDataConfig);
    return `${String(member(output).s3Uri).replace(/\/$/, '')}/${this.id}/`;
  }

  public stop(): void {
    const now = this.props.now();
    const stopping = (this.props.course.stopping ?? DEFAULT_STOPPING_SECONDS) * 1000;
    this.stoppedAt = now;
    this.timeline.divert([
      { at: now, status: 'Stopping' },
      { at: now + stopping, status: 'Stopped' },
    ]);
  }

  /** What `GetModelInvocationJob` and `ListModelInvocationJobs` answer. */
  public describe(): JsonObject {
    const { tags: _tags, ...request } = this.request;
    const { current } = this.timeline;
    const validated = !BEFORE_VALIDATION.includes(this.status) && this.input.problem === undefined;
    return {
      modelInvocationType: 'InvokeModel',
      timeoutDurationInHours: this.timeoutHours,
      ...request,
      modelId: describedModelId(this.modelId, this.props),
      jobArn: this.arn,
      status: this.status,
      ...(this.message !== undefined && { message: this.message }),
      submitTime: timestamp(this.createdAt),
      lastModifiedTime: timestamp(current.at),
      ...(this.finished && { endTime: timestamp(current.at) }),
      jobExpirationTime: timestamp(this.createdAt + this.timeoutHours * 3_600_000),
      ...(validated && this.counts()),
    };
  }

  /** When the counts of a job that has completed are there nobody has confirmed. */
  private counts(): JsonObject {
    const { records, status, timeline } = this;
    const supposed = this.props.supposition?.nameOf('batch-counts') ?? 'with-the-status';
    if (status !== 'Completed' || supposed === 'with-the-status') return records.describe();
    const isLate = this.props.now() < timeline.current.at + COUNT_LAG_MS;
    if (supposed === 'absent' || (supposed === 'late-and-absent' && isLate)) return {};
    return isLate ? new RecordCounts(records.total, 0, 0).describe() : records.describe();
  }

  private get timeoutHours(): number {
    return Number(this.props.request.timeoutDurationInHours ?? DEFAULT_TIMEOUT_HOURS);
  }
}

function member(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
