import { messageOf } from './error-message';
import type { Executions } from './executions';
import { failureReason, refusalReason } from './failure-reason';
import { isIdentifier } from './job-identifier';
import type { Job, JobKind } from './job-kind';
import { isSameButCase, specOf, type JobSpec } from './job-spec';
import { OperationTime } from './operation-time';
import { backoffOf, leastPauseOf, LONGEST_BUSY_PAUSE, type Random } from './pace';
import {
  type Answer,
  type ConditionsLeft,
  isJob,
  isReference,
  isResult,
  type JobEvent,
  type Progress,
  READING_SECONDS,
  type ResourceEvent,
  type Tick,
  wholeDeadline,
} from './tick';
import type { ConditionSignal, JobProperties, WaitAttribute } from '../src/contract';

/** The physical id of a resource whose job was never asked for. */
export const NOT_STARTED = 'cdk-ml-jobs:not-started';

/** The same of one that may have been asked for: its Delete looks for it. */
export const MAY_HAVE_STARTED = 'cdk-ml-jobs:may-have-started';

/** No error, and no reason, is told at greater length: a tick has to carry it, beside the request. In characters. */
const LONGEST_TEXT = 4000;

/** The same of one that is an attribute: CloudFormation reads 4,096 bytes of all that is said. */
const LONGEST_SETBACK = 600;

/** What a tick comes to: an answer, another tick, or the end without an answer. */
export type Outcome =
  | { readonly answer: Answer; readonly isSettled?: boolean }
  | {
      readonly waitSeconds: number;
      readonly progress: Progress;
      readonly conditions?: ConditionsLeft;
      readonly signal?: ConditionSignal;
    }
  | { readonly withdrawn: true; readonly isSettled?: boolean };

/** What an operation works with. */
export interface World {
  readonly kind: JobKind;
  readonly executions: Executions;
  /** What time it is, also in the middle of a tick. */
  readonly clock: () => Date;
  readonly random: Random;
}

/** One request of CloudFormation as a tick sees it: what is asked for, how far it is, what time it is. */
export class Operation extends OperationTime {
  public readonly kind: JobKind;
  public readonly executions: Executions;
  public readonly random: Random;
  private readonly jobEvent?: JobEvent;

  constructor(tick: Tick, { kind, executions, clock, random }: World) {
    super(tick, clock);
    this.kind = kind;
    this.executions = executions;
    this.random = random;
    this.jobEvent = isJob(tick.event) ? tick.event : undefined;
  }

  /** The request of a job's resource. */
  public get event(): JobEvent {
    if (!this.jobEvent) throw new Error('Only the resource of a job asks for one');
    return this.jobEvent;
  }

  public get properties(): JobProperties {
    return this.event.ResourceProperties;
  }

  /** Whether the operation ends when the service has accepted the job. */
  public get isAcceptanceEnough(): boolean {
    return this.properties.WaitForCompletion === 'false';
  }

  /** Whether wait conditions follow on the resource, which is to be answered first. */
  public get areConditionsToFollow(): boolean {
    return !this.isAnswered && this.properties.WaitConditions !== undefined;
  }

  /** Whether what an older request has begun may signal conditions, or stop the job at another time than this one's. */
  public get mayOlderOnesSignal(): boolean {
    const { event } = this;
    const before = event.RequestType === 'Update' ? event.OldResourceProperties.WaitConditions : undefined;
    return !this.isAnswered && (this.properties.WaitConditions ?? before) !== undefined;
  }

  /** The request of CloudFormation that this is for. */
  public get ownEvent(): ResourceEvent {
    return this.tick.event;
  }

  /** The id that the resource has had until now. */
  public get heldId(): string | undefined {
    const event = this.jobEvent;
    return !event || event.RequestType === 'Create' ? undefined : event.PhysicalResourceId;
  }

  /** The same, where it is a job's; a resource that failed early, or found no place in time, has one of another form. */
  public get heldArn(): string | undefined {
    const { heldId } = this;
    return heldId !== undefined && isIdentifier(heldId) ? heldId : undefined;
  }

  /** Whether the resource stands for a job. */
  public holds(job: Job): boolean {
    const { heldId } = this;
    return heldId !== undefined && [job.arn, job.name].some((id) => isSameButCase(id, heldId));
  }

  /** How long a job was waited for that has not ended, as in "had not ended …". */
  public get waitText(): string {
    const { event, count } = this.tick;
    if (this.hasManyTicks) return `after ${count} looks at it`;
    if (isReference(event)) return `after ${READING_SECONDS} seconds`;
    if (isResult(event)) return `by ${event.ResourceProperties.Deadline}`;
    return `after ${event.ResourceProperties.WaitSeconds} seconds`;
  }

  public get spec(): JobSpec {
    return specOf(this.kind, this.event, this.properties);
  }

