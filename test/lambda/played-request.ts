import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import type { FakeConditions } from './fake-conditions';
import type { Clock, FakeJobKind } from './fake-job-kind';
import { executionName } from '../../lambda/execution-name';
import { createHandler, type HandlerInput } from '../../lambda/handler';
import type { LogLine } from '../../lambda/log-line';
import type { Random } from '../../lambda/pace';
import { type Answer, firstTick, type ResourceEvent, type Tick } from '../../lambda/tick';
import { tickLoop } from '../../src/engine/tick-loop';
import { readDefinition } from '../../state-machine/read-definition';
import { StateMachineRun, type TaskOutcome } from '../../state-machine/state-machine-run';

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:Handler';
const DEFINITION = readDefinition(tickLoop(FUNCTION, 'aws'));
const MOST_STEPS = 100_000;

interface Timer {
  readonly at: number;
  readonly happen: () => void;
}

interface Signal {
  readonly StackName: string;
  readonly LogicalResourceId: string;
  readonly UniqueId: string;
}

/** What a request is played with. */
export interface PlayedRequestProps {
  readonly kind: FakeJobKind;
  readonly clock: Clock;
  readonly conditions: FakeConditions;
  /** @default - in the middle */
  readonly random?: Random;
}

/** The real handler in the real state machine, with a service and wait conditions that are played, in the test's time. */
export class PlayedRequest {
  /** What CloudFormation was told. */
  public readonly answers: Answer[] = [];
  public readonly log: LogLine[] = [];
  public readonly run: StateMachineRun<Timer>;
  /** The last tick that the function was called with. */
  public tick: Tick;
  /** Whether the function cannot be run. */
  public isOutOfOrder = false;

  private readonly handler: (input: HandlerInput) => Promise<Tick | void>;
  private timers: Timer[] = [];
  private pending?: Promise<void>;

  constructor(
    event: ResourceEvent,
    private readonly props: PlayedRequestProps,
    first = firstTick(event, props.clock.now),
  ) {
    const { clock, kind, conditions, random = () => 0.5 } = props;
    const sfn = mockClient(SFNClient);
    sfn.on(ListExecutionsCommand).resolves({ executions: [] });
    this.handler = createHandler({
      sfn: new SFNClient({}),
      kinds: { Fake: () => kind },
      now: () => clock.now,
      random,
      sleep: async () => {},
      log: (line) => void this.log.push(line),
      put: async (_, body) => {
        this.answers.push(JSON.parse(body) as Answer);
        conditions.begin();
        return 200;
      },
    });
    const identity = { name: executionName(event) };
    this.run = new StateMachineRun<Timer>(identity, DEFINITION, {
      clock: {
        now: () => clock.now.getTime(),
        after: (seconds, _, happen) => this.after(seconds, happen),
        cancel: (timer) => void (this.timers = this.timers.filter((other) => other !== timer)),
      },
      random,
      invoke: (resource, input, ended) => this.invoke(resource, JSON.parse(JSON.stringify(input)), ended),
    });
    this.tick = first;
    this.run.start(this.tick);
  }

  /** Calls the function, beside the execution. */
  public handle(input: HandlerInput): Promise<Tick | void> {
    return this.handler(input);
  }

  /** Plays until a condition holds. */
  public async until(condition: () => boolean): Promise<void> {
    for (let steps = 0; !condition(); steps++) {
      if (this.run.status !== 'RUNNING' || steps > MOST_STEPS) throw new Error('The condition never held');
      await this.step();
    }
  }

  /** Plays until CloudFormation has an answer. */
  public async toAnswer(): Promise<Answer> {
    await this.until(() => this.answers.length > 0);
    return this.answers[0];
  }

  /** Plays to the end of the execution. */
  public async toEnd(): Promise<void> {
    await this.until(() => this.run.status !== 'RUNNING' && this.pending === undefined);
  }

  private async step(): Promise<void> {
    if (this.pending) {
      await this.pending;
      return;
    }
    const next = this.timers.reduce((first, timer) => (timer.at < first.at ? timer : first));
    this.timers = this.timers.filter((timer) => timer !== next);
    const { clock } = this.props;
    clock.now = new Date(Math.max(clock.now.getTime(), next.at));
    next.happen();
  }

  private after(seconds: number, happen: () => void): Timer {
    const timer = { at: this.props.clock.now.getTime() + seconds * 1000, happen };
    this.timers.push(timer);
    return timer;
  }

  private invoke(resource: string, input: unknown, ended: (outcome: TaskOutcome) => void): void {
    if (resource === FUNCTION) {
      this.call(input as HandlerInput, ended);
      return;
    }
    const { LogicalResourceId, UniqueId } = input as Signal;
    const { conditions } = this.props;
    ended(
      resource.endsWith(':signalResource')
        ? conditions.signal(LogicalResourceId, UniqueId)
        : conditions.describe(LogicalResourceId),
    );
  }

  private call(input: HandlerInput, ended: (outcome: TaskOutcome) => void): void {
    if ('event' in input) this.tick = input;
    const work = this.isOutOfOrder ? Promise.reject(new Error('Rate exceeded')) : this.handler(input);
    this.pending = work
      .then<TaskOutcome, TaskOutcome>(
        (result) => ({ result: JSON.parse(JSON.stringify(result)) as unknown }),
        ({ message }: Error) => ({ error: { Error: 'Lambda.TooManyRequestsException', Cause: message } }),
      )
      .then((outcome) => {
        this.pending = undefined;
        ended(outcome);
      });
  }
}
