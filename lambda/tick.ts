import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import {
  ANSWER_MARGIN_SECONDS,
  type JobProperties,
  LONGEST_WAIT_SECONDS,
  type MachineTick,
  type ReferenceProperties,
  WATCH_SECONDS,
  type WatchProperties,
} from '../src/contract';

type EventOf<Properties> = CloudFormationCustomResourceEvent<
  Properties & { readonly ServiceToken: string },
  Partial<Properties>
>;

/** A request of CloudFormation for a job's custom resource. */
export type JobEvent = EventOf<JobProperties>;

/** A request of CloudFormation for a watch. */
export type WatchEvent = EventOf<WatchProperties>;

/** A request of CloudFormation for a reference. */
export type ReferenceEvent = EventOf<ReferenceProperties>;

/** A request of CloudFormation. */
export type ResourceEvent = JobEvent | WatchEvent | ReferenceEvent;

export function isWatch(event: ResourceEvent): event is WatchEvent {
  return 'Execution' in event.ResourceProperties;
}

export function isReference(event: ResourceEvent): event is ReferenceEvent {
  return 'ReferencedJob' in event.ResourceProperties;
}

/** Whether a resource stands for a job, which comes and goes with it. Any other is always the same resource. */
export function isJob(event: ResourceEvent): event is JobEvent {
  return !isWatch(event) && !isReference(event);
}

/** What CloudFormation is told. */
export interface Answer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly Data?: { readonly [attribute: string]: string };
}

/** What the lifecycle remembers from one tick to the next; all else it reads from the service. */
export interface Progress {
  /** The name of the attempt that this operation works on. It is on record before the Create call is made. */
  readonly name?: string;
  /** The attempt's ARN, once the service has said it. */
  readonly arn?: string;
  /** When this operation created the job (ISO 8601); absent for a job that was there before. */
  readonly createdAt?: string;
  /** Whether this operation stops the job. It is on record before the Stop call is made. */
  readonly stopped?: boolean;
  /** How many calls in a row have failed for a reason that passes. */
  readonly setbacks?: number;
  /** The last of these reasons. */
  readonly setback?: string;
}

/** One round of the state machine: the request, and all that is known of how far it has come. */
export interface Tick<Event extends ResourceEvent = ResourceEvent> extends MachineTick {
  readonly event: Event;
  /** The request of a job's resource that a watch carries on. */
  readonly carried?: JobEvent;
  /** When the request reached the function (ISO 8601). */
  readonly receivedAt: string;
  /** When the wait is over: a job that still runs is stopped, or left to the watches (ISO 8601). */
  readonly deadline: string;
  /** When the next watch takes over, whatever the job does (ISO 8601). */
  readonly handoverAt?: string;
  readonly progress: Progress;
  /** The answer, once there is one. It is on record before it is sent: what has been answered is not decided again. */
  readonly answer?: Answer;
}

/** Seconds kept back from CloudFormation's time-out, for the answer to get there. */
const LAST_SECONDS = 60;

/** How long a reference tries to read its job, in seconds. */
export const READING_SECONDS = 300;

/** The tick with which a request's execution begins. */
export function firstTick(event: ResourceEvent, now: Date, carried?: JobEvent): Tick {
  const { deadline, handover, margin = ANSWER_MARGIN_SECONDS - LAST_SECONDS } = timesOf(event, now);
  const end = handover !== undefined && handover < deadline ? handover : deadline;
  // a watch may begin when the wait is over, for a job that is still being stopped
  const lastWork = end < now ? now : end;
  return {
    event,
    ...(carried && { carried }),
    receivedAt: now.toISOString(),
    deadline: deadline.toISOString(),
    ...(handover && { handoverAt: handover.toISOString() }),
    giveUpAt: after(lastWork, margin).toISOString(),
    progress: firstProgress(event, carried),
    done: false,
    waitSeconds: 0,
  };
}

/** When the wait for a job is over as its resource says, however many resources wait for it (ISO 8601). */
export function wholeDeadline(event: JobEvent, receivedAt: Date): string {
  return after(receivedAt, Number(event.ResourceProperties.WaitSeconds)).toISOString();
}

/** A watch looks after the one attempt whose ARN, or name, the job's resource has: the Delete of that knows no other. */
function firstProgress(event: ResourceEvent, carried?: JobEvent): Progress {
  if (isReference(event)) return { arn: event.ResourceProperties.ReferencedJob };
  if (!isWatch(event)) return {};
  const { Job } = event.ResourceProperties;
  return carried ? { name: Job } : { arn: Job };
}

interface Times {
  readonly deadline: Date;
  readonly handover?: Date;
  /** The seconds that it may take after that to stop the job. */
  readonly margin?: number;
}

function timesOf(event: ResourceEvent, now: Date): Times {
  if (isReference(event)) return { deadline: after(now, READING_SECONDS), margin: 0 };
  return isWatch(event) ? watchTimes(event, now) : jobTimes(event, now);
}

/** The resource of a job that is watched need not wait for longer than it can: what follows waits. */
function jobTimes({ ResourceProperties }: JobEvent, now: Date): Times {
  const seconds = Number(ResourceProperties.WaitSeconds);
  return { deadline: after(now, Math.min(seconds, LONGEST_WAIT_SECONDS)) };
}

function watchTimes({ ResourceProperties }: WatchEvent, now: Date): Times {
  const deadline = new Date(ResourceProperties.Deadline);
  if (ResourceProperties.WaitHandle !== undefined) return { deadline, handover: after(now, WATCH_SECONDS) };
  const longest = after(now, LONGEST_WAIT_SECONDS);
  return { deadline: deadline < longest ? deadline : longest };
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
