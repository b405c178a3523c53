import { startupOf } from '../../jobs/course-milestones';
import { DEFAULT_DURATION_SECONDS, DEFAULT_STOPPING_SECONDS, type JobCourse } from '../../jobs/job-course';
import type { Milestone } from '../../jobs/job-timeline';
import { isJsonObject, type JsonObject } from '../../json-value';

/** Secondary statuses that end a job. */
export const TERMINAL_STATUSES = ['Completed', 'Failed', 'Stopped', 'MaxRuntimeExceeded', 'MaxWaitTimeExceeded'];

const PRIMARY_STATUSES: Record<string, string | undefined> = {
  Starting: 'InProgress',
  Pending: 'InProgress',
  LaunchingMLInstances: 'InProgress',
  PreparingTrainingStack: 'InProgress',
  Downloading: 'InProgress',
  DownloadingTrainingImage: 'InProgress',
  Training: 'InProgress',
  Updating: 'InProgress',
  Interrupted: 'InProgress',
  Restarting: 'InProgress',
  Uploading: 'InProgress',
  Completed: 'Completed',
  Failed: 'Failed',
  Stopping: 'Stopping',
  Stopped: 'Stopped',
  MaxRuntimeExceeded: 'Stopped',
  MaxWaitTimeExceeded: 'Stopped',
};
const DAY_SECONDS = 86_400;
/** Shares of the time that a job runs. */
const DOWNLOADING = 0.1;
const UPLOADING = 0.05;

/** The status that goes with a secondary status. One that the service does not have yet stands for both. */
export function primaryStatus(secondary: string): string {
  return PRIMARY_STATUSES[secondary] ?? secondary;
}

/** How a training job goes: what its script and its time limits make of it. The statuses are the secondary ones. */
export function trainingMilestones(course: JobCourse, createdAt: number, request: JsonObject): Milestone[] {
  const startup = startupOf(course);
  const duration = Math.max(startup, course.duration ?? DEFAULT_DURATION_SECONDS);
  const running = duration - startup;
  const after = (seconds: number): number => createdAt + seconds * 1000;
  const uploads = course.failure === undefined;
  const phases = [
    { at: after(0), status: 'Starting' },
    { at: after(startup / 4), status: 'Pending' },
    { at: after(startup), status: 'Downloading' },
    { at: after(startup + running * DOWNLOADING), status: 'Training' },
    ...(uploads ? [{ at: after(duration - running * UPLOADING), status: 'Uploading' }] : []),
    ...(course.statuses ?? []).map((step) => ({ at: after(step.after), status: step.status })),
  ].sort((a, b) => a.at - b.at);
  const end = endOf(course, duration, { startup, ...timeLimits(request) }).map(({ seconds, ...milestone }) => ({
    at: after(seconds),
    ...milestone,
  }));
  return [...phases.filter(({ at }, index) => index === 0 || at < end[0].at), ...end];
}

interface Limits {
  readonly startup: number;
  /** Seconds since the training began. */
  readonly maxRuntime: number;
  /** Seconds since the creation. */
  readonly maxWait: number;
}

type Step = Omit<Milestone, 'at'> & { readonly seconds: number };

function endOf(course: JobCourse, duration: number, { startup, maxRuntime, maxWait }: Limits): Step[] {
  const limit = Math.min(maxWait, startup + maxRuntime);
  if (duration > limit) {
    const status = limit === maxWait ? 'MaxWaitTimeExceeded' : 'MaxRuntimeExceeded';
    const stopped = limit + (course.stopping ?? DEFAULT_STOPPING_SECONDS);
    return [
      { seconds: limit, status: 'Stopping' },
      { seconds: stopped, status },
    ];
  }
  if (course.failure !== undefined) return [{ seconds: duration, status: 'Failed', reason: course.failure }];
  return [{ seconds: duration, status: course.endStatus ?? 'Completed' }];
}

function timeLimits({ StoppingCondition: condition }: JsonObject): Pick<Limits, 'maxRuntime' | 'maxWait'> {
  const { MaxRuntimeInSeconds, MaxWaitTimeInSeconds } = isJsonObject(condition) ? condition : {};
  return { maxRuntime: Number(MaxRuntimeInSeconds ?? DAY_SECONDS), maxWait: Number(MaxWaitTimeInSeconds ?? Infinity) };
}
