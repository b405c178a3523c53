import { readDefinition } from '../../state-machine/read-definition';
import { type RunError, StateMachineRun, type TaskOutcome } from '../../state-machine/state-machine-run';
import type { VirtualClock, VirtualTimer } from '../clock';
import type { JsonObject, JsonValue } from '../json-value';
import type { InvocationOutcome, JobOrigin } from '../lambda/invocation';
import { seededRandom } from '../seeded-random';

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
}

export interface ExecutionContext {
  readonly clock: VirtualClock;
  /** Runs the function of a task. */
  readonly invoke: (functionArn: string, input: JsonValue, execution: Execution) => Promise<InvocationOutcome>;
}

/** What the jitter of retries comes from: the same in every rehearsal. */
const JITTER_SEED = 'jitter';

/** One execution of a state machine, in the time of the rehearsal. */
export class Execution {
  /** Resolved when it has ended, however. */
  public readonly ended: Promise<void>;
  private readonly run: StateMachineRun<VirtualTimer>;

  /** Throws where the state machine's definition is one that is not interpreted. */
  constructor(
    public readonly props: ExecutionProps,
    context: ExecutionContext,
  ) {
    const { clock } = context;
    const { arn, name, stateMachine } = props;
    let onEnd!: () => void;
    this.ended = new Promise((resolve) => (onEnd = resolve));
    this.run = new StateMachineRun(
      { name, arn, roleArn: stateMachine.roleArn, stateMachineArn: stateMachine.arn },
      readDefinition(stateMachine.definition),
      {
        clock: {
          now: () => clock.now(),
          after: (seconds, _, happen) => clock.setTimeout(happen, seconds * 1000),
          cancel: clock.clearTimeout,
        },
        random: seededRandom(`${JITTER_SEED} ${name}`),
        invoke: (resource, input, ended) => {
          void context.invoke(resource, input as JsonValue, this).then((outcome) => ended(taskOutcome(outcome)));
        },
        onEnd,
      },
    );
  }

  public get arn(): string {
    return this.props.arn;
  }

  public get name(): string {
    return this.props.name;
  }

  public get input(): JsonValue {
    return this.props.input;
  }

  public get origin(): JobOrigin {
    return this.props.origin;
  }

  public get status(): StateMachineRun['status'] {
    return this.run.status;
  }

  public get startedAt(): number {
    return this.run.startedAt;
  }

  public get stoppedAt(): number | undefined {
    return this.status === 'RUNNING' ? undefined : this.run.stoppedAt;
  }

  public get output(): JsonValue | undefined {
    return this.run.output as JsonValue | undefined;
  }

  public get error(): RunError | undefined {
    return this.run.error;
  }

  /** How often a task has invoked its function. */
  public get ticks(): number {
    return this.run.calls;
  }

  /** How many events AWS would have in the execution's history. */
  public get historyEvents(): number {
    return this.run.historyEvents;
  }

  public start(): void {
    this.run.start(this.props.input);
  }

  public abort(): void {
    this.run.abort();
  }
}

/** What an invocation is to the state that has made it. */
function taskOutcome(outcome: InvocationOutcome): TaskOutcome {
  const error = (name: string, cause: string): TaskOutcome => ({ error: { Error: name, Cause: cause } });
  switch (outcome.kind) {
    case 'result':
      return { result: outcome.result };
    case 'error':
      return error(outcome.error.errorType, JSON.stringify(outcome.error));
    case 'throttled':
      return error('Lambda.TooManyRequestsException', 'Rate Exceeded. (Service: Lambda, Status Code: 429)');
    case 'denied':
      return error('Lambda.AWSLambdaException', outcome.message);
    case 'missing':
      return error('Lambda.ResourceNotFoundException', 'Function not found (Service: Lambda, Status Code: 404)');
    case 'timeout':
      return error(
        'Sandbox.Timedout',
        JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage: outcome.message }),
      );
    case 'crash':
      return error(
        'Lambda.Unknown',
        `The cause could not be determined because Lambda did not return an error type. ${outcome.message}`,
      );
  }
}
