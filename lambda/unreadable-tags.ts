import type { IfUnreadable } from './job-spec';
import { hasEnded, type Operation } from './operation';

/** How often a busy service is asked for the tags of a job that need not be known. */
const MOST_BUSY_TRIES = 5;

function isTiredOfAsking({ progress }: Operation): boolean {
  return (progress.setbacks ?? 0) >= MOST_BUSY_TRIES;
}

/** Whether a call about tags is made again that has failed: the service was busy, or a policy may have yet to propagate. */
export function mayYetWork(operation: Operation, error: unknown): boolean {
  switch (operation.kind.meaningOf(error)) {
    case 'busy':
      return !isTiredOfAsking(operation);
    case 'denied':
      return operation.isWithinIamGrace;
    default:
      return false;
  }
}

/** The resource holds the ARN of the job, which tells whose it is where its tags do not. */
export function ownByArn(operation: Operation): IfUnreadable {
  return (meaning) => (meaning !== 'busy' || isTiredOfAsking(operation) ? true : undefined);
}

/** A job that has ended counts as another's where its tags cannot be read. One that runs may be this one's own. */
export function otherIfEnded(operation: Operation): IfUnreadable {
  return (meaning, job) => (hasEnded(job) && (meaning !== 'busy' || isTiredOfAsking(operation)) ? false : undefined);
}

/** The same where another's is left as it is: but for one that may have made what is to go with it. */
export function leftIfEnded(operation: Operation): IfUnreadable {
  return (meaning, job) => {
    const hasMade = operation.kind.deleteResult !== undefined && job.phase === 'completed';
    return hasMade ? undefined : otherIfEnded(operation)(meaning, job);
  };
}
