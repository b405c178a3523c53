import type { Job, JobKind } from './job-kind';

/**
 * Asks the service to stop a job. A job that has ended or is being stopped in the meantime needs none of it; services say so
 * in many words, so that a job is looked at once more whose stop was refused.
 */
export async function stopJob(kind: JobKind, job: Job): Promise<void> {
  try {
    await kind.stop(job);
  } catch (error) {
    const fault = kind.faultOf(error);
    if (fault === 'ended' || fault === 'not-found') return;
    if (fault === 'busy' || (await kind.describe(job.arn, job.name))?.phase === 'running') throw error;
  }
}
