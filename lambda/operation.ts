import { executionName } from './execution-name';
import type { Executions } from './executions';
import { failureReason } from './failure-reason';
import { messageOf } from './fault';
import type { Job, JobKind } from './job-kind';
import { isSameButCase, specOf, type JobSpec } from './job-spec';
import { OperationTime } from './operation-time';
import type { Random } from './pace';
import {
  type Answer,
  isJob,
  isReference,
  isWatch,
  type JobEvent,
  type Progress,
  READING_SECONDS,
  type ResourceEvent,
  type Tick,
  type WatchEvent,
  wholeDeadline,
} from './tick';
import { type JobProperties, LONGEST_WAIT_SECONDS, type WatchedJobAttribute } from '../src/contract';

/** The physical id of a resource whose job was never asked for. */
export const NOT_STARTED = 'cdk-ml-jobs:not-started';

/** The same of one that may have been asked for: its Delete looks for it. */
export const MAY_HAVE_STARTED = 'cdk-ml-jobs:may-have-started';

/** No error, and no reason, is told at greater length: a tick has to carry it, beside the request. In characters. */
const LONGEST_TEXT = 4000;

/** What a tick comes to: an answer, another tick, or the end without an answer. */
export type Outcome =
  | { readonly answer: Answer; readonly isSettled?: boolean }
  | { readonly waitSeconds: number; readonly progress: Progress; readonly carried?: JobEvent }
  | { readonly withdrawn: true };

/** What an operation works with. */
export interface World {
  readonly kind: JobKind;
  readonly executions: Executions;
  /** What time it is, also in the middle of a tick. */
  readonly clock: () => Date;
  readonly random: Random;
}

/** Until when an operation goes on: the job's end, its acceptance by the service, or its start. */
type Goal = 'end' | 'acceptance' | 'start';

const GOALS: { readonly [wait in JobProperties['WaitForCompletion']]: Goal } = {
  true: 'end',
  false: 'acceptance',
  watched: 'start',
};

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
    this.jobEvent = isJob(tick.event) ? tick.event : tick.carried;
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

  /** The request of CloudFormation that this is for. */
  public get ownEvent(): ResourceEvent {
    return this.tick.event;
  }

  /** Whether what an older request for this watch has begun may carry on a request for a job. */
  public get mayHaveCarried(): boolean {
    const { event } = this.tick;
    if (!isWatch(event)) return false;
    const { Job } = event.RequestType === 'Update' ? event.OldResourceProperties : event.ResourceProperties;
    return Job?.startsWith('arn:') === false;
  }

  /** The watch that carries on a request which it has yet to look up. */
  public get watchWithoutRequest(): WatchEvent | undefined {
    const { event, carried } = this.tick;
    return isWatch(event) && !carried && !event.ResourceProperties.Job.startsWith('arn:') ? event : undefined;
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
    const { heldId } = this;
    return heldId !== undefined && [job.arn, job.name].some((id) => isSameButCase(id, heldId));
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
    const setback = remember.setback?.slice(0, LONGEST_TEXT);
    return { waitSeconds, progress: { ...this.progress, setbacks: 0, ...remember, setback } };
  }

  /** The same, with what the operation has learned of its setbacks until now. */
  public comeBack(pause: number): Outcome {
    const { setbacks, setback } = this.progress;
    return this.again(pause, { setbacks, setback });
  }

  /** Ends without an answer: nobody waits for it. */
  public withdraw(): Outcome {
    return { withdrawn: true };
  }

  /** A resource that stands for no job is what it should be. */
  public confirm(): Outcome {
    return this.answer('SUCCESS', NOT_STARTED);
  }

  /** The job is what it should be. A resource that stands for it already keeps its id, of whatever form that is. */
  public succeed(job?: Job): Outcome {
    if (!this.hasRequest) return this.answer('SUCCESS', job!.arn, job!.attributes);
    if (job && this.goal === 'start') return this.leave(job.arn, job);
    const held = job && !this.holds(job) ? job.arn : this.heldId;
    const answer = this.answer('SUCCESS', held ?? NOT_STARTED, job?.attributes);
    return job && hasEnded(job) ? settled(answer) : answer;
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
    const job = arn ?? name;
    return this.fail(`${messageOf(error)}${job ? ` | Job: ${job}` : ''}`);
  }

  /** A watch and a reference stand for no job: each is always the same resource, whatever it has seen. */
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

function hasEnded({ phase }: Job): boolean {
  return phase !== 'running' && phase !== 'stopping';
}

/** The id of a resource that stands for no job. */
export function idOfOther(event: ResourceEvent): string {
  return event.RequestType === 'Create' ? event.LogicalResourceId : event.PhysicalResourceId;
}
