import { ServiceError } from '../aws/service-error';
import type { ConditionSignal } from '../handler-under-test';
import type { Monitor } from '../monitor';
import type { Event } from '../scheduler';
import type { Surroundings } from '../surroundings';

/** What a condition can be for `DescribeStackResource`. */
export type ConditionStatus = 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'CREATE_FAILED' | 'DELETE_COMPLETE';

/** What a condition is, and since when. */
export interface ConditionState {
  readonly at: number;
  readonly status: ConditionStatus;
}

/** Where in a stack a condition is. */
type Place = Pick<ConditionSignal, 'stack' | 'condition'>;

/** A condition, and those that had its logical id before. */
interface Condition {
  /** What it has been, each since a moment: a reader may be shown the past. */
  readonly history: readonly ConditionState[];
  /** The ids of the signals that were sent to it. */
  readonly signalIds: readonly string[];
  /** Whether a signal has come before it has begun, and counts when it begins. */
  readonly isSignalKept: boolean;
}

type World = Surroundings & { readonly monitor: Monitor };

interface Wait {
  readonly timer: Event;
  readonly end: (isOver: boolean) => void;
}

const NEVER: Condition = { history: [], signalIds: [], isSignalKept: false };

/** The wait conditions of stacks which have a creation policy: each waits for one signal. */
export class WaitConditions {
  private readonly conditions = new Map<string, Condition>();
  private readonly waits = new Map<string, Wait>();

  constructor(private readonly world: World) {}

  // ------------------------------------------------------------------------------------ for the stack

  /** It begins, and waits for its signal. Returns whether it is complete. */
  public async wait(place: Place, seconds: number): Promise<boolean> {
    const { facts, scheduler, trace, monitor } = this.world;
    const key = keyOf(place);
    const { isSignalKept } = this.known(key);
    this.become(key, 'CREATE_IN_PROGRESS', { isSignalKept: false });
    const isWaitedFor = facts.meet('conditions-waited-for', undefined).alternative === 'yes';
    // a signal that was for another one of its id lets it go, whatever its job does
    if (isSignalKept) facts.meet('early-signal', undefined);
    if (!isWaitedFor || isSignalKept) {
      trace?.note('CloudFormation', `${place.condition} is over at once`);
      this.become(key, 'CREATE_COMPLETE');
      return true;
    }
    trace?.note('CloudFormation', `${place.condition} waits`);
    return new Promise((resolve) => {
      const timer = scheduler.after(seconds, `${key} times out`, () => {
        monitor.seeConditionTimeout(place.stack, place.condition);
        this.waits.get(key)?.end(false);
      });
      const end = (isOver: boolean): void => {
        this.waits.delete(key);
        scheduler.cancel(timer);
        this.become(key, isOver ? 'CREATE_COMPLETE' : 'CREATE_FAILED');
        trace?.note('CloudFormation', `${place.condition} is ${isOver ? 'complete' : 'over without a signal'}`);
        scheduler.expectUnknownWork();
        resolve(isOver);
      };
      this.waits.set(key, { timer, end });
    });
  }

  /** Nobody waits any more. */
  public cancel(): void {
    for (const { end } of [...this.waits.values()]) end(false);
  }

  /** It is deleted. */
  public remove(place: Place): void {
    this.become(keyOf(place), 'DELETE_COMPLETE');
  }

  // ------------------------------------------------------------------------------------ for callers

  /** A signal of success. Throws where it is refused. */
  public signal(signal: ConditionSignal): void {
    const { facts } = this.world;
    const key = keyOf(signal);
    const { signalIds } = this.known(key);
    const isReused = signalIds.includes(signal.uniqueId);
    this.set(key, { signalIds: [...signalIds, signal.uniqueId] });
    if (signalIds.length > 0 && facts.play('signal-id-reused') === 'refused' && isReused) {
      throw new ServiceError('ValidationError', `The signal ${signal.uniqueId} was sent before`);
    }
    const wait = this.waits.get(key);
    if (wait) return wait.end(true);
    const status = this.stateAt(key, this.world.now)?.status;
    if (status === 'CREATE_COMPLETE') throw notWaiting(signal, status);
    switch (facts.play('early-signal')) {
      case 'refused':
        throw notWaiting(signal, status);
      case 'kept':
        return this.set(key, { isSignalKept: true });
    }
  }

  /** What it is, or was some time ago. Throws where there is none. */
  public describe(place: Place, lagSeconds = 0): ConditionState {
    const { facts, now } = this.world;
    const state = this.stateAt(keyOf(place), now - lagSeconds * 1000);
    const isGone = state?.status === 'DELETE_COMPLETE' && facts.play('status-of-a-removed-resource') === 'not-there';
    if (state && !isGone) return state;
    throw new ServiceError('ValidationError', `Resource ${place.condition} does not exist for stack ${place.stack}`);
  }

  /** Since when it waits; `undefined` where it does not. */
  public waitingSince(place: Place): number | undefined {
    const key = keyOf(place);
    return this.waits.has(key) ? this.known(key).history.at(-1)!.at : undefined;
  }

  // ------------------------------------------------------------------------------------ for the world

  /** Goes on with what the conditions of another world are. */
  public goOnFrom({ conditions }: WaitConditions): void {
    conditions.forEach((condition, key) => this.conditions.set(key, condition));
  }

  /** All that their future depends on. */
  public get state(): unknown {
    const { now } = this.world;
    return [...this.conditions].map(([key, { history, isSignalKept }]) => [
      key,
      // of what is over, only the last is of importance, but for those who are shown the past
      history.slice(-2).map(({ at, status }) => [status, Math.min(PAST_THAT_CAN_BE_SHOWN_MS, now - at)]),
      this.waits.has(key) ? now - history.at(-1)!.at : 0,
      isSignalKept,
    ]);
  }

  private stateAt(key: string, moment: number): ConditionState | undefined {
    return this.known(key)
      .history.filter(({ at }) => at <= moment)
      .at(-1);
  }

  private become(key: string, status: ConditionStatus, more: Partial<Condition> = {}): void {
    this.set(key, { ...more, history: [...this.known(key).history, { at: this.world.now, status }] });
  }

  private set(key: string, changes: Partial<Condition>): void {
    this.conditions.set(key, { ...this.known(key), ...changes });
  }

  private known(key: string): Condition {
    return this.conditions.get(key) ?? NEVER;
  }
}

/** A stale answer shows nothing that is older. */
const PAST_THAT_CAN_BE_SHOWN_MS = 20_000;

function keyOf({ stack, condition }: Place): string {
  return `${stack} ${condition}`;
}

function notWaiting({ stack, condition }: Place, status: ConditionStatus | undefined): ServiceError {
  const text = status
    ? `Resource ${condition} is in ${status} state and cannot be signaled`
    : `Resource ${condition} does not exist for stack ${stack}`;
  return new ServiceError('ValidationError', text);
}
