import type { Supposition } from '../../unconfirmed/supposition';
import type { Environment } from '../environment';
import type { EmulatedJob } from '../jobs/emulated-job';
import { DEFAULT_STOPPING_SECONDS, type JobCourse } from '../jobs/job-course';
import type { JobTimeline } from '../jobs/job-timeline';
import type { JobUsage } from '../jobs/job-usage';
import type { JsonObject } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';

export interface BedrockJobProps extends Environment {
  readonly id: string;
  readonly arn: string;
  readonly request: JsonObject;
  readonly course: JobCourse;
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  readonly now: () => number;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
}

/** An emulated job of Bedrock: its course is fixed when it is created, and only a stop changes it. */
export abstract class BedrockJob implements EmulatedJob {
  public readonly id: string;
  public readonly arn: string;
  public readonly name: string;
  public readonly request: JsonObject;
  public readonly origin?: JobOrigin;
  public readonly createdAt: number;
  protected stoppedAt = Infinity;

  constructor(
    protected readonly props: BedrockJobProps,
    protected readonly timeline: JobTimeline,
  ) {
    this.id = props.id;
    this.arn = props.arn;
    this.name = String(props.request.jobName);
    this.request = props.request;
    this.origin = props.origin;
    this.createdAt = props.createdAt;
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

  public stop(): void {
    const now = this.props.now();
    const stopping = (this.props.course.stopping ?? DEFAULT_STOPPING_SECONDS) * 1000;
    this.stoppedAt = now;
    this.timeline.divert([
      { at: now, status: 'Stopping' },
      { at: now + stopping, status: 'Stopped' },
    ]);
  }

  public abstract get usage(): JobUsage;
  /** The model that it works with, as its request names it: quotas are those of a model. */
  public abstract get modelId(): string;
  /** What the operations answer that describe one job, or list jobs. */
  public abstract describe(): JsonObject;
}

/** A moment as Bedrock writes it. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
