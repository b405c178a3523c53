import { executionName } from './execution-name';
import { failureReason } from './failure-reason';
import { messageOf } from './fault';
import type { Job, JobKind } from './job-kind';
import { specOf, type JobSpec } from './job-spec';
import type { Random } from './pace';
import {
  type Answer,
  isJob,
  isReference,
  isWatch,
  type JobEvent,
  type Progress,
  READING_SECONDS,
  type Tick,
  wholeDeadline,
} from './tick';
import { type JobProperties, LONGEST_WAIT_SECONDS, type WatchedJobAttribute } from '../src/contract';

/** The physical id of a resource whose job was never asked for. */
export const NOT_STARTED = 'cdk-ml-jobs:not-started';

/** The same of one that may have been asked for: its Delete looks for it. */
export const MAY_HAVE_STARTED = 'cdk-ml-jobs:may-have-started';

/** How long after a request IAM may need to spread what the same deployment has made. */
const IAM_GRACE_MS = 3 * 60 * 1000;

/** How long after a request a call may take effect that was under way when the request ended its execution. */
const LATE_CALL_GRACE_MS = 30 * 1000;

/** What a tick comes to: an answer, or another tick. */
export type Outcome = { readonly answer: Answer } | { readonly waitSeconds: number; readonly progress: Progress };

/** Until when an operation goes on: the job's end, its acceptance by the service, or its start. */
type Goal = 'end' | 'acceptance' | 'start';

const GOALS: { readonly [wait in JobProperties['WaitForCompletion']]: Goal } = {
  true: 'end',
  false: 'acceptance',
  watched: 'start',
};

/** One request of CloudFormation as a tick sees it: what is asked for, how far it is, what time it is. */
export class Operation {
  /** Whether a watch asks for it, rather than the job's own resource. */
  public readonly isWatch: boolean;
  /** Whether it only reads a job, and leaves it as it is. */
  public readonly isReference: boolean;
  public readonly progress: Progress;
  /** Whether the wait is over: a job that still runs is to be stopped. */
  public readonly isOverdue: boolean;
  /** Whether the next watch takes over now. */
  public readonly isHandover: boolean;
  /** Whether CloudFormation must be answered now, whatever the job does. */
  public readonly isLost: boolean;
  private readonly receivedAt: Date;
  private readonly lastTickAt: Date;
  private readonly jobEvent?: JobEvent;

  constructor(
    private readonly tick: Tick,
    public readonly kind: JobKind,
    private readonly now: Date,
    public readonly random: Random,
  ) {
    this.isWatch = isWatch(tick.event);
    this.isReference = isReference(tick.event);
    this.jobEvent = isJob(tick.event) ? tick.event : tick.carried;
    this.progress = tick.progress;
    this.receivedAt = new Date(tick.receivedAt);
    const deadline = new Date(tick.deadline);
    const handoverAt = tick.handoverAt === undefined ? undefined : new Date(tick.handoverAt);
    this.isOverdue = now >= deadline;
    this.isHandover = handoverAt !== undefined && now >= handoverAt;
    this.isLost = now >= new Date(tick.giveUpAt);
    this.lastTickAt = handoverAt && (this.isOverdue || handoverAt < deadline) ? handoverAt : deadline;
  }

  /** The request of the job's resource: this one, or the one that a watch carries on. A watch of a known job, and a reference, have none. */
  public get event(): JobEvent {
    if (!this.jobEvent) throw new Error('A watch of a known job has no request for one');
    return this.jobEvent;
  }

  /** Whether a job is asked for; otherwise there is one, and the operation waits for it, or reads it. */
  public get hasRequest(): boolean {
    return this.jobEvent !== undefined;
  }

  public get properties(): JobProperties {
    return this.event.ResourceProperties;
  }

  public get goal(): Goal {
    return this.isWatch ? 'end' : GOALS[this.properties.WaitForCompletion];
  }

  /** Whether IAM may still be spreading what this deployment has made. */
  public get isWithinIamGrace(): boolean {
    return this.now.getTime() - this.receivedAt.getTime() < IAM_GRACE_MS;
  }

  /**
   * Whether a job may yet appear that nobody has asked for any more: a new request ends the execution of the one before,
   * but not the function, which may be in the middle of its Create call.
   */
  public get isWithinLateCallGrace(): boolean {
    return this.now.getTime() - this.receivedAt.getTime() < LATE_CALL_GRACE_MS;
  }

  /** The id that the resource has had until now. */
  public get heldId(): string | undefined {
    return this.event.RequestType === 'Create' ? undefined : this.event.PhysicalResourceId;
  }

