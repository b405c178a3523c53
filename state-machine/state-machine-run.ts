import type { ChoiceRule, Definition, Json, Retrier, State, TaskState } from './definition';
import { filled, valueAt, withValueAt } from './path';

/** Why a task, or an execution, has failed. */
export interface RunError {
  readonly Error: string;
  readonly Cause: string;
}

/** How a task ended. */
export type TaskOutcome = { readonly result: unknown } | { readonly error: RunError };

export type RunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** The time that a run lives in. */
export interface RunClock<Timer> {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets something happen after some seconds; the label says what, for whoever watches. */
  readonly after: (seconds: number, label: string, happen: () => void) => Timer;
  readonly cancel: (timer: Timer | undefined) => void;
}

/** What a run of a state machine needs of the world around it. */
export interface RunContext<Timer> {
  readonly clock: RunClock<Timer>;
  /** From 0 (included) to 1 (excluded), for the jitter of retries. */
  readonly random: () => number;
  /** Does the work of a task, and says how it ended: once. */
  readonly invoke: (resource: string, input: unknown, ended: (outcome: TaskOutcome) => void) => void;
  /** Called when the run has ended, however. @default - nobody is told */
  readonly onEnd?: () => void;
}

/** What identifies an execution. */
export interface RunIdentity {
  readonly name: string;
  readonly arn?: string;
  readonly roleArn?: string;
  readonly stateMachineArn?: string;
}

/** A Standard execution fails when its history has this many events. */
export const MOST_HISTORY_EVENTS = 25_000;

const EVENTS_PER_STATE = 2;
/** Of a function: LambdaFunctionScheduled, -Started, and -Succeeded or -Failed; of another task: TaskScheduled and so on. */
const EVENTS_PER_CALL = 3;

/** Errors that `States.ALL` does not stand for. */
const NEVER_CAUGHT = ['States.DataLimitExceeded', 'States.Runtime'];
/** Errors that `States.TaskFailed` does not stand for either. */
const NO_TASK_FAILURE = [...NEVER_CAUGHT, 'States.Timeout'];

