import { SageMakerJob, type SageMakerJobProps } from './sagemaker-job';
import type { JobFacts } from '../../src/validation/service-model/job-facts';
import { courseMilestones, startupOf, type CourseWords } from '../jobs/course-milestones';
import { JobTimeline } from '../jobs/job-timeline';
import type { JobUsage } from '../jobs/job-usage';
import type { JsonObject } from '../json-value';

/** How a service speaks of the jobs of a kind. */
export interface PlainJobWords {
  readonly facts: JobFacts;
  readonly statuses: CourseWords & { readonly stopping: string; readonly stopped: string };
  /** The members with when it began and when it ended. */
  readonly startedAt?: string;
  readonly endedAt: string;
}

/** An emulated job that starts, runs and ends, and of which the service tells what it was asked for, and no more. */
export class PlainJob extends SageMakerJob {
  constructor(
    props: SageMakerJobProps,
    private readonly words: PlainJobWords,
  ) {
    const { succeeded, failed, stopped } = words.statuses;
    const milestones = courseMilestones(props.course, props.createdAt, words.statuses);
    super(props, new JobTimeline(milestones, [succeeded, failed, stopped], props.now));
  }

  public get usage(): JobUsage {
    return { instances: [] };
  }

  public stop(): void {
    const { stopping, stopped } = this.words.statuses;
    this.divert(stopping, stopped);
  }

  public describe(): JsonObject {
    const { facts, startedAt } = this.words;
    const request = Object.entries(this.request).filter(([member]) => !facts.request.tags.includes(member));
    const { startTime } = this;
    return {
      ...Object.fromEntries(request),
      ...this.outline(),
      ...(startedAt !== undefined && startTime !== undefined && { [startedAt]: startTime }),
    };
  }

  private outline(): JsonObject {
    const { failureReason, endTime, words } = this;
    const { arn, status, createdAt, reason } = words.facts.description;
    return {
      [arn]: this.arn,
      [status]: this.status,
      [createdAt]: this.createdAt / 1000,
      ...(failureReason !== '' && { [reason!]: failureReason }),
      ...(endTime !== undefined && { [words.endedAt]: endTime }),
    };
  }

  private get startTime(): number | undefined {
    return this.startedAt === undefined ? undefined : this.startedAt / 1000;
  }

  /** When it has begun to run, in milliseconds. A job that ends before that has not started. */
  protected get startedAt(): number | undefined {
    const start = this.createdAt + startupOf(this.props.course) * 1000;
    const until = Math.min(this.props.now(), this.finished ? this.timeline.current.at : Infinity);
    return until >= start ? start : undefined;
  }
}
