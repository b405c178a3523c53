import { DEFAULT_DURATION_SECONDS, DEFAULT_STARTUP_SECONDS, type JobCourse } from './job-course';
import type { Milestone } from './job-timeline';

/** The statuses of a service's jobs. */
export interface CourseWords {
  readonly starting: string;
  readonly running: string;
  readonly succeeded: string;
  readonly failed: string;
}

/** How long a job may run, and what becomes of one that takes longer. */
export interface RunTimeLimit {
  readonly seconds: number;
  readonly status: string;
  readonly reason?: string;
}

/** When a course begins to run, in seconds after the job's creation. */
export function startupOf({ duration = DEFAULT_DURATION_SECONDS, startup }: JobCourse): number {
  return startup ?? Math.min(DEFAULT_STARTUP_SECONDS, duration / 4);
}

/** How a job goes that starts, runs and ends. */
export function courseMilestones(
  course: JobCourse,
  createdAt: number,
  words: CourseWords,
  limit?: RunTimeLimit,
): Milestone[] {
  const startup = startupOf(course);
  const after = (seconds: number): number => createdAt + seconds * 1000;
  const beginning = [
    { at: createdAt, status: words.starting },
    { at: after(startup), status: words.running },
    ...(course.statuses ?? []).map((step) => ({ at: after(step.after), status: step.status })),
  ].sort((a, b) => a.at - b.at);
  const { seconds, ...end } = endOf(course, startup, words, limit);
  const last = { at: after(seconds), ...end };
  if (last.status !== words.succeeded && seconds <= startup) return [beginning[0], last];
  return [...beginning.filter(({ at }) => at <= last.at), last];
}

function endOf(course: JobCourse, startup: number, words: CourseWords, limit: RunTimeLimit | undefined): RunEnd {
  const { duration: seconds = DEFAULT_DURATION_SECONDS, failure, endStatus } = course;
  if (limit && seconds - startup > limit.seconds) {
    return { seconds: startup + limit.seconds, status: limit.status, reason: limit.reason };
  }
  if (failure !== undefined) return { seconds, status: words.failed, reason: failure };
  return { seconds, status: endStatus ?? words.succeeded };
}

/** After how many seconds a job ends, and how. */
interface RunEnd {
  readonly seconds: number;
  readonly status: string;
  readonly reason?: string;
}
