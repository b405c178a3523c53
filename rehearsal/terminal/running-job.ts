import type { EmulatedJob } from '../jobs/emulated-job';
import { shownNames } from '../jobs/job-course';

/** A job that has not ended. */
export interface RunningJob {
  readonly name: string;
  readonly status: string;
  readonly elapsedMs: number;
  readonly totalMs: number;
}

/** Those of the jobs that have not ended, as they stand at a moment. */
export function runningJobs(jobs: readonly EmulatedJob[], now: number): RunningJob[] {
  const nameOf = shownNames(jobs);
  return jobs
    .filter(({ finished }) => !finished)
    .map((job) => ({
      name: nameOf(job),
      status: job.status,
      elapsedMs: now - job.createdAt,
      totalMs: (job.endsAt ?? now) - job.createdAt,
    }));
}
