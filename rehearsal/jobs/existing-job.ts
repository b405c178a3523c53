import { jobNames } from './job-course';
import type { ApiCall } from '../emulated-api/api-call';
import type { JsonObject } from '../json-value';

/** A job that was made elsewhere, as somebody says that it is. */
export interface ExistingJob {
  /** Its status in the service's words; in any case of letters for compilation jobs. @default - that of success */
  readonly status?: string;
  /** Members of what the service answers of it, such as `ModelArtifacts`. @default - made up */
  readonly answer?: JsonObject;
}

/** Jobs that were made elsewhere, by their name or ARN, or by the construct path or the logical id of a reference to them. */
export type ExistingJobs = Readonly<Record<string, ExistingJob>>;

/** Finds the job that a call describes, by the names that it has. */
export type FindExistingJob = (call: ApiCall, names: readonly string[]) => ExistingJob | undefined;

/** Knows the jobs that were made elsewhere, and what was looked for in vain. */
export class ExistingJobDirectory {
  /** The names of jobs that somebody has looked at. */
  public readonly found = new Set<string>();
  /** The names of references to jobs that do not exist. */
  public readonly missing = new Set<string>();

  constructor(private readonly jobs: ExistingJobs) {}

  public find({ caller }: ApiCall, names: readonly string[]): ExistingJob | undefined {
    const origin = caller?.origin;
    const reference = origin?.isReference === true ? jobNames(origin) : [];
    const key = [...names, ...reference].find((name) => Object.hasOwn(this.jobs, name));
    if (key !== undefined) {
      this.found.add(key);
      return this.jobs[key];
    }
    if (reference.length > 0) this.missing.add(reference[0]);
    return undefined;
  }
}
