import type { EmulatedJob } from './emulated-job';
import type { JobUsage } from './job-usage';

/** How a job has run in an operation. */
export interface JobRun {
  /** By which options name it, and which no job of another stack has. */
  readonly job: string;
  readonly status: string;
  /** Milliseconds from the beginning of the operation to the creation of the job. */
  readonly afterMs: number;
  /** Milliseconds from its creation to its end, or until now. */
  readonly tookMs: number;
  readonly usage: JobUsage;
}

/** When an operation has begun, what time it is, and how jobs are told apart. */
export interface RunContext {
  readonly begin: number;
  readonly now: number;
  readonly nameOf: (job: EmulatedJob) => string;
}

/** How a job has run so far that has been created in an operation. */
export function jobRun(job: EmulatedJob, { begin, now, nameOf }: RunContext): JobRun {
  const { createdAt, endsAt = now, status, usage } = job;
  const tookMs = Math.min(now, endsAt) - createdAt;
  return { job: nameOf(job), status, afterMs: createdAt - begin, tookMs, usage };
}
