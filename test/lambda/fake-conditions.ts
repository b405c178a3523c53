import type { Clock } from './fake-job-kind';
import { LONGEST_CONDITION_TIMEOUT_SECONDS } from '../../src/contract';
import type { TaskOutcome } from '../../state-machine/state-machine-run';

/** A signal that has come, with the seconds since the beginning of the test. */
export interface ReceivedSignal {
  readonly condition: string;
  readonly uniqueId: string;
  readonly at: number;
  readonly isTaken: boolean;
}

/** Wait conditions as CloudFormation has them: each begins when the one before is complete, by the test's clock. */
export class FakeConditions {
  /** All signals, in order. */
  public readonly signals: ReceivedSignal[] = [];
  /** How long it takes until a condition is complete that has its signal, in seconds. */
  public secondsToComplete = 2;
  /** How long it takes from one resource to the next, in seconds. */
  public secondsBetween = 5;
  /** The statuses of conditions that do not have the one that follows from their time; `undefined` where one is not there. */
  public readonly statuses = new Map<string, string | undefined>();
  /** Whether no condition may be looked at. */
  public isSightDenied = false;
  /** Whether no condition may be signalled. */
  public isSignalDenied = false;
  /** Whether a signal that comes too early is taken, and has no effect. */
  public ignoresEarlySignals = false;

  private readonly start: number;
  private readonly signalledAt = new Map<string, number>();
  private beginsAt = Infinity;

  constructor(
    private readonly ids: readonly string[],
    private readonly clock: Clock,
  ) {
    this.start = clock.now.getTime();
  }

  /** CloudFormation has the answer of the resource that they depend on. */
  public begin(): void {
    this.beginsAt = this.seconds + this.secondsBetween;
  }

  /** Whether the deployment has come to what is behind them. */
  public get areComplete(): boolean {
    return this.ids.every((id) => this.statusOf(id) === 'CREATE_COMPLETE');
  }

  /** The seconds since the beginning of the test. */
  public get seconds(): number {
    return (this.clock.now.getTime() - this.start) / 1000;
  }

  public statusOf(id: string): string | undefined {
    if (this.statuses.has(id)) return this.statuses.get(id);
    const begin = this.beginOf(this.ids.indexOf(id));
    if (this.seconds < begin) return undefined;
    if (this.seconds >= this.completionOf(id)) return 'CREATE_COMPLETE';
    return this.seconds >= begin + LONGEST_CONDITION_TIMEOUT_SECONDS ? 'CREATE_FAILED' : 'CREATE_IN_PROGRESS';
  }

  /** What SignalResource does. */
  public signal(condition: string, uniqueId: string): TaskOutcome {
    const status = this.statusOf(condition);
    const isTaken = !this.isSignalDenied && (status === 'CREATE_IN_PROGRESS' || this.ignoresEarlySignals);
    this.signals.push({ condition, uniqueId, at: this.seconds, isTaken });
    if (!isTaken) return refusal('CloudFormationException', `${condition} is ${status ?? 'not there'}`);
    if (status === 'CREATE_IN_PROGRESS' && !this.signalledAt.has(condition)) {
      this.signalledAt.set(condition, this.seconds);
    }
    return { result: {} };
  }

  /** What DescribeStackResource does. */
  public describe(condition: string): TaskOutcome {
    const ResourceStatus = this.isSightDenied ? undefined : this.statusOf(condition);
    if (ResourceStatus === undefined) return refusal('CloudFormationException', `Resource ${condition} does not exist`);
    const at = ResourceStatus === 'CREATE_COMPLETE' ? this.completionOf(condition) : this.seconds;
    // a status that the test has given has been so for ever
    const LastUpdatedTimestamp = new Date(this.start + (Number.isFinite(at) ? at : 0) * 1000).toISOString();
    return { result: { StackResourceDetail: { ResourceStatus, LastUpdatedTimestamp } } };
  }

  private beginOf(index: number): number {
    return index === 0 ? this.beginsAt : this.completionOf(this.ids[index - 1]) + this.secondsBetween;
  }

  private completionOf(id: string): number {
    return (this.signalledAt.get(id) ?? Infinity) + this.secondsToComplete;
  }
}

function refusal(name: string, Cause: string): TaskOutcome {
  return { error: { Error: `CloudFormation.${name}`, Cause } };
}
