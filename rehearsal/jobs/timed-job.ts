import type { EmulatedJob } from './emulated-job';
import { DEFAULT_STOPPING_SECONDS, type JobCourse } from './job-course';
import type { JobTimeline } from './job-timeline';
import type { JobUsage } from './job-usage';
import type { Supposition } from '../../unconfirmed/supposition';
import type { JsonObject } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';

export interface TimedJobProps {
  readonly arn: string;
  readonly request: JsonObject;
  readonly course: JobCourse;
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  readonly now: () => number;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
}

/** An emulated job whose course is fixed when it is created, so that only a stop changes it. */
export abstract class TimedJob<Props extends TimedJobProps> implements EmulatedJob {
  public readonly arn: string;
  public readonly request: JsonObject;
  public readonly origin?: JobOrigin;
  public readonly createdAt: number;

  constructor(
    public readonly name: string,
    protected readonly props: Props,
    protected readonly timeline: JobTimeline,
  ) {
    this.arn = props.arn;
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

  public get endsAt(): number | undefined {
    return this.timeline.end?.at;
  }

  public abstract get usage(): JobUsage;
  /** What a stop does; it takes a while. */
  public abstract stop(): void;
  /** What the operations answer that describe one job, or list jobs. */
  public abstract describe(): JsonObject;

  /** From now on, the job is being stopped. */
  protected divert(stopping: string, stopped: string): void {
    const now = this.props.now();
    const seconds = this.props.course.stopping ?? DEFAULT_STOPPING_SECONDS;
    this.timeline.divert([
      { at: now, status: stopping },
      { at: now + seconds * 1000, status: stopped },
    ]);
  }
}
