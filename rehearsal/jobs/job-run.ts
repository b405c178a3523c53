import type { EmulatedJob } from './emulated-job';
import { shownName } from './job-course';
import type { JobUsage } from './job-usage';

/** How a job has run in an operation. */
export interface JobRun {
  /** As options name it. */
  readonly job: string;
  readonly status: string;
  /** Milliseconds from the beginning of the operation to the creation of the job. */
  readonly afterMs: number;
  /** Milliseconds from its creation to its end, or until now. */
  readonly tookMs: number;
  readonly usage: JobUsage;
}

/** How a job has run so far that has been created in an operation. */
export function jobRun(job: EmulatedJob, { begin, now }: { readonly begin: number; readonly now: number }): JobRun {
  const { createdAt, endsAt = now, status, usage } = job;
  const tookMs = Math.min(now, endsAt) - createdAt;
  return { job: shownName(job), status, afterMs: createdAt - begin, tookMs, usage };
}
