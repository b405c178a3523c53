import { readDefinition } from '../../state-machine/read-definition';
import { type RunError, StateMachineRun, type TaskOutcome } from '../../state-machine/state-machine-run';
import type { VirtualClock, VirtualTimer } from '../clock';
import type { JsonObject, JsonValue } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';
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
  /** Does a task: runs its function, or makes its call. */
  readonly perform: (resource: string, input: JsonValue, execution: Execution) => Promise<TaskOutcome>;
}

/** What the jitter of retries comes from: the same in every rehearsal. */
const JITTER_SEED = 'jitter';

/** One execution of a state machine, in the time of the rehearsal. */
export class Execution {
  /** Resolved when it has ended, however. */
  public readonly ended: Promise<void>;
  /** How often a task has invoked its function. */
  public ticks = 0;
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
          if (isFunction(resource)) this.ticks++;
          void context.perform(resource, input as JsonValue, this).then(ended);
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

  /** How many state transitions AWS would charge. */
  public get transitions(): number {
    return this.run.transitions;
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

function isFunction(resource: string): boolean {
  return resource.split(':')[2] === 'lambda';
}
