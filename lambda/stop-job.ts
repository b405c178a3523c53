import { messageOf } from './error-message';
import type { Job } from './job-kind';
import type { Operation, Outcome } from './operation';
import { SHORT_PACE } from './pace';

/** How often it is tried to stop a job that seems to run, where the service refuses it: what it shows may be old. */
const MOST_TRIES = 3;

/**
 * Asks the service to stop a job. A job that has ended or is being stopped in the meantime needs none of it; services say so
 * in many words, so that a job is looked at once more whose stop was refused. Returns another try where that shows it as
 * running; nothing where the job is being stopped, or where nobody can stop it.
 */
export async function stopJob(operation: Operation, job: Job): Promise<Outcome | undefined> {
  const { kind, progress } = operation;
  try {
    await kind.stop?.(job);
    return undefined;
  } catch (error) {
    const meaning = kind.meaningOf(error);
    if (meaning === 'ended' || meaning === 'not-found') return undefined;
    if (meaning !== 'busy' && (await kind.describe(job.arn, job.name))?.phase !== 'running') return undefined;
    const setbacks = (progress.setbacks ?? 0) + 1;
    if (meaning === 'busy' || meaning === 'denied' || setbacks >= MOST_TRIES) throw error;
    return operation.again(SHORT_PACE, { setbacks, setback: messageOf(error) });
  }
}
