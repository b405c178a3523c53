import { BatchCourse, TERMINAL_STATUSES } from './batch-course';
import type { BatchInput } from './batch-input';
import { BedrockJob, type BedrockJobProps, timestamp } from './bedrock-job';
import { describedModelId } from './model-id';
import { RecordCounts } from './record-counts';
import type { InventedValue } from '../jobs/invented-value';
import { JobTimeline } from '../jobs/job-timeline';
import type { JobUsage } from '../jobs/job-usage';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

const DEFAULT_TIMEOUT_HOURS = 24;
/** How late counts are that are late. */
const COUNT_LAG_MS = 30_000;
/** Until then, nobody has counted the records. */
const BEFORE_VALIDATION = ['Submitted', 'Validating'];

export interface ModelInvocationJobProps extends BedrockJobProps {
  readonly input: BatchInput;
}

/** An emulated batch inference job. */
export class ModelInvocationJob extends BedrockJob {
  public readonly input: BatchInput;
  private readonly course: BatchCourse;

  constructor(props: ModelInvocationJobProps) {
    const course = new BatchCourse({ ...props, timeoutHours: timeoutHoursOf(props.request) });
    super(props, new JobTimeline(course.milestones, TERMINAL_STATUSES, props.now));
    this.course = course;
    this.input = props.input;
  }

  public get modelId(): string {
    return String(this.request.modelId);
  }

  /** How the records fare at this moment. */
  public get records(): RecordCounts {
    const until = Math.min(this.props.now(), this.endsAt ?? Infinity, this.stoppedAt);
    return new RecordCounts(this.input.records, this.props.course.errorRecords ?? 0, this.course.processedAt(until));
  }

  /** How many records there are of an input that is not here nobody knows. */
  public get usage(): JobUsage {
    const { files, records } = this.input;
    const what = files.length === 0 ? 'its records, which are not here,' : `${records} records`;
    return { instances: [], note: `by the token: ${what} of ${this.modelId}` };
  }

  /** How many records it has got to of an input that is not here. */
  public get invented(): readonly InventedValue[] {
    const { processed } = this.records;
    if (!this.finished || this.input.files.length > 0 || processed === 0) return [];
    return [{ name: 'records', value: processed, why: 'nothing was read' }];
  }

  /** The folder of S3 that the results are in. */
  public get outputUri(): string {
    const { s3OutputDataConfig: output } = member(this.request.outputDataConfig);
    return `${String(member(output).s3Uri).replace(/\/$/, '')}/${this.id}/`;
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
    return timeoutHoursOf(this.request);
  }
}

function timeoutHoursOf({ timeoutDurationInHours }: JsonObject): number {
  return Number(timeoutDurationInHours ?? DEFAULT_TIMEOUT_HOURS);
}

function member(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
