import { type IngestionContent, NOTHING_COUNTED, statisticsOf } from './ingestion-statistics';
import type { Supposition } from '../../../unconfirmed/supposition';
import { courseMilestones } from '../../jobs/course-milestones';
import type { EmulatedJob } from '../../jobs/emulated-job';
import type { InventedValue } from '../../jobs/invented-value';
import { DEFAULT_STOPPING_SECONDS, type JobCourse } from '../../jobs/job-course';
import { JobTimeline } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import type { JsonObject } from '../../json-value';
import type { JobOrigin } from '../../lambda/invocation';
import { timestamp } from '../bedrock-job';

const WORDS = { starting: 'STARTING', running: 'IN_PROGRESS', succeeded: 'COMPLETE', failed: 'FAILED' };
const TERMINAL_STATUSES = ['COMPLETE', 'FAILED', 'STOPPED'];
/** How late counts are that are late. */
const COUNT_LAG_MS = 30_000;

export interface IngestionJobProps {
  readonly id: string;
  readonly request: JsonObject;
  readonly course: JobCourse;
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  readonly now: () => number;
  readonly content: IngestionContent;
  /** Where its documents lie. */
  readonly inputs: readonly string[];
  /** Why it fails at its beginning, if it does. */
  readonly problem?: string;
  readonly supposition: Supposition;
}

/** An emulated ingestion job: its course is fixed when it starts, and only a stop changes it. */
export class IngestionJob implements EmulatedJob {
  public readonly id: string;
  public readonly knowledgeBaseId: string;
  public readonly dataSourceId: string;
  public readonly name: string;
  public readonly request: JsonObject;
  public readonly inputs: readonly string[];
  public readonly origin?: JobOrigin;
  public readonly createdAt: number;
  private readonly timeline: JobTimeline;

  constructor(private readonly props: IngestionJobProps) {
    const { id, request, course, origin, createdAt, problem, now } = props;
    const refused = problem === undefined ? course : { ...course, duration: 30, startup: 20, failure: problem };
    this.timeline = new JobTimeline(courseMilestones(refused, createdAt, WORDS), TERMINAL_STATUSES, now);
    this.id = id;
    this.request = request;
    this.inputs = props.inputs;
    this.knowledgeBaseId = String(request.knowledgeBaseId);
    this.dataSourceId = String(request.dataSourceId);
    this.name = typeof request.description === 'string' ? request.description : id;
    this.origin = origin;
    this.createdAt = createdAt;
  }

  /** The service has no ARN of it. */
  public get arn(): string {
    return [this.knowledgeBaseId, this.dataSourceId, this.id].join('|');
  }

  public get status(): string {
    return this.timeline.current.status;
  }

  public get finished(): boolean {
    return this.timeline.finished;
  }

  public get endsAt(): number | undefined {
    return this.timeline.end?.at;
  }

  public get usage(): JobUsage {
    return { instances: [], note: 'by the token of its documents, of the model that embeds them' };
  }

  /** Whether it has brought its documents into the index. */
  public get isComplete(): boolean {
    return this.status === WORDS.succeeded;
  }

  public get isStarting(): boolean {
    return this.status === WORDS.starting;
  }

  public get content(): IngestionContent {
    return this.props.content;
  }

  /** How many documents it has found where nothing is known of them. */
  public get invented(): readonly InventedValue[] {
    const { numberOfDocumentsScanned: value } = this.counts();
    if (!this.isComplete || this.content.documents !== undefined || !value) return [];
    return [{ name: 'documents', value: Number(value), why: 'nothing was read' }];
  }

  public stop(): void {
    const now = this.props.now();
    const stopping = (this.props.course.stopping ?? DEFAULT_STOPPING_SECONDS) * 1000;
    this.timeline.divert([
      { at: now, status: 'STOPPING' },
      { at: now + stopping, status: 'STOPPED' },
    ]);
  }

  /** What `GetIngestionJob` answers. */
  public describe(): JsonObject {
    const { reason } = this.timeline.current;
    const failing = this.isComplete && Number(this.counts().numberOfDocumentsFailed ?? 0) > 0;
    const reasons = failing ? ['Ignored files as their file format was not supported.'] : [];
    return {
      ...this.summary(),
      ...((reason !== undefined || failing) && { failureReasons: reason === undefined ? reasons : [reason] }),
    };
  }

  /** What `ListIngestionJobs` says of it. */
  public summary(): JsonObject {
    const { description } = this.request;
    const counts = this.counts();
    return {
      knowledgeBaseId: this.knowledgeBaseId,
      dataSourceId: this.dataSourceId,
      ingestionJobId: this.id,
      ...(description !== undefined && { description }),
      status: this.status,
      startedAt: timestamp(this.createdAt),
      updatedAt: timestamp(this.timeline.current.at),
      ...(Object.keys(counts).length > 0 && { statistics: counts }),
    };
  }

  /** When the counts of a completed job are there nobody has confirmed. */
  private counts(): JsonObject {
    if (!this.isComplete) return NOTHING_COUNTED;
    switch (this.props.supposition.nameOf('ingestion-counts', 'IngestionJob')) {
      case 'with-the-status':
        return statisticsOf(this.content);
      case 'late':
        return this.props.now() < this.timeline.current.at + COUNT_LAG_MS
          ? NOTHING_COUNTED
          : statisticsOf(this.content);
      case 'absent':
        return {};
    }
  }
}
