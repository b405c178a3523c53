import type { Job, JobKind } from './job-kind';

/** Asks the service to stop a job. A job that has ended or is being stopped in the meantime needs none of it. */
export async function stopJob(kind: JobKind, job: Job): Promise<void> {
  try {
    await kind.stop(job);
  } catch (error) {
    const fault = kind.faultOf(error);
    if (fault !== 'ended' && fault !== 'not-found') throw error;
  }
}
