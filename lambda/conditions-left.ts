import { createHash } from 'node:crypto';
import { executionName } from './execution-name';
import { after, type ConditionsLeft, type JobEvent, type Tick } from './tick';
import {
  type ConditionSignal,
  LEAST_SIGNAL_MARGIN_SECONDS,
  LONGEST_CONDITION_TIMEOUT_SECONDS,
  LONGEST_WAIT_SECONDS,
  type MachineTick,
  USUAL_SIGNAL_MARGIN_SECONDS,
} from '../src/contract';

const HASH_LENGTH = 16;
/** How much is kept of what a service says of a refused signal, in characters: every round of the state machine has it. */
const LONGEST_REFUSAL = 300;
/** Each condition begins when the one before has been let go: where so many in a row are not there, no later one is. */
const MOST_MISSING = 3;
/** How often a condition is tried that took a signal and cannot be looked at, as where that is denied for good. */
const TRIES_UNSEEN = 4;
/** How long after the answer the first may not be there yet, in milliseconds: what it depends on may be made first. */
const BEGIN_MS = 5 * 60 * 1000;

/** All conditions of a request that was answered at a moment. */
export function allConditions({ ResourceProperties }: JobEvent, answeredAt: Date): ConditionsLeft {
  const ids = ResourceProperties.WaitConditions ?? [];
  const since = answeredAt.toISOString();
  const unknown = { taken: [], unseen: [], isSightGiven: false, answeredAt: since };
  return { ids, since, signals: 0, vainRounds: 0, ...unknown, ...ROUND };
}

const ROUND = { next: 0, missing: 0, hasLetGo: false } as const;

/** A tick as the function reads it: what the state machine says of the last signal is noted, once. */
export function withNoted({ signal, taken, refusal, seen, unseen: _, ...tick }: Tick, now: Date): Tick {
  if (!signal || !tick.conditions) return tick;
  return { ...tick, conditions: noted(tick.conditions, signal.condition, { taken, refusal, seen }, now) };
}

/**
 * What has become of a condition is not read from the answer to the signal, but from what the condition is afterwards: nobody
 * has seen what is said of a signal that comes too early, or of one for a condition that has been let go.
 */
function noted(
  conditions: ConditionsLeft,
  id: string,
  { taken, refusal, seen }: Pick<MachineTick, 'taken' | 'refusal' | 'seen'>,
  now: Date,
): ConditionsLeft {
  const { next, missing, ids } = conditions;
  const isOther = (each: string) => each !== id;
  const isTaken = taken !== undefined || conditions.taken.includes(id);
  const unseen = isTaken && !seen ? [...conditions.unseen, id] : conditions.unseen.filter(isOther);
  const isSightGiven = conditions.isSightGiven || seen !== undefined;
  if (isLetGo(seen?.status) || (!isSightGiven && isUnseenForGood({ ...conditions, unseen }, id, now))) {
    return {
      ...conditions,
      isSightGiven,
      ids: ids.filter(isOther),
      since: id === ids[0] ? beginOfNext(conditions, seen, now).toISOString() : conditions.since,
      taken: conditions.taken.filter(isOther),
      unseen: unseen.filter(isOther),
      // what was refused was about this one, or passes as this has
      refusal: undefined,
      missing: 0,
      hasLetGo: true,
    };
  }
  const isThere = seen?.status === 'CREATE_IN_PROGRESS';
  return {
    ...conditions,
    taken: isTaken ? [...conditions.taken.filter(isOther), id] : conditions.taken,
    unseen,
    isSightGiven,
    ...(refusal && { refusal: refusal.Cause.slice(0, LONGEST_REFUSAL) }),
    next: next + 1,
    missing: isThere ? 0 : missing + 1,
  };
}

/**
 * When CloudFormation has come to what follows on the first: when that was let go, whoever has let it go; or before the request
 * already.
 */
