import type { JobOrigin } from '../lambda/invocation';

/** How an emulated job goes. */
export interface JobCourse {
  /** Seconds from creation to the end. @default 240 */
  readonly duration?: number;
  /** Seconds of them before the job runs. @default 20 */
  readonly startup?: number;
  /** Lets the job fail with this reason instead of succeeding. */
  readonly failure?: string;
  /** The status that a job ends in that does not fail: such as `Expired`, or one that nobody knows yet. @default - success */
  readonly endStatus?: string;
  /** Further statuses, as many seconds after the creation; the last one stays unless it is `duration`'s turn. */
  readonly statuses?: readonly { readonly after: number; readonly status: string }[];
  /** Seconds from a stop to its effect. @default 15 */
  readonly stopping?: number;
  /** How many records of a batch job fail. @default 0 */
  readonly errorRecords?: number;
  /** How many records a batch job gets to; fewer than it has are a partial completion. @default - all of them */
  readonly processedRecords?: number;
  /**
   * Final metrics of a training job, such as `{ 'validation:auc': 0.97 }`, or the results of an evaluation.
   *
   * @default - plausible ones of those that it defines
   */
  readonly metrics?: Readonly<Record<string, number>>;
  /** How many of the training jobs of a tuning job complete. @default - all of them */
  readonly completedTrainings?: number;
  /** Whether a training job that is stopped at a time limit has uploaded a model. @default true */
  readonly modelAtTimeLimit?: boolean;
}

/** Courses by construct path, logical id or job name; `*` is for all others. */
export type JobScript = Record<string, JobCourse>;

export const DEFAULT_DURATION_SECONDS = 240;
export const DEFAULT_STARTUP_SECONDS = 20;
export const DEFAULT_STOPPING_SECONDS = 15;

/** A job, and the resource that it was created for, where that is known. */
export interface NamedJob {
  readonly name: string;
  readonly origin?: JobOrigin;
}

/**
 * The names that jobs are shown by: each the shortest of its construct's, with the path of the stack before it where a job of
 * another stack has the same; or the job's own where nobody knows its construct.
 *
 * @param jobs All that are to be told apart.
 */
export function shownNames(jobs: readonly NamedJob[]): (job: NamedJob) => string {
  const stacks = new Map<string, Set<string>>();
  for (const { origin } of jobs) {
    if (!origin) continue;
    const [name] = jobNames(origin);
    stacks.set(name, (stacks.get(name) ?? new Set()).add(origin.stackPath));
  }
  return ({ origin, name }) => {
    if (!origin) return name;
    const [short] = jobNames(origin);
    return (stacks.get(short)?.size ?? 0) > 1 ? `${origin.stackPath}/${short}` : short;
  };
}

/** The names that a job answers to: its construct's path with and without the stack and the last ids, its logical id. */
export function jobNames(origin: JobOrigin): string[] {
  const whole = origin.path;
  const inStack = whole.startsWith(`${origin.stackPath}/`) ? whole.slice(origin.stackPath.length + 1) : whole;
  const shorten = (path: string): string[] => {
    const shorter = path.replace(/\/(Resource|Default)$/, '');
    return shorter === path ? [path] : [path, ...shorten(shorter)];
  };
  return [...new Set([...shorten(inStack).reverse(), ...shorten(whole).reverse(), origin.logicalId])];
}
