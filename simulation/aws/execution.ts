import type { Definition, Retrier, State } from './state-machine';
import type { Event, Scheduler } from '../scheduler';

export type Json = { readonly [member: string]: unknown };

/** How a call of a task's function ended. */
export type TaskOutcome =
  { readonly result: unknown } | { readonly error: { readonly Error: string; readonly Cause: string } };

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** What an execution runs in. */
export interface ExecutionContext {
  readonly scheduler: Scheduler;
  readonly random: () => number;
  /** Calls the function of a task, and says how it ended, once. */
  readonly invoke: (execution: Execution, input: unknown, ended: (outcome: TaskOutcome) => void) => void;
}

/** LambdaFunctionScheduled, -Started, and -Succeeded or -Failed, TaskStateEntered and TaskStateExited; see AWS's quota of 25,000. */
const EVENTS_PER_TASK = 5;
const EVENTS_PER_STATE = 2;
/** What ended longer ago is as good as forgotten. */
const MEMORABLE_MS = 60_000;

/** One execution of a state machine, state by state. */
export class Execution {
  public status: ExecutionStatus = 'RUNNING';
  public readonly startedAt: number;
  public stoppedAt = Infinity;
  /** What it came to, where it has come to its own end. */
  public output?: unknown;
  /** Whether its function has been lost for good. */
  public isDoomed = false;
  /** How many events AWS would have in its history. */
  public historyEvents = 2;
  private state = '';
  private input: unknown;
  private retries: number[] = [];
  private enteredAt = 0;
  private timer?: Event;
  private calls = 0;

  constructor(
    public readonly name: string,
    public readonly inputText: string,
    private readonly definition: Definition,
    private readonly context: ExecutionContext,
  ) {
    this.startedAt = context.scheduler.now;
  }

  public start(): void {
    this.enter(this.definition.StartAt, JSON.parse(this.inputText));
  }

  /** Ends it. What a function is doing it goes on doing, but nobody waits for it any more. */
  public abort(): void {
    this.end('ABORTED');
  }

  /** All that its future depends on. */
  public get current(): unknown {
    return [this.name, this.state, this.input, this.retries, this.isDoomed];
  }

  /** What it says of what it has left, where it has come to its own end. */
  public get isSettled(): unknown {
    return (this.output as Json | undefined)?.isSettled;
  }

  /** How long ago it has ended, as far as that matters to the request that comes next, in milliseconds. */
  public get recentMs(): number {
    return Math.min(MEMORABLE_MS, this.context.scheduler.now - this.stoppedAt);
  }

  private enter(name: string, input: unknown): void {
    this.state = name;
    this.input = input;
    this.retries = [];
    this.enteredAt = this.context.scheduler.now;
    const state = this.definition.States[name];
    this.historyEvents += state.Type === 'Task' ? 0 : EVENTS_PER_STATE;
    switch (state.Type) {
      case 'Task':
        return this.callFunction(state);
      case 'Choice':
        return this.enter(this.choose(state), input);
      case 'Wait':
        return this.wait(Number(state.Seconds ?? this.at(state.SecondsPath!)), () => this.enter(state.Next, input));
      case 'Pass':
        return this.enter(state.Next, input);
      case 'Succeed':
        this.output = input;
        return this.end('SUCCEEDED');
      case 'Fail':
        return this.end('FAILED');
    }
  }

  private callFunction(state: Extract<State, { Type: 'Task' }>): void {
    this.historyEvents += EVENTS_PER_TASK;
    const call = ++this.calls;
    const end = (outcome: TaskOutcome): void => {
      if (this.status !== 'RUNNING' || this.calls !== call) return;
      this.calls++;
      this.context.scheduler.cancel(this.timer);
      if ('result' in outcome) this.enter(state.Next, outcome.result);
      else this.fail(state, outcome.error);
    };
    if (state.TimeoutSeconds !== undefined) {
      const error = { Error: 'States.Timeout', Cause: '' };
      this.wait(state.TimeoutSeconds, () => end({ error }));
    }
    this.context.invoke(this, this.parametersOf(state), end);
  }

  private fail(
    state: Extract<State, { Type: 'Task' }>,
    error: { readonly Error: string; readonly Cause: string },
  ): void {
    const [retrier] = state.Retry ?? [];
    const [attempts = 0] = this.retries;
    if (retrier && attempts < retrier.MaxAttempts) {
      this.retries = [attempts + 1];
      return this.wait(this.delayOf(retrier, attempts), () => this.callFunction(state));
    }
    const [catcher] = state.Catch ?? [];
    if (!catcher) return this.end('FAILED');
    const { ResultPath } = catcher;
    const output = ResultPath ? { ...(this.input as Json), [memberIn(ResultPath)]: error } : error;
    this.enter(catcher.Next, output);
  }

  private delayOf(
    { IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy }: Retrier,
    attempts: number,
  ): number {
    const delay = Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** attempts);
    return JitterStrategy === 'FULL' ? delay * this.context.random() : delay;
  }

  private choose({ Choices, Default }: Extract<State, { Type: 'Choice' }>): string {
    const choice = Choices.find(({ Variable, BooleanEquals, TimestampLessThanPath }) => {
      const value = this.at(Variable);
      if (BooleanEquals !== undefined) return value === BooleanEquals;
      return Date.parse(String(value)) < Date.parse(String(this.at(TimestampLessThanPath!)));
    });
    return choice?.Next ?? Default;
  }

  private parametersOf({ Parameters }: Extract<State, { Type: 'Task' }>): unknown {
    if (!Parameters) return this.input;
    return Object.fromEntries(
      Object.entries(Parameters).map(([member, path]) => [member.replace(/\.\$$/, ''), this.at(path)]),
    );
  }

  private at(path: string): unknown {
    if (path === '$') return this.input;
    if (path === '$$.State.EnteredTime') return new Date(this.enteredAt).toISOString();
    return (this.input as Json)[memberIn(path)];
  }

  private wait(seconds: number, then: () => void): void {
    this.timer = this.context.scheduler.after(seconds, `${this.name} goes on`, then);
  }

  private end(status: ExecutionStatus): void {
    if (this.status !== 'RUNNING') return;
    this.status = status;
    this.stoppedAt = this.context.scheduler.now;
    this.calls++;
    this.context.scheduler.cancel(this.timer);
  }
}

function memberIn(path: string): string {
  const [, member] = /^\$\.(\w+)$/.exec(path) ?? [];
  if (member === undefined) throw new Error(`The path ${path} is not interpreted`);
  return member;
}