  /** Another tick, at the end of the wait at the latest, with what is to be remembered until then. */
  public again(pause: number, remember: Progress = {}): Extract<Outcome, { readonly progress: unknown }> {
    const end = this.waitEnd.getTime();
    const least = pause > 0 ? leastPauseOf(this.tick.count, (end - this.receivedAt.getTime()) / 1000) : 0;
    const secondsLeft = Math.ceil((end - this.now.getTime()) / 1000);
    const longEnough = Math.max(pause, least);
    const waitSeconds = secondsLeft > 0 ? Math.min(longEnough, secondsLeft) : pause;
    const setback = remember.setback?.slice(0, LONGEST_TEXT);
    return { waitSeconds, progress: { ...this.progress, setbacks: 0, ...remember, setback } };
  }

  /** Another try, after a pause that grows, where the service or the way to it was not up to it. */
  public againWhenBusy(error: unknown): Outcome {
    const setbacks = (this.progress.setbacks ?? 0) + 1;
    const pause = backoffOf(setbacks, LONGEST_BUSY_PAUSE, this.random);
    return this.again(pause, { setbacks, setback: messageOf(error) });
  }

  /** The same, with what the operation has learned of its setbacks until now. */
  public comeBack(pause: number): Outcome {
    const { setbacks, setback } = this.progress;
    return this.again(pause, { setbacks, setback });
  }

  /** Ends without an answer: nobody waits for it, or it was given before. */
  public withdraw(isSettled?: boolean): Outcome {
    return { withdrawn: true, ...(isSettled && { isSettled }) };
  }

  /** A resource that stands for no job is what it should be. */
  public confirm(): Outcome {
    return this.answer('SUCCESS', NOT_STARTED);
  }

  /** The job is what it should be. A resource that stands for it already keeps its id, of whatever form that is. */
  public succeed(job?: Job): Outcome {
    if (!this.jobEvent) return this.answer('SUCCESS', job!.arn, job!.attributes);
    if (job && this.areConditionsToFollow) return this.letWait(job.arn, job);
    const held = job && !this.holds(job) ? job.arn : this.heldId;
    const answer = this.answer('SUCCESS', held ?? NOT_STARTED, job?.attributes);
    return job && hasEnded(job) ? settled(answer) : answer;
  }

  /** Wait conditions take over: for a job that there is, or for one that still waits for its place under its name. */
  public letWait(id: string, job?: Job): Outcome {
    const data: Record<WaitAttribute, string> = {
      Name: job?.name ?? id,
      Deadline: wholeDeadline(this.event, this.receivedAt).toISOString(),
      Setback: job ? '' : (this.progress.setback ?? '').slice(0, LONGEST_SETBACK),
    };
    return this.answer('SUCCESS', job && this.holds(job) ? this.heldId! : id, data);
  }

  /**
   * Fails. A resource that was there keeps its id, so that CloudFormation does not take a failed update for a
   * replacement. A new one gets the id of the job that may have been started, so that the Delete that follows stops it.
   */
  public fail(reason: string): Outcome {
    const { arn, name } = this.progress;
    const id = this.heldId ?? arn ?? name ?? NOT_STARTED;
    return this.answer('FAILED', id, undefined, reason);
  }

  /** Fails where it is certain that this operation has started nothing. */
  public refuse(reason: string): Outcome {
    const answer = this.answer('FAILED', this.heldId ?? NOT_STARTED, undefined, reason);
    // of a call whose answer was lost a moment ago a job may yet be shown
    return this.progress.setbacks ? answer : settled(answer);
  }

  /** Fails with what the service says of the job. */
  public failWith(job: Job, because?: string): Outcome {
    const answer = this.fail(failureReason(this.kind, job, because));
    return hasEnded(job) ? settled(answer) : answer;
  }

  /** Fails with an error that no retry makes right. */
  public failFor(error: unknown): Outcome {
    const { arn, name } = this.progress;
    return this.fail(refusalReason(this.kind, error, arn ?? name));
  }

  /** Refuses with an error of the service: it is certain that the call has started nothing. */
  public refuseFor(error: unknown): Outcome {
    return this.refuse(refusalReason(this.kind, error));
  }

  /** A result and a reference stand for no job: each is always the same resource, whatever it has seen. */
  private answer(Status: Answer['Status'], id: string, Data?: Answer['Data'], Reason?: string): Outcome {
    const { event } = this.tick;
    const PhysicalResourceId = isJob(event) ? id : idOfOther(event);
    const reason = Reason?.slice(0, LONGEST_TEXT);
    return {
      answer: { Status, ...(reason !== undefined && { Reason: reason }), PhysicalResourceId, ...(Data && { Data }) },
    };
  }
}

/** What comes next may count on it that nothing is left of this. */
function settled(outcome: Outcome): Outcome {
  return 'answer' in outcome ? { ...outcome, isSettled: true } : outcome;
}

/** Whether a job has ended, however. */
export function hasEnded({ phase }: Job): boolean {
  return phase !== 'running' && phase !== 'stopping';
}

/** The id of a resource that stands for no job. */
export function idOfOther(event: ResourceEvent): string {
  return event.RequestType === 'Create' ? event.LogicalResourceId : event.PhysicalResourceId;
}
