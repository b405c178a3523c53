import { isDeepStrictEqual } from 'node:util';
import { anotherTry } from './another-try';
import type { Job } from './job-kind';
import { jobsOf, type JobSpec } from './job-spec';
import type { Operation, Outcome } from './operation';
import { LOOKOUT_PACE, SHORT_PACE } from './pace';
import { becomeAlone, endOlder, makeCertainOfBeingAlone } from './precedence';
import { stopJob } from './stop-job';
import { leftIfEnded } from './unreadable-tags';

/**
 * An Update of a job that stays may be the rollback of one that was cancelled: what that has begun is ended. It may have
 * been to another job, or to other tags, which what has begun may yet be setting.
 */
export async function takeBack(operation: Operation, spec: JobSpec, previous: JobSpec): Promise<Outcome | undefined> {
  const isOther = previous.key !== spec.key;
  if (!isOther && isDeepStrictEqual(previous.tags, spec.tags)) return undefined;
  const others = await (isOther ? becomeAlone(operation) : endOlder(operation));
  if (others) return others;
  if (isOther) return (await endWhatIsShown(operation, previous)) ?? (await seeNothingMore(operation));
  return operation.mayBeUndone ? operation.again(SHORT_PACE) : undefined;
}

/** Ends what is shown of a spec; a job may be shown as running for a moment that has ended, and has no tags any more to tell its own by. */
async function endWhatIsShown(operation: Operation, previous: JobSpec): Promise<Outcome | undefined> {
  try {
    return await endAbandoned(operation, previous);
  } catch (error) {
    const meaning = operation.kind.meaningOf(error);
    const again = meaning === 'busy' || meaning === 'denied' ? undefined : anotherTry(operation, error);
    if (!again) throw error;
    return again;
  }
}

/** In a rollback, CloudFormation sends no Delete for what the failed update has started, since its id was never told. */
async function endAbandoned(operation: Operation, previous: JobSpec): Promise<Outcome | undefined> {
  const { kind } = operation;
  for await (const abandoned of jobsOf(kind, previous, leftIfEnded(operation))) {
    if (abandoned.phase === 'running') return (await stopJob(operation, abandoned)) ?? operation.again(SHORT_PACE);
    if (abandoned.phase === 'stopping') return operation.again(SHORT_PACE);
    // what it has made may not be shown yet
    if (kind.deleteResult && !kind.stop && abandoned.isProvisional && operation.mayYetChange(abandoned)) {
      return operation.again(LOOKOUT_PACE);
    }
    if (abandoned.phase !== 'completed') continue;
    const again = await discardResult(operation, abandoned);
    if (again) return again;
  }
  return undefined;
}

/** Whether nothing more can come of what was abandoned. */
async function seeNothingMore(operation: Operation): Promise<Outcome | undefined> {
  // an attempt that has ended may be an earlier update's, and that of this one yet to appear
  if (operation.isWithinLateCallGrace(false)) return operation.again(operation.lookoutPace);
  return makeCertainOfBeingAlone(operation);
}

/** What a job has made that nobody will ever know of. A rollback does not fail for it; but a denial may pass. */
async function discardResult(operation: Operation, job: Job): Promise<Outcome | undefined> {
  const { kind, isWithinIamGrace } = operation;
  try {
    await kind.deleteResult?.(job);
    return undefined;
  } catch (error) {
    const meaning = kind.meaningOf(error);
    if (meaning === 'busy' || (meaning === 'denied' && isWithinIamGrace)) throw error;
    // one that nobody could stop has ended long after the time in which denials pass
    return meaning === 'denied' && !kind.stop ? anotherTry(operation, error) : undefined;
  }
}
