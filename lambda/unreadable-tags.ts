import type { IfUnreadable } from './job-spec';
import { hasEnded, type Operation } from './operation';

/** How often a busy service is asked for the tags of a job that need not be known. */
const MOST_BUSY_TRIES = 5;

/** Whether a busy service has been asked often enough for tags that need not be known. */
export function isTiredOfAsking({ progress }: Operation): boolean {
  return (progress.setbacks ?? 0) >= MOST_BUSY_TRIES;
}

/** The resource holds the ARN of the job, which tells whose it is where its tags do not. */
export function ownByArn(operation: Operation): IfUnreadable {
  return (meaning) => (meaning !== 'busy' || isTiredOfAsking(operation) ? true : undefined);
}

/**
 * What has ended need not be ended: a job whose tags cannot be read then is left as it is. One that runs may be this one's own, and
 * so may one that has made what is to go with it.
 */
export function leftIfEnded(operation: Operation): IfUnreadable {
  return (meaning, job) => {
    const hasMade = operation.kind.deleteResult !== undefined && job.phase === 'completed';
    if (hasMade || !hasEnded(job)) return undefined;
    return meaning !== 'busy' || isTiredOfAsking(operation) ? false : undefined;
  };
}
