import { ContextObject } from './context-object';
import type { InterpreterEvent, InterpreterRun, StateMachineClass } from './interpreter';
import type { VirtualClock } from '../clock';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import type { InvocationOutcome, JobOrigin } from '../lambda/invocation';

/** A deployed state machine. */
export interface StateMachine {
  readonly arn: string;
  readonly roleArn: string;
  readonly definition: JsonObject;
  /** What names the key of the user's own that encrypts its history. @default - a key of AWS */
  readonly keyId?: string;
}

export interface ExecutionProps {
  readonly arn: string;
  readonly name: string;
  readonly input: JsonValue;
  /** The input as the caller wrote it. */
  readonly inputText: string;
  readonly stateMachine: StateMachine;
  readonly origin: JobOrigin;
  readonly startedAt: number;
}

export interface ExecutionContext {
  readonly clock: VirtualClock;
  readonly interpreter: StateMachineClass;
  /** Runs the function of a task. */
  readonly invoke: (functionArn: string, input: JsonValue, execution: Execution) => Promise<InvocationOutcome>;
}

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** A Standard execution ends when its history has this many events. */
const MAX_HISTORY_EVENTS = 25_000;
/** Step Functions' own default; the interpreter's is a minute. */
const NO_TIMEOUT_SECONDS = 99_999_999;
/** LambdaFunctionScheduled, -Started, and -Succeeded or -Failed. */
const EVENTS_PER_INVOCATION = 3;

/** One execution of a state machine. */
export class Execution {
  public readonly arn: string;
  public readonly name: string;
  public readonly input: JsonValue;
  public readonly origin: JobOrigin;
  public readonly startedAt: number;
  public stoppedAt?: number;
  public status: ExecutionStatus = 'RUNNING';
  public output?: JsonValue;
  public error?: { readonly error: string; readonly cause: string };
  /** How often a task has invoked its function. */
  public ticks = 0;
  /** How many events AWS would have in the execution's history. */
  public historyEvents = 0;
  /** Resolved when it has ended, however. */
  public ended: Promise<unknown> = Promise.resolve();
  private run?: InterpreterRun;

  constructor(
    public readonly props: ExecutionProps,
    private readonly context: ExecutionContext,
  ) {
    this.arn = props.arn;
    this.name = props.name;
    this.input = props.input;
    this.origin = props.origin;
    this.startedAt = props.startedAt;
  }

  public start(): void {
    const { stateMachine, input } = this.props;
    const { clock, interpreter: StateMachineRunner } = this.context;
    const execution = { arn: this.arn, name: this.name, roleArn: stateMachine.roleArn };
    const contextObject = new ContextObject(() => clock.now(), execution, stateMachine.arn);
    const definition = contextObject.watch(withoutTaskTimeouts(stateMachine.definition));
    const machine = new StateMachineRunner(definition, { validationOptions: { noValidate: true } });
    this.run = machine.run(input, {
      context: contextObject,
      overrides: { taskResourceLocalHandlers: this.tasks(stateMachine.definition) },
    });
    this.ended = Promise.all([this.settle(this.run.result), this.count(this.run.eventLogs)]);
  }

  public abort(): void {
    if (this.status !== 'RUNNING') return;
    this.end('ABORTED');
    this.run?.abort();
  }

  private async settle(result: Promise<JsonValue>): Promise<void> {
    try {
      this.output = await result;
      this.end('SUCCEEDED');
    } catch (error) {
      // aborted, which has a reason already
      if (this.status !== 'RUNNING') return;
      const { name, cause, message } = error as Error;
      // the interpreter's errors are of its own realm, so their class says nothing here
      const reason = (cause as Error | undefined) ?? { name, message };
      this.error = { error: reason.name, cause: reason.message };
      this.end(name === 'ExecutionTimeoutError' ? 'TIMED_OUT' : 'FAILED');
    }
  }

  private end(status: ExecutionStatus): void {
    if (this.status !== 'RUNNING') return;
    this.status = status;
    this.stoppedAt = this.context.clock.now();
  }

  private tasks(definition: JsonObject): Record<string, (input: JsonValue) => Promise<JsonValue>> {
    const states = isJsonObject(definition.States) ? Object.entries(definition.States) : [];
    const tasks = states.filter(([, state]) => isJsonObject(state) && state.Type === 'Task');
    return Object.fromEntries(
      tasks.map(([name, state]) => [name, async (input) => this.tick(String((state as JsonObject).Resource), input)]),
    );
  }

  private async tick(functionArn: string, input: JsonValue): Promise<JsonValue> {
    this.ticks++;
    this.addEvents(EVENTS_PER_INVOCATION);
    const outcome = await this.context.invoke(functionArn, input, this);
    if (outcome.kind === 'result') return outcome.result;
    throw taskError(outcome);
  }

  private async count(events: AsyncIterable<InterpreterEvent>): Promise<void> {
    for await (const { type } of events) {
      if (/^(Execution|State(Entered|Exited)|Map|Parallel)/.test(type)) this.addEvents(1);
    }
  }

  private addEvents(count: number): void {
    this.historyEvents += count;
    if (this.historyEvents < MAX_HISTORY_EVENTS || this.status !== 'RUNNING') return;
    this.error = {
      error: 'States.Runtime',
      cause: `The execution reached the maximum number of history events (${MAX_HISTORY_EVENTS}).`,
    };
    this.end('FAILED');
    this.run?.abort();
  }
}

function withoutTaskTimeouts(definition: JsonObject): JsonObject {
  const states = isJsonObject(definition.States) ? definition.States : {};
  const widened = Object.entries(states).map(([name, state]) => {
    const unlimited =
      isJsonObject(state) &&
      state.Type === 'Task' &&
      state.TimeoutSeconds === undefined &&
      state.TimeoutSecondsPath === undefined;
    return [name, unlimited ? { ...state, TimeoutSeconds: NO_TIMEOUT_SECONDS } : state];
  });
  return { ...definition, States: Object.fromEntries(widened) as JsonObject };
}

/** The error that a state's `Retry` and `Catch` see. */
function taskError(outcome: Exclude<InvocationOutcome, { kind: 'result' }>): Error {
  const named = (name: string, cause: string): Error => Object.assign(new Error(cause), { name });
  switch (outcome.kind) {
    case 'error':
      return named(outcome.error.errorType, JSON.stringify(outcome.error));
    case 'throttled':
      return named('Lambda.TooManyRequestsException', 'Rate Exceeded. (Service: Lambda, Status Code: 429)');
    case 'denied':
      return named('Lambda.AWSLambdaException', outcome.message);
    case 'missing':
      return named('Lambda.ResourceNotFoundException', 'Function not found (Service: Lambda, Status Code: 404)');
    case 'timeout':
      return named(
        'Sandbox.Timedout',
        JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage: outcome.message }),
      );
    case 'crash':
      return named(
        'Lambda.Unknown',
        `The cause could not be determined because Lambda did not return an error type. ${outcome.message}`,
      );
  }
}
