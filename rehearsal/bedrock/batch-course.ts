import type { BatchInput } from './batch-input';
import { DEFAULT_DURATION_SECONDS, DEFAULT_STARTUP_SECONDS, type JobCourse } from '../jobs/job-course';
import type { Milestone } from '../jobs/job-timeline';

/** Seconds after which a job is validated, and after which it is queued, unless it runs before that. */
const VALIDATING_SECONDS = 5;
const SCHEDULED_SECONDS = 30;
/** From these on, nothing happens any more. */
export const TERMINAL_STATUSES = ['Completed', 'PartiallyCompleted', 'Failed', 'Stopped', 'Expired'];

export interface BatchCourseProps {
  readonly course: JobCourse;
  readonly createdAt: number;
  readonly timeoutHours: number;
  readonly input: BatchInput;
}

/** How a batch job goes: what its script, its input and its time-out make of it. */
export class BatchCourse {
  public readonly milestones: readonly Milestone[];
  /** Seconds after the creation. */
  private readonly startup: number;
  private readonly duration: number;

  constructor(private readonly props: BatchCourseProps) {
    const { course } = props;
    this.duration = course.duration ?? DEFAULT_DURATION_SECONDS;
    this.startup = course.startup ?? Math.min(DEFAULT_STARTUP_SECONDS, this.duration / 4);
    this.milestones = props.input.problem === undefined ? this.accepted() : this.refused(props.input.problem);
  }

  /** How many records have been processed at a moment, unless the job has been stopped before. */
  public processedAt(time: number): number {
    const { createdAt, course, input } = this.props;
    const target = Math.min(input.records, course.processedRecords ?? input.records);
    const working = (time - createdAt) / 1000 - this.startup;
    if (working <= 0) return 0;
    return Math.floor(target * Math.min(1, working / (this.duration - this.startup)));
  }

  private accepted(): Milestone[] {
    const { course } = this.props;
    const end = this.end();
    const before = [
      ...this.queueing(),
      { at: this.after(this.startup), status: 'InProgress' },
      ...(course.statuses ?? []).map((step) => ({ at: this.after(step.after), status: step.status })),
    ].sort((a, b) => a.at - b.at);
    return [...before.filter(({ at }) => at < end.at), end];
  }

  private refused(reason: string): Milestone[] {
    const [submitted, validating, scheduled] = this.queueing();
    return [submitted, validating, { ...scheduled, status: 'Failed', reason }];
  }

  private queueing(): Milestone[] {
    return [
      { at: this.after(0), status: 'Submitted' },
      { at: this.after(Math.min(VALIDATING_SECONDS, this.startup / 4)), status: 'Validating' },
      { at: this.after(Math.min(SCHEDULED_SECONDS, this.startup / 2)), status: 'Scheduled' },
    ];
  }

  private end(): Milestone {
    const { course, timeoutHours, input } = this.props;
    const limit = timeoutHours * 3600;
    if (this.startup >= limit && this.duration >= limit) {
      const reason = `The job did not begin within its time-out of ${timeoutHours} hours.`;
      return { at: this.after(limit), status: 'Expired', reason };
    }
    if (this.duration > limit) {
      const reason = `Not all records could be processed within the time-out of ${timeoutHours} hours.`;
      return { at: this.after(limit), status: 'PartiallyCompleted', reason };
    }
    const at = this.after(this.duration);
    if (course.failure !== undefined) return { at, status: 'Failed', reason: course.failure };
    if (course.endStatus !== undefined) return { at, status: course.endStatus };
    if ((course.processedRecords ?? input.records) < input.records) {
      return { at, status: 'PartiallyCompleted', reason: 'Not all records could be processed in time.' };
    }
    return { at, status: 'Completed' };
  }

  private after(seconds: number): number {
    return this.props.createdAt + seconds * 1000;
  }
}
