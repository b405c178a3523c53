import { afterRound, atEnd, dueAt, endOfTime, inTheirTime, nextSignal } from './conditions-left';
import { ensureJob } from './ensure-job';
import { messageOf } from './error-message';
import type { Operation, Outcome } from './operation';
import { backoffOf, LONGEST_BUSY_PAUSE, paceOf, signalPauseOf } from './pace';
import type { ConditionsLeft } from './tick';

type Going = Extract<Outcome, { readonly progress: unknown }>;
type Ended = Extract<Outcome, { readonly answer: unknown }>;

/** How long after a job's end its conditions are signalled, in milliseconds: CloudFormation comes to each in seconds. */
const SIGNALLING_MS = 60 * 60 * 1000;

/** After so many rounds in a row without effect nobody seems to wait: they come no more often than looks at the job. */
const MOST_VAIN_ROUNDS = 30;

/** How often it is tried to see the job within the time that a condition has left when it is due. */
const LOOKS_WITHIN_MARGIN = 6;

/** What people read of a job that goes on when its condition's time is nearly over. */
const RUNNING = 'Running';

/**
 * What follows on the answer for a job that wait conditions wait for: it is seen to as before, and the deployment is let go
 * on when it has ended. Each signal comes after a look at the job, so that nothing is signalled for one that is gone, or that
 * runs on before its time: the ids of conditions come back when a request comes back, and so they may be another's.
 */
export async function followJob(operation: Operation, conditions: ConditionsLeft): Promise<Outcome> {
  const outcome = await ensureJob(operation);
  if ('withdrawn' in outcome) return outcome;
  return 'answer' in outcome ? letAllGo(operation, conditions, outcome) : letOneGo(operation, conditions, outcome);
}

/**
 * After an error, of which nobody can be told any more: the job is looked at again. While it cannot be seen, nothing is
 * signalled for it; but no pause is so long that the time of a condition would run out in it.
 */
export function lookAgain(operation: Operation, all: ConditionsLeft, error: unknown): Outcome {
  const { now, overdueMs, random } = operation;
  const setbacks = (operation.progress.setbacks ?? 0) + 1;
  const backoff = backoffOf(setbacks, LONGEST_BUSY_PAUSE, random);
  const pause = Math.max(backoff, paceOf(overdueMs, random));
  const { waitSeconds, progress } = operation.again(pause, { setbacks, setback: messageOf(error) });
  const conditions = inTheirTime(all, now);
  const longest = conditions.endedAt === undefined ? longestPause(operation, conditions) : 0;
  return { waitSeconds: Math.min(waitSeconds, Math.max(pause, longest)), progress, conditions };
}

/** The longest pause after which there is still time to let the first condition go. */
function longestPause(operation: Operation, conditions: ConditionsLeft): number {
  const secondsLeft = secondsUntilDue(operation, conditions);
  if (secondsLeft > 0) return secondsLeft;
  const margin = (endOfTime(conditions).getTime() - operation.now.getTime()) / 1000 - secondsLeft;
  return Math.ceil(margin / LOOKS_WITHIN_MARGIN);
}

/** The job has ended, however: the resource that has its results says how. */
function letAllGo(operation: Operation, all: ConditionsLeft, ended: Ended): Outcome {
  const conditions = atEnd(all, operation.timestamp);
  const isOver = conditions.ids.length === 0 || operation.ageOf(new Date(conditions.endedAt!)) >= SIGNALLING_MS;
  if (isOver) return operation.withdraw(ended.isSettled);
  const { progress } = operation.again(0);
  const next = nextSignal(conditions, operation.event, endOf(operation, ended));
  if (next) return { waitSeconds: 0, progress, ...next };
  const rested = afterRound(conditions);
  return { waitSeconds: signalPauseOf(rested.vainRounds, operation.random), progress, conditions: rested };
}

/** How a job has ended, in a word that people read. */
function endOf({ progress }: Operation, { answer }: Ended): string {
  if (answer.Status === 'SUCCESS') return 'Completed';
  if (progress.arn === undefined) return 'NotStarted';
  return progress.stopped ? 'Stopped' : 'Failed';
}

/** The job goes on: only the first condition is let go, shortly before CloudFormation would give it up. */
function letOneGo(operation: Operation, all: ConditionsLeft, { waitSeconds, progress }: Going): Outcome {
  const conditions = inTheirTime(all, operation.now);
  const secondsLeft = secondsUntilDue(operation, conditions);
  if (waitSeconds === 0) return { waitSeconds, progress, conditions };
  if (secondsLeft > 0) return { waitSeconds: Math.min(waitSeconds, secondsLeft), progress, conditions };
  const next = nextSignal(conditions, operation.event, RUNNING, 1);
  if (next) return { waitSeconds: 0, progress, ...next };
  const rested = afterRound(conditions);
  const pause = signalPauseOf(rested.vainRounds, operation.random);
  const isLikelyVain = rested.vainRounds >= MOST_VAIN_ROUNDS;
  return { waitSeconds: isLikelyVain ? Math.max(pause, waitSeconds) : pause, progress, conditions: rested };
}

/** In how many seconds the first condition is to be let go though the job goes on. */
function secondsUntilDue({ deadline, now }: Operation, conditions: ConditionsLeft): number {
  const due = dueAt(conditions, deadline);
  return due === undefined ? Infinity : Math.ceil((due.getTime() - now.getTime()) / 1000);
}
