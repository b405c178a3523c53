import type { Supposition } from '../../unconfirmed/supposition';
import type { EmulatedJob } from '../jobs/emulated-job';
import { DEFAULT_STOPPING_SECONDS, type JobCourse } from '../jobs/job-course';
import type { JobTimeline } from '../jobs/job-timeline';
import type { JobUsage } from '../jobs/job-usage';
import type { JsonObject } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';

export interface SageMakerJobProps {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly request: JsonObject;
  readonly course: JobCourse;
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  readonly now: () => number;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
}

/** An emulated job of SageMaker: its course is fixed when it is created, and only a stop changes it. */
export abstract class SageMakerJob implements EmulatedJob {
  public readonly name: string;
  public readonly arn: string;
  public readonly request: JsonObject;
  public readonly origin?: JobOrigin;
  public readonly createdAt: number;

  constructor(
    protected readonly props: SageMakerJobProps,
    protected readonly timeline: JobTimeline,
  ) {
    this.name = props.name;
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

  public get failureReason(): string {
    return this.timeline.current.reason ?? '';
  }

  public get endsAt(): number | undefined {
    return this.timeline.end?.at;
  }

  public abstract get usage(): JobUsage;
  /** What a stop does; it takes a while. */
  public abstract stop(): void;
  /** What the operation answers that describes one job. */
  public abstract describe(): JsonObject;

  protected divert(stopping: string, stopped: string): void {
    const now = this.props.now();
    const seconds = this.props.course.stopping ?? DEFAULT_STOPPING_SECONDS;
    this.timeline.divert([
      { at: now, status: stopping },
      { at: now + seconds * 1000, status: stopped },
    ]);
  }

  /** How long it has run that began at a moment, in seconds; nothing has run that has not begun. */
  protected secondsSince(begin: number | undefined): number {
    const now = this.props.now();
    return begin === undefined ? 0 : Math.max(0, Math.min(now, this.endsAt ?? now) - begin) / 1000;
  }

  /** When the job has ended, as the service writes times; undefined while it has not. */
  protected get endTime(): number | undefined {
    return this.finished ? this.timeline.current.at / 1000 : undefined;
  }
}
