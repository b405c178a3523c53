import type { SimulatedExecution } from './execution';
import { Invocation, type InvocationWorld } from './invocation';
import type { InvocationEnd } from './invocation-end';
import type { TaskOutcome } from '../../state-machine/state-machine-run';
import type { Fault } from '../fault';
import type { HandlerInput, ResourceEvent, Tick } from '../handler-under-test';

/** Lambda waits 1 minute before the first and 2 before the second retry of an asynchronous invocation. */
const RETRY_SECONDS = [60, 120];
const DUPLICATE_SECONDS = 1;
const LATE_DUPLICATE_SECONDS = 90;
const LATE_SECONDS = 60;
const LATE_TICK_SECONDS = 20;
const OUTAGE_SECONDS = 600;
const NO_ROOM_SECONDS = 1;

const NO_ROOM = { Error: 'Lambda.TooManyRequestsException', Cause: 'Rate Exceeded.' };
const CRASHED = {
  Error: 'Lambda.Unknown',
  Cause: 'The cause could not be determined because Lambda did not return an error type.',
};
const TIMED_OUT = {
  Error: 'Sandbox.Timedout',
  Cause: JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 120.00 seconds' }),
};

/** What the function needs of the world. */
interface FunctionWorld extends InvocationWorld {
  /** Whether one more function may be at work. */
  readonly hasRoom: boolean;
}

/** The function behind the custom resources, as Lambda runs it. */
export class SimulatedFunction {
  /** Until when nobody can run it. */
  public unavailableUntil = 0;

  constructor(private readonly world: FunctionWorld) {}

  // ------------------------------------------------------------------------------------ for CloudFormation

  /** Lambda takes an event, and sees to it in its own time. */
  public deliver(event: ResourceEvent, fault?: Fault): void {
    switch (fault) {
      case 'late':
        return this.deliverLater(LATE_SECONDS, event);
      case 'twice':
        this.deliverLater(DUPLICATE_SECONDS, event);
        break;
      case 'twice-late':
        this.deliverLater(LATE_DUPLICATE_SECONDS, event);
        break;
      case 'request-crash':
        return this.deliverLater(RETRY_SECONDS[0], event, 1);
    }
    this.receive(event, 0, fault === 'request-lost');
  }

  private deliverLater(seconds: number, event: ResourceEvent, retries = 0): void {
    const label = `${event.RequestId} is delivered to the function`;
    this.world.scheduler.after(seconds, label, () => this.receive(event, retries, false));
  }

  private receive(event: ResourceEvent, retries: number, isLost: boolean): void {
    const { world } = this;
    if (world.now < this.unavailableUntil) {
      return this.deliverLater((this.unavailableUntil - world.now) / 1000, event, retries);
    }
    // Lambda keeps the event, and tries again
    if (!world.hasRoom) return this.deliverLater(NO_ROOM_SECONDS, event, retries);
    this.run(`request ${event.RequestId}`, event.RequestId, event, (end) => {
      world.monitor.seeEnd(event.RequestId, end);
      if (end.kind === 'result' && !isLost) return;
      if (retries < RETRY_SECONDS.length) this.deliverLater(RETRY_SECONDS[retries], event, retries + 1);
    });
  }

  // ------------------------------------------------------------------------------------ for the state machine

  /** A task of an execution. */
  public invoke(execution: SimulatedExecution, input: unknown, ended: (outcome: TaskOutcome) => void): void {
    const { world } = this;
    const tick = tickIn(input);
    const { RequestId } = tick.event;
    const fault = execution.isDoomed
      ? 'tick-throttled'
      : world.meet('tick', `${RequestId} ${'givenUp' in (input as object) ? 'gives up' : 'ticks'}`, RequestId);
    const who = `tick of ${RequestId}`;
    if (fault && !execution.isDoomed) world.trace?.note(who, `** tick ${world.textOf(fault)}`);
    if (fault === 'outage') this.unavailableUntil = world.now + OUTAGE_SECONDS * 1000;
    if (fault === 'gone') execution.isDoomed = true;
    const isOut = world.now < this.unavailableUntil || !world.hasRoom;
    if (execution.isDoomed || isOut || fault === 'tick-throttled') {
      return this.failSoon(NO_ROOM, ended);
    }
    switch (fault) {
      case 'tick-crash':
        return this.failSoon(CRASHED, ended);
      case 'tick-hangs':
        return void new Invocation(world, who, RequestId, (end) => ended(outcomeOf(end)));
      case 'tick-late':
        return void world.scheduler.after(LATE_TICK_SECONDS, `${who} begins`, () =>
          this.tick(who, RequestId, input, ended),
        );
      case 'tick-lost':
        return this.tick(who, RequestId, input, () => ended({ error: CRASHED }));
      case 'tick-twice':
        this.tick(`${who} (twin)`, RequestId, input, () => undefined);
    }
    this.tick(who, RequestId, input, ended);
  }

  private tick(who: string, requestId: string, input: unknown, ended: (outcome: TaskOutcome) => void): void {
    this.run(who, requestId, input as HandlerInput, (end) => {
      this.world.monitor.seeEnd(requestId, end);
      ended(outcomeOf(end));
    });
  }

  private failSoon(
    error: { readonly Error: string; readonly Cause: string },
    ended: (outcome: TaskOutcome) => void,
  ): void {
    this.world.scheduler.after(SOON_SECONDS, 'the function fails', () => ended({ error }));
  }

  private run(who: string, requestId: string, input: HandlerInput, ended: (end: InvocationEnd) => void): void {
    new Invocation(this.world, who, requestId, ended).begin(input);
  }
}

const SOON_SECONDS = 0.05;

function tickIn(input: unknown): Tick {
  const tick = input as Tick | { readonly givenUp: Tick };
  return 'givenUp' in tick ? tick.givenUp : tick;
}

function outcomeOf(end: InvocationEnd): TaskOutcome {
  switch (end.kind) {
    case 'result':
      return { result: end.result };
    case 'error': {
      const { name: errorType, message: errorMessage } = end.error;
      return { error: { Error: errorType, Cause: JSON.stringify({ errorType, errorMessage, trace: [] }) } };
    }
    case 'crash':
      return { error: CRASHED };
    case 'timeout':
      return { error: TIMED_OUT };
  }
}
