import type { Definition } from '../../state-machine/definition';
import { type RunStatus, StateMachineRun, type TaskOutcome } from '../../state-machine/state-machine-run';
import type { Event, Scheduler } from '../scheduler';

/** What an execution runs in. */
export interface ExecutionContext {
  readonly scheduler: Scheduler;
  readonly random: () => number;
  /** Calls the function of a task, and says how it ended, once. */
  readonly invoke: (execution: Execution, input: unknown, ended: (outcome: TaskOutcome) => void) => void;
}

/** One execution of a state machine, in virtual time. */
export class Execution {
  /** Whether its function has been lost for good. */
  public isDoomed = false;
  private readonly run: StateMachineRun<Event>;

  constructor(
    public readonly name: string,
    public readonly inputText: string,
    definition: Definition,
    { scheduler, random, invoke }: ExecutionContext,
  ) {
    this.run = new StateMachineRun({ name }, definition, {
      clock: {
        now: () => scheduler.now,
        after: (seconds, label, happen) => scheduler.after(seconds, label, happen),
        cancel: (timer) => scheduler.cancel(timer),
      },
      random,
      invoke: (_, input, ended) => invoke(this, input, ended),
    });
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
    return [this.name, this.run.position, this.isDoomed];
  }
}