function beginOfNext({ since }: ConditionsLeft, seen: MachineTick['seen'], now: Date): Date {
  const letGoAt = seen && new Date(typeof seen.at === 'number' ? seen.at * 1000 : seen.at);
  if (!letGoAt || Number.isNaN(letGoAt.getTime())) return now;
  const begin = new Date(since);
  return letGoAt > begin ? letGoAt : begin;
}

/** Whether all that can be known of a condition is that it took a signal. One that comes too early may be taken, too. */
function isUnseenForGood({ unseen, answeredAt }: ConditionsLeft, id: string, now: Date): boolean {
  const tries = unseen.filter((each) => each === id).length;
  return tries >= TRIES_UNSEEN && now.getTime() - new Date(answeredAt).getTime() >= BEGIN_MS;
}

/**
 * A condition that has failed is not let go: where nothing is rolled back, it is tried again. One that is deleted may be made
 * again, under the same id.
 */
function isLetGo(status: string | undefined): boolean {
  return status !== undefined && status.endsWith('_COMPLETE') && !status.startsWith('DELETE_');
}

/** When the first must be let go at the latest, though the job goes on; nothing where none is left. */
export function dueAt({ ids, since }: ConditionsLeft, deadline: Date): Date | undefined {
  if (ids.length === 0) return undefined;
  const begin = new Date(since);
  // where all of them are needed to get to the deadline, each waits for its part of the time
  const part = (deadline.getTime() - begin.getTime()) / 1000 - LONGEST_WAIT_SECONDS;
  const least = LONGEST_CONDITION_TIMEOUT_SECONDS - USUAL_SIGNAL_MARGIN_SECONDS;
  const most = LONGEST_CONDITION_TIMEOUT_SECONDS - LEAST_SIGNAL_MARGIN_SECONDS;
  return after(begin, Math.min(most, Math.max(least, part / ids.length)));
}

/** When CloudFormation gives the first up. */
export function endOfTime({ since }: ConditionsLeft): Date {
  return after(new Date(since), LONGEST_CONDITION_TIMEOUT_SECONDS);
}

/**
 * What is left where CloudFormation has waited for the first as long as it does. If that has failed, it may be tried again,
 * where nothing is rolled back; if it was let go unseen, the next signal to it will show that.
 */
export function inTheirTime(conditions: ConditionsLeft, now: Date): ConditionsLeft {
  const end = endOfTime(conditions);
  return now < end ? conditions : { ...conditions, since: end.toISOString() };
}

/** What is left when the end of the job is seen: from now on all of them are signalled. */
export function atEnd(conditions: ConditionsLeft, now: string): ConditionsLeft {
  return conditions.endedAt === undefined ? { ...conditions, ...ROUND, vainRounds: 0, endedAt: now } : conditions;
}

/**
 * The next signal of a round, which tries all that are left, so that one whose answer is lost holds up no other; nothing
 * where the round is over.
 *
 * @param word What people read in the events of the stack: how the job is.
 * @param most How many of those that are left may be let go.
 */
export function nextSignal(
  conditions: ConditionsLeft,
  event: JobEvent,
  word: string,
  most = Infinity,
): { readonly signal: ConditionSignal; readonly conditions: ConditionsLeft } | undefined {
  const { ids, next, missing, signals } = conditions;
  if (next >= Math.min(most, ids.length) || missing >= MOST_MISSING) return undefined;
  const condition = ids[next];
  const hash = createHash('sha256')
    .update(`${executionName(event)} ${condition} ${signals}`)
    .digest('hex');
  return {
    signal: { stack: event.StackId, condition, uniqueId: `${word}-${hash.slice(0, HASH_LENGTH)}` },
    conditions: { ...conditions, signals: signals + 1 },
  };
}

/** Before the next round. */
export function afterRound(conditions: ConditionsLeft): ConditionsLeft {
  return { ...conditions, ...ROUND, vainRounds: conditions.hasLetGo ? 0 : conditions.vainRounds + 1 };
}
