import type { EndedExecution } from './executions';
import type { Job } from './job-kind';
import {
  CALL_WINDOW_MS,
  LATE_CALL_GRACE_MS,
  LIST_LAG_MS,
  NEXT_REQUEST_MS,
  SETTLING_MS,
  USUAL_DELIVERY_MS,
  VISIBILITY_GRACE_MS,
} from './late-calls';
import { LOOKOUT_PACE, MOST_TICKS, SHORT_PACE } from './pace';
import { requestTime } from './request-time';
import { after, isJob, isReference, isResult, ownEnd, type Progress, type Tick } from './tick';

/** How long after a request IAM may need to propagate what the same deployment has made. */
const IAM_GRACE_MS = 3 * 60 * 1000;

/** For so long it is tried to run the function after the answer, in seconds. */
const PATIENCE_SECONDS = 6 * 60 * 60;

/** How long after its deadline an answered request goes on at most, in seconds. */
const SIGNALLING_SECONDS = 2 * 60 * 60;

/** What time it is for a request of CloudFormation, and for what there is time. */
export class OperationTime {
  /** Whether it is for the resource that has a job's results: it waits for the job, and asks for none. */
  public readonly isResult: boolean;
  /** Whether it only reads a job, and leaves it as it is. */
  public readonly isReference: boolean;
  public readonly progress: Progress;
  /** When the wait is over. */
  public readonly deadline: Date;
  /** When this tick has begun. */
  public readonly now: Date;
  /** Whether the wait is over: a job that still runs is to be stopped, unless wait conditions follow. */
  public readonly isOverdue: boolean;
  /** Whether CloudFormation must be answered now, whatever the job does; or, after the answer, nobody waits any more. */
  public readonly isLost: boolean;
  public readonly receivedAt: Date;

  constructor(
    protected readonly tick: Tick,
    private readonly clock: () => Date,
  ) {
    const now = clock();
    this.now = now;
    this.isResult = isResult(tick.event);
    this.isReference = isReference(tick.event);
    this.progress = tick.progress;
    this.receivedAt = new Date(tick.receivedAt);
    this.deadline = new Date(tick.deadline);
    this.isOverdue = now >= this.deadline || this.hasManyTicks;
    // a reference waits for nothing: its margin is for a function that cannot be run in time
    this.isLost = now >= lastMomentOf(tick) || (this.isReference && this.isOverdue);
  }

  /** Whether there were so many ticks that the history of the execution has little room for more. */
  public get hasManyTicks(): boolean {
    return this.tick.count >= MOST_TICKS;
  }

  /** Whether CloudFormation has its answer, and goes on to the wait conditions. */
  public get isAnswered(): boolean {
    return this.tick.conditions !== undefined;
  }

  /** Whether the resource that has a job's results has waited for as long as it can. */
  public get hasWaitedEnough(): boolean {
    const { event } = this.tick;
    return isResult(event) && this.now >= ownEnd(event, this.receivedAt);
  }

  /** Until when is waited: the resource that has a job's results answers before the job's time is over, if need be. */
  protected get waitEnd(): Date {
    const { event } = this.tick;
    const end = isResult(event) ? ownEnd(event, this.receivedAt) : this.deadline;
    return end < this.deadline ? end : this.deadline;
  }

  /** Whether IAM may still be propagating what this deployment has made. */
  public get isWithinIamGrace(): boolean {
    return this.wasWithinIamGrace(this.now);
  }

  /** Whether it may have been at a moment. */
  public wasWithinIamGrace(moment: Date): boolean {
    return moment.getTime() - this.receivedAt.getTime() < IAM_GRACE_MS;
  }

  /** Whether the request was held up for so long that a newer one may have come, and may have been answered. */
  public get isLate(): boolean {
    const time = requestTime(this.tick.event);
    return time !== undefined && this.receivedAt.getTime() - time >= USUAL_DELIVERY_MS;
  }

  /** Whether a job may yet be shown that was accepted before this request came. */
  public get isWithinVisibilityGrace(): boolean {
    return this.ageOf(this.receivedAt) < VISIBILITY_GRACE_MS;
  }

  /**
   * Whether a job may yet be shown that an older request for the resource has asked for: the end of its execution is not
   * the end of the function, which may be in the middle of its Create call.
   *
   * @param mayBeUnheardOf Whether there may be a late call though nothing has gone on since this request came.
   */
  public isWithinLateCallGrace(mayBeUnheardOf: boolean): boolean {
    const { aloneSince, othersEnded, isSettledBefore } = this.progress;
    if (aloneSince === undefined) return true;
    const age = this.ageOf(new Date(aloneSince));
    if (isSettledBefore) return age < LIST_LAG_MS;
    const lateCall = othersEnded || mayBeUnheardOf ? LATE_CALL_GRACE_MS : 0;
    return age < lateCall + VISIBILITY_GRACE_MS;
  }

  /** The pause before it is looked again for what an older request may have begun, in seconds. */
  public get lookoutPace(): number {
    return this.progress.isSettledBefore ? SHORT_PACE : LOOKOUT_PACE;
  }

  /** Whether this is the very next request for a job's resource after one whose execution ended at a moment. */
  public follows({ tick: { event, isSettled }, endedAt }: EndedExecution): boolean {
    const made = requestTime(this.tick.event) ?? this.receivedAt.getTime();
    return isSettled === true && isJob(event) && made - endedAt.getTime() < NEXT_REQUEST_MS;
  }

  /** Whether a call may yet take effect that was about to be made for an older request. */
  public get mayBeUndone(): boolean {
    const { aloneSince, othersEnded } = this.progress;
    return othersEnded === true && this.ageOf(new Date(aloneSince!)) < LATE_CALL_GRACE_MS;
  }

  /**
   * Whether this tick may begin to create a job, or to change its tags. Its execution was there when the tick became due;
   * the request that ends it later looks out for its effects for as long as a call may take that has begun in time.
   */
  public get isInTime(): boolean {
    return this.clock().getTime() - new Date(this.tick.dueAt).getTime() < CALL_WINDOW_MS;
  }

  /** Whether the service may yet correct what it says of a job's end, which was seen at a moment (ISO 8601), or has just been. */
  public mayYetChange({ isProvisional, endedAt }: Job, seenAt = this.timestamp): boolean {
    return isProvisional === true && this.ageOf(endedAt ?? new Date(seenAt)) < SETTLING_MS;
  }

  /** For how many milliseconds the wait has been over, as far as this request goes. */
  public get overdueMs(): number {
    return Math.min(this.ageOf(this.deadline), this.ageOf(this.receivedAt));
  }

  /** The milliseconds since a moment. */
  public ageOf(moment: Date): number {
    return Math.max(0, this.now.getTime() - moment.getTime());
  }

  /** What time it is. */
  public get timestamp(): string {
    return this.clock().toISOString();
  }
}

/**
 * Until when it is tried to run the function for a tick, after the answer: every try takes its place in the execution's
 * history, and the wait conditions give up after twelve hours.
 */
export function patienceAt({ deadline }: Tick, dueAt: Date): Date {
  const [longest, end] = [after(dueAt, PATIENCE_SECONDS), after(new Date(deadline), SIGNALLING_SECONDS)];
  return longest < end ? longest : end;
}

/** After the answer, signals may still be due when the job has been stopped. */
function lastMomentOf({ conditions, deadline, giveUpAt }: Tick): Date {
  return conditions ? after(new Date(deadline), SIGNALLING_SECONDS) : new Date(giveUpAt);
}
