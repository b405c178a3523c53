import { failureReason } from './failure-reason';
import { messageOf } from './fault';
import type { Job, JobKind } from './job-kind';
import { specOf, type JobSpec } from './job-spec';
import type { Random } from './pace';
import type { Answer, JobEvent, Progress, Tick } from './tick';
import type { JobProperties } from '../src/contract';

/** The physical id of a resource whose job was never asked for. */
export const NOT_STARTED = 'cdk-ml-jobs:not-started';

/** How long after a request IAM may need to spread what the same deployment has made. */
const IAM_GRACE_MS = 3 * 60 * 1000;

/** What a tick comes to: an answer, or another tick. */
export type Outcome = { readonly answer: Answer } | { readonly waitSeconds: number; readonly progress: Progress };

/** One request of CloudFormation as a tick sees it: what is asked for, how far it is, what time it is. */
export class Operation {
  public readonly event: JobEvent;
  public readonly properties: JobProperties;
  public readonly progress: Progress;
  /** Whether the wait is over: a job that still runs is to be stopped. */
  public readonly isOverdue: boolean;
  /** Whether CloudFormation must be answered now, whatever the job does. */
  public readonly isLost: boolean;
  private readonly receivedAt: Date;
  private readonly deadline: Date;

  constructor(
    tick: Tick,
    public readonly kind: JobKind,
    private readonly now: Date,
    public readonly random: Random,
  ) {
    this.event = tick.event;
    this.properties = tick.event.ResourceProperties;
    this.progress = tick.progress;
    this.receivedAt = new Date(tick.receivedAt);
    this.deadline = new Date(tick.deadline);
    this.isOverdue = now >= this.deadline;
    this.isLost = now >= new Date(tick.giveUpAt);
  }

  /** Whether IAM may still be spreading what this deployment has made. */
  public get isWithinIamGrace(): boolean {
    return this.now.getTime() - this.receivedAt.getTime() < IAM_GRACE_MS;
  }

  /** The id that the resource has had until now. */
  public get heldId(): string | undefined {
    return this.event.RequestType === 'Create' ? undefined : this.event.PhysicalResourceId;
  }

  /** The same, where it is a job's; a resource that failed early has one of another form. */
  public get heldArn(): string | undefined {
    return this.heldId?.startsWith('arn:') ? this.heldId : undefined;
  }

  /** The milliseconds since a moment. */
  public ageOf(moment: Date): number {
    return Math.max(0, this.now.getTime() - moment.getTime());
  }

  public get timestamp(): string {
    return this.now.toISOString();
  }

  /** Whether the deployment waits for the job's end. */
  public get waits(): boolean {
    return this.properties.WaitForCompletion !== 'false';
  }

  public get spec(): JobSpec {
    return specOf(this.kind, this.event, this.properties);
  }

  /** Another tick, at the deadline at the latest, with what is to be remembered until then. */
  public again(pause: number, remember: Progress = {}): Outcome {
    const secondsLeft = Math.ceil((this.deadline.getTime() - this.now.getTime()) / 1000);
    const waitSeconds = this.isOverdue ? pause : Math.min(pause, secondsLeft);
    return { waitSeconds, progress: { ...this.progress, setbacks: 0, setback: undefined, ...remember } };
  }

  public succeed(job?: Job): Outcome {
    return {
      answer: {
        Status: 'SUCCESS',
        PhysicalResourceId: job?.arn ?? this.heldId ?? NOT_STARTED,
        ...(job && { Data: job.attributes }),
      },
    };
  }

  /**
   * Fails. A resource that was there keeps its id, so that CloudFormation does not take a failed update for a
   * replacement. A new one gets the id of the job that may have been started, so that the Delete that follows stops it.
   */
  public fail(reason: string): Outcome {
    const { arn, name } = this.progress;
    return this.failAs(this.heldId ?? arn ?? name ?? NOT_STARTED, reason);
  }

  /** Fails where it is certain that this operation has started nothing. */
  public refuse(reason: string): Outcome {
    return this.failAs(this.heldId ?? NOT_STARTED, reason);
  }

  private failAs(id: string, reason: string): Outcome {
    return { answer: { Status: 'FAILED', Reason: reason, PhysicalResourceId: id } };
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
}