/**
 * One run of a state machine, state by state, in whatever time its world has: it goes on whenever a task or a timer
 * ends, and does nothing in between.
 *
 * Interpreted is what the engine's definition needs, and `readDefinition` refuses the rest.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export class StateMachineRun<Timer = unknown> {
  public status: RunStatus = 'RUNNING';
  public readonly startedAt: number;
  public stoppedAt = Infinity;
  public output?: unknown;
  public error?: RunError;
  /** How often a task was called. */
  public calls = 0;
  /** How many state transitions AWS would charge: each state that is entered, and each retry of one. */
  public transitions = 0;
  /** How many events AWS would have in its history. */
  public historyEvents = 1;
  private state = '';
  private input: unknown;
  private retries: number[] = [];
  private enteredAt = 0;
  private timer?: Timer;
  /** Which call is waited for: what an earlier one says does not count any more. */
  private waitedFor = 0;

  constructor(
    public readonly identity: RunIdentity,
    private readonly definition: Definition,
    private readonly context: RunContext<Timer>,
  ) {
    this.startedAt = context.clock.now();
  }

  public get name(): string {
    return this.identity.name;
  }

  public start(input: unknown): void {
    this.enter(this.definition.StartAt, input);
  }

  /** Ends it. What a task is doing it goes on doing, but nobody waits for it any more. */
  public abort(): void {
    this.end('ABORTED');
  }

  /** All that its future depends on: the state, its input, and the attempts that have been made at it. */
  public get position(): readonly [state: string, input: unknown, retries: readonly number[]] {
    return [this.state, this.input, this.retries];
  }

  private enter(name: string, input: unknown): void {
    this.state = name;
    this.input = input;
    this.retries = [];
    this.enteredAt = this.context.clock.now();
    this.transitions++;
    const state = this.definition.States[name];
    if (!this.record(state.Type === 'Fail' ? 1 : EVENTS_PER_STATE)) return;
    switch (state.Type) {
      case 'Task':
        return this.call(state);
      case 'Choice':
        return this.choose(state.Choices, state.Default);
      case 'Wait':
        return this.wait(Number(state.Seconds ?? this.at(state.SecondsPath!)), () => this.leave(state, input));
      case 'Pass':
        return this.leave(state, input);
      case 'Succeed':
        return this.end('SUCCEEDED', { output: input });
      case 'Fail':
        return this.end('FAILED', { error: { Error: state.Error ?? '', Cause: state.Cause ?? '' } });
    }
  }

  private leave({ Next }: Exclude<State, { readonly Type: 'Choice' | 'Succeed' | 'Fail' }>, output: unknown): void {
    if (Next === undefined) this.end('SUCCEEDED', { output });
    else this.enter(Next, output);
  }

  private call(state: TaskState): void {
    if (!this.record(EVENTS_PER_CALL)) return;
    this.calls++;
    const call = ++this.waitedFor;
    const ended = (outcome: TaskOutcome): void => {
      if (this.status !== 'RUNNING' || this.waitedFor !== call) return;
      this.waitedFor++;
      this.context.clock.cancel(this.timer);
      if ('result' in outcome) this.leave(state, this.outputOf(state, outcome.result));
      else this.fail(state, outcome.error);
    };
    if (state.TimeoutSeconds !== undefined) {
      this.wait(state.TimeoutSeconds, () => ended({ error: { Error: 'States.Timeout', Cause: '' } }));
    }
    const input = state.Parameters ? filled(state.Parameters, (path) => this.at(path)) : this.input;
    this.context.invoke(state.Resource, input, ended);
  }

  private outputOf({ ResultSelector, ResultPath }: TaskState, result: unknown): unknown {
    const selected = ResultSelector
      ? filled(ResultSelector, (path) => valueAt(path, result, () => this.contextObject))
      : result;
    if (ResultPath === null) return this.input;
    return ResultPath === undefined ? selected : withValueAt(ResultPath, this.input, selected);
  }

  private fail(state: TaskState, error: RunError): void {
    const index = (state.Retry ?? []).findIndex(({ ErrorEquals }) => isMeant(ErrorEquals, error.Error));
    const retrier = state.Retry?.[index];
    const attempts = this.retries[index] ?? 0;
    if (retrier && attempts < (retrier.MaxAttempts ?? 3)) {
      this.retries[index] = attempts + 1;
      this.transitions++;
      return this.wait(this.delayOf(retrier, attempts), () => this.call(state));
    }
    const catcher = (state.Catch ?? []).find(({ ErrorEquals }) => isMeant(ErrorEquals, error.Error));
    if (!catcher) return this.end('FAILED', { error });
    const { ResultPath, Next } = catcher;
    this.enter(Next, ResultPath === undefined ? error : withValueAt(ResultPath, this.input, error));
  }

  private delayOf(retrier: Retrier, attempts: number): number {
    const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity, JitterStrategy } = retrier;
    const delay = Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** attempts);
    return JitterStrategy === 'FULL' ? delay * this.context.random() : delay;
  }

  private choose(choices: readonly ChoiceRule[], otherwise: string | undefined): void {
    for (const rule of choices) {
      const value = this.at(rule.Variable);
      if (value === undefined && rule.IsPresent === undefined) {
        return this.break(
          `Invalid path '${rule.Variable}': The choice state's condition path references an invalid value.`,
        );
      }
      if (this.holds(rule, value)) return this.enter(rule.Next, this.input);
    }
    if (otherwise !== undefined) return this.enter(otherwise, this.input);
    this.end('FAILED', { error: { Error: 'States.NoChoiceMatched', Cause: `No choice of '${this.state}' holds` } });
  }

  private holds(
    { BooleanEquals, IsPresent, StringEquals, TimestampLessThanPath }: ChoiceRule,
    value: unknown,
  ): boolean {
    if (IsPresent !== undefined) return (value !== undefined) === IsPresent;
    if (BooleanEquals !== undefined) return value === BooleanEquals;
    if (StringEquals !== undefined) return value === StringEquals;
    return Date.parse(String(value)) < Date.parse(String(this.at(TimestampLessThanPath!)));
  }

  private at(path: string): unknown {
    return valueAt(path, this.input, () => this.contextObject);
  }

  /** What `$$` stands for. */
  private get contextObject(): Json {
    const { arn, name, roleArn, stateMachineArn } = this.identity;
    return {
      Execution: { Id: arn, Name: name, RoleArn: roleArn, StartTime: new Date(this.startedAt).toISOString() },
      State: {
        Name: this.state,
        EnteredTime: new Date(this.enteredAt).toISOString(),
        RetryCount: this.retries.reduce((sum, count) => sum + (count ?? 0), 0),
      },
      StateMachine: { Id: stateMachineArn, Name: stateMachineArn?.split(':').pop() },
    };
  }

  private wait(seconds: number, then: () => void): void {
    this.timer = this.context.clock.after(seconds, `${this.name} goes on`, then);
  }

  /** Returns whether there was room for so many more events. */
  private record(events: number): boolean {
    this.historyEvents += events;
    // the last is for the end of the execution
    if (this.historyEvents < MOST_HISTORY_EVENTS) return true;
    this.break(`The execution reached the maximum number of history events (${MOST_HISTORY_EVENTS}).`);
    return false;
  }

  private break(Cause: string): void {
    this.end('FAILED', { error: { Error: 'States.Runtime', Cause } });
  }

  private end(status: RunStatus, end: { readonly output?: unknown; readonly error?: RunError } = {}): void {
    if (this.status !== 'RUNNING') return;
    this.status = status;
    this.output = end.output;
    this.error = end.error;
    this.stoppedAt = this.context.clock.now();
    this.historyEvents++;
    this.waitedFor++;
    this.context.clock.cancel(this.timer);
    this.context.onEnd?.();
  }
}

function isMeant(names: readonly string[], error: string): boolean {
  return names.some((name) => {
    if (name === 'States.ALL') return !NEVER_CAUGHT.includes(error);
    if (name === 'States.TaskFailed') return !NO_TASK_FAILURE.includes(error);
    return name === error;
  });
}