  /** The same, where it is a job's; a resource that failed early, or found no place in time, has one of another form. */
  public get heldArn(): string | undefined {
    return this.heldId?.startsWith('arn:') ? this.heldId : undefined;
  }

  /** Whether the resource stands for a job. */
  public holds(job: Job): boolean {
    return this.heldId !== undefined && [job.arn, job.name].includes(this.heldId);
  }

  /** The milliseconds since a moment. */
  public ageOf(moment: Date): number {
    return Math.max(0, this.now.getTime() - moment.getTime());
  }

  public get timestamp(): string {
    return this.now.toISOString();
  }

  /** How long a job was waited for that has not ended, as in "had not ended …". */
  public get waitText(): string {
    const { event } = this.tick;
    if (isReference(event)) return `after ${READING_SECONDS} seconds`;
    if (!isWatch(event)) return `after ${event.ResourceProperties.WaitSeconds} seconds`;
    if (this.tick.handoverAt !== undefined || this.tick.deadline === event.ResourceProperties.Deadline) {
      return `by ${event.ResourceProperties.Deadline}`;
    }
    return `after ${LONGEST_WAIT_SECONDS} seconds (a job that changes only because a parameter of the stack does is waited for no longer: change its rerunKey, too)`;
  }

  public get spec(): JobSpec {
    return specOf(this.kind, this.event, this.properties);
  }

  /** Another tick, at the deadline at the latest, with what is to be remembered until then. */
  public again(pause: number, remember: Progress = {}): Outcome {
    const secondsLeft = Math.ceil((this.lastTickAt.getTime() - this.now.getTime()) / 1000);
    const waitSeconds = secondsLeft > 0 ? Math.min(pause, secondsLeft) : pause;
    return { waitSeconds, progress: { ...this.progress, setbacks: 0, setback: undefined, ...remember } };
  }

  /** The job is what it should be. A resource that stands for it already keeps its id, of whatever form that is. */
  public succeed(job?: Job): Outcome {
    if (!this.hasRequest) return this.answer('SUCCESS', job!.arn, job!.attributes);
    if (job && this.goal === 'start') return this.leave(job.arn, job);
    const held = job && !this.holds(job) ? job.arn : this.heldId;
    return this.answer('SUCCESS', held ?? NOT_STARTED, job?.attributes);
  }

  /** The watches take over: a job that has started, or one that still waits for its place under its name. */
  public leave(id: string, job?: Job): Outcome {
    const data: Record<WatchedJobAttribute, string> = {
      Execution: executionName(this.event),
      Deadline: wholeDeadline(this.event, this.receivedAt),
    };
    return this.answer('SUCCESS', job && this.holds(job) ? this.heldId! : id, data);
  }

  /** The next watch takes over. */
  public handOver(): Outcome {
    return this.answer('SUCCESS', NOT_STARTED, undefined, 'The job goes on; the next watch takes over');
  }

  /**
   * Fails. A resource that was there keeps its id, so that CloudFormation does not take a failed update for a
   * replacement. A new one gets the id of the job that may have been started, so that the Delete that follows stops it.
   */
  public fail(reason: string): Outcome {
    const { arn, name } = this.progress;
    const id = (this.hasRequest ? this.heldId : undefined) ?? arn ?? name ?? NOT_STARTED;
    return this.answer('FAILED', id, undefined, reason);
  }

  /** Fails where it is certain that this operation has started nothing. */
  public refuse(reason: string): Outcome {
    return this.answer('FAILED', this.heldId ?? NOT_STARTED, undefined, reason);
  }

  /** Fails with what the service says of the job. */
  public failWith(job: Job, because?: string): Outcome {
    return this.fail(failureReason(this.kind, job, because));
  }

  /** Fails with an error that no retry makes right. */
  public failFor(error: unknown): Outcome {
    const { arn, name } = this.progress;
    const job = arn ?? name;
    return this.fail(`${messageOf(error)}${job ? ` | Job: ${job}` : ''}`);
  }

  /** A watch and a reference stand for no job: each is always the same resource, whatever it has seen. */
  private answer(Status: Answer['Status'], id: string, Data?: Answer['Data'], Reason?: string): Outcome {
    const { event } = this.tick;
    const PhysicalResourceId = isJob(event) ? id : event.LogicalResourceId;
    return {
      answer: { Status, ...(Reason !== undefined && { Reason }), PhysicalResourceId, ...(Data && { Data }) },
    };
  }
}
