import type { Definition, Json } from '../../state-machine/definition';
import { type RunStatus, StateMachineRun, type TaskOutcome } from '../../state-machine/state-machine-run';
import type { Tick } from '../handler-under-test';
import { numberedTextOf } from '../numbered-text';
import type { Event, Scheduler } from '../scheduler';

/** What an execution runs in. */
export interface ExecutionContext {
  readonly scheduler: Scheduler;
  readonly random: () => number;
  /** Does the work of a task, and says how it ended, once. */
  readonly invoke: (
    execution: SimulatedExecution,
    resource: string,
    input: unknown,
    ended: (outcome: TaskOutcome) => void,
  ) => void;
}

const REQUEST_ID = /"RequestId":"([^"]*)"/;

/** What ended longer ago is as good as forgotten. */
const MEMORABLE_MS = 60_000;

/** One execution of a state machine, in virtual time. */
export class SimulatedExecution {
  /** Whether its function has been lost for good. */
  public isDoomed = false;
  private readonly run: StateMachineRun<Event>;
  private readonly scheduler: Scheduler;

  constructor(
    public readonly name: string,
    public readonly inputText: string,
    definition: Definition,
    { scheduler, random, invoke }: ExecutionContext,
  ) {
    this.scheduler = scheduler;
    this.run = new StateMachineRun({ name }, definition, {
      clock: {
        now: () => scheduler.now,
        after: (seconds, label, happen) => scheduler.after(seconds, label, happen),
        cancel: (timer) => scheduler.cancel(timer),
      },
      random,
      invoke: (resource, input, ended) => invoke(this, resource, input, ended),
    });
  }

  /** The request of CloudFormation that it is for. */
  public get requestId(): string {
    return REQUEST_ID.exec(this.inputText)?.[1] ?? '';
  }

  public get status(): RunStatus {
    return this.run.status;
  }

  public get startedAt(): number {
    return this.run.startedAt;
  }

  public get stoppedAt(): number {
    return this.run.stoppedAt;
  }

  /** How many events AWS would have in its history. */
  public get historyEvents(): number {
    return this.run.historyEvents;
  }

  public start(): void {
    this.run.start(JSON.parse(this.inputText));
  }

  /** Ends it. What a function is doing it goes on doing, but nobody waits for it any more. */
  public abort(): void {
    this.run.abort();
  }

  /** All that its future depends on. */
  public get current(): unknown {
    const [state, input, retries] = this.run.position;
    const { event, ...rest } = input as Partial<Tick>;
    return [this.name, state, event && numberedTextOf(event), rest, retries, this.isDoomed];
  }

  /** What it came to, where it has come to its own end. */
  public get output(): unknown {
    return this.run.output;
  }

  /** What it says of what it has left, where it has come to its own end. */
  public get isSettled(): unknown {
    return (this.output as Json | undefined)?.isSettled;
  }

  /** How long ago it has ended, as far as that matters to the request that comes next, in milliseconds. */
  public get recentMs(): number {
    return Math.min(MEMORABLE_MS, this.scheduler.now - this.stoppedAt);
  }
}
