import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { isIdentifier } from './job-identifier';
import { requestTime } from './request-time';
import {
  type JobProperties,
  jobServiceTimeoutSeconds,
  LONGEST_SERVICE_TIMEOUT_SECONDS,
  LONGEST_WAIT_SECONDS,
  type MachineTick,
  type ReferenceProperties,
  type ResultProperties,
  SHORT_SERVICE_TIMEOUT_SECONDS,
} from '../src/contract';

type EventOf<Properties> = CloudFormationCustomResourceEvent<
  Properties & { readonly ServiceToken: string },
  Partial<Properties>
>;

/** A request of CloudFormation for a job's custom resource. */
export type JobEvent = EventOf<JobProperties>;

/** A request of CloudFormation for the resource that has the results of a job which wait conditions have waited for. */
export type ResultEvent = EventOf<ResultProperties>;

/** A request of CloudFormation for a reference. */
export type ReferenceEvent = EventOf<ReferenceProperties>;

/** A request of CloudFormation. */
export type ResourceEvent = JobEvent | ResultEvent | ReferenceEvent;

export function isResult(event: ResourceEvent): event is ResultEvent {
  return 'LastCondition' in event.ResourceProperties;
}

export function isReference(event: ResourceEvent): event is ReferenceEvent {
  return 'ReferencedJob' in event.ResourceProperties;
}

/** Whether a resource stands for a job, which comes and goes with it. Any other is always the same resource. */
export function isJob(event: ResourceEvent): event is JobEvent {
  return !isResult(event) && !isReference(event);
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
  /** Since when an end is known that the service may yet correct, where it does not say when it was (ISO 8601). */
  readonly endSeenAt?: string;
  /** Whether the tags of a job that has ended stay as they are: the service does not let them be read, or set. */
  readonly leavesTags?: boolean;
  /** Whether the record of a job that has ended stays: the service does not let it be deleted. */
  readonly keepsRecord?: boolean;
  /** Whether this operation stops the job. It is on record before the Stop call is made. */
  readonly stopped?: boolean;
  /** Whether it is certain that no newer request has come before this one, which was held up on its way. */
  readonly isCurrent?: boolean;
  /** Since when nothing else goes on for the resource (ISO 8601). */
  readonly aloneSince?: string;
  /** Whether something went on until then. */
  readonly othersEnded?: boolean;
  /** Whether the request before has come to its own end, and has left nothing that runs, or that may yet be shown. */
  readonly isSettledBefore?: boolean;
  /** Whether it was looked for others once more, when those that had begun a moment before must have been in the list. */
  readonly isAloneForCertain?: boolean;
  /** How many calls in a row have failed for a reason that passes. */
  readonly setbacks?: number;
  /** The last of these reasons. */
  readonly setback?: string;
}

/** The wait conditions of a request that have yet to be let go, and how the signals to them have gone. */
export interface ConditionsLeft {
  /** Their logical ids, in the order in which CloudFormation comes to them. */
  readonly ids: readonly string[];
  /** Since when CloudFormation waits for the first (ISO 8601). */
  readonly since: string;
  /** How many signals there were. */
  readonly signals: number;
  /** Which of them is next in this round. */
  readonly next: number;
  /** How many in a row of this round were not there. */
  readonly missing: number;
  /** Whether one was let go in this round. */
  readonly hasLetGo: boolean;
  /** How many rounds in a row none was let go. */
  readonly vainRounds: number;
  /** Those that have taken a signal, and were not seen to be let go. */
  readonly taken: readonly string[];
  /** Which could not be looked at since then: each once for every try. */
  readonly unseen: readonly string[];
  /** Why the last signal that was not taken was refused, in the words of CloudFormation. */
  readonly refusal?: string;
  /** Whether one could be looked at: what cannot be seen is not there, then. */
  readonly isSightGiven: boolean;
  /** When CloudFormation had the answer that they wait for (ISO 8601). */
  readonly answeredAt: string;
  /** When the end of the job was seen (ISO 8601). */
  readonly endedAt?: string;
}

/** One round of the state machine: the request, and all that is known of how far it has come. */
export interface Tick<Event extends ResourceEvent = ResourceEvent> extends MachineTick {
  readonly event: Event;
  /** When the request reached the function (ISO 8601). */
  readonly receivedAt: string;
  /** Since when the next step is due (ISO 8601): one that is late begins nothing that its execution may not live to see. */
  readonly dueAt: string;
  /** When the wait is over: a job that still runs is stopped; or left to wait conditions, before the answer (ISO 8601). */
  readonly deadline: string;
  readonly progress: Progress;
  /** How many ticks came before. */
  readonly count: number;
  /** The wait conditions that have yet to be let go, once CloudFormation has its answer. @default - it has none yet */
  readonly conditions?: ConditionsLeft;
  /** Whether nothing runs that the request has asked for, and nothing may yet be shown: the next request may count on it. */
  readonly isSettled?: boolean;
  /** The answer, once there is one. It is on record before it is sent: what has been answered is not decided again. */
  readonly answer?: Answer;
}

/** Seconds kept back from CloudFormation's time-out, for the answer to get there. */
const LAST_SECONDS = 60;

/** How long a reference tries to read its job, in seconds. */
export const READING_SECONDS = 300;

/** The tick with which a request's execution begins. CloudFormation's time runs from when it has made the request. */
export function firstTick(event: ResourceEvent, now: Date): Tick {
  const { deadline, lastMoment } = timesOf(event, requestedAt(event, now));
  return {
    event,
    receivedAt: now.toISOString(),
    dueAt: now.toISOString(),
    deadline: deadline.toISOString(),
    giveUpAt: lastMoment.toISOString(),
    progress: firstProgress(event),
    count: 0,
    done: false,
    waitSeconds: 0,
  };
}

/** When the wait for a job is over as its resource says, however many resources wait for it. */
export function wholeDeadline(event: JobEvent, receivedAt: Date): Date {
  return after(requestedAt(event, receivedAt), Number(event.ResourceProperties.WaitSeconds));
}

/** When the resource that has a job's results has waited for as long as it can. */
export function ownEnd(event: ResultEvent, receivedAt: Date): Date {
  return after(requestedAt(event, receivedAt), LONGEST_WAIT_SECONDS);
}

/** Some seconds after a moment. */
export function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

/** When CloudFormation has made a request. */
export function requestedAt(event: ResourceEvent, receivedAt: Date): Date {
  const time = requestTime(event);
  return time === undefined ? receivedAt : new Date(time);
}

/** What is known of a job beforehand: a result and a reference are told it. */
function firstProgress(event: ResourceEvent): Progress {
  if (isReference(event)) return { arn: event.ResourceProperties.ReferencedJob };
  if (!isResult(event)) return {};
  const { Job, Name } = event.ResourceProperties;
  return { name: Name, ...(isIdentifier(Job) && { arn: Job }) };
}

interface Times {
  readonly deadline: Date;
  /** Until when CloudFormation can be answered. */
  readonly lastMoment: Date;
}

function timesOf(event: ResourceEvent, begin: Date): Times {
  if (isJob(event)) return jobTimes(event, begin);
  const lastMoment = after(begin, SHORT_SERVICE_TIMEOUT_SECONDS - LAST_SECONDS);
  if (event.RequestType === 'Delete') return { deadline: lastMoment, lastMoment };
  if (isReference(event)) return { deadline: after(begin, READING_SECONDS), lastMoment };
  return {
    deadline: new Date(event.ResourceProperties.Deadline),
    lastMoment: after(begin, LONGEST_SERVICE_TIMEOUT_SECONDS - LAST_SECONDS),
  };
}

/**
 * The resource of a job waits for no longer than it can: wait conditions follow. A Delete does not wait for the end that the
 * user has in mind, but for a job to stop: it has all the time that CloudFormation gives it.
 */
function jobTimes({ RequestType, ResourceProperties }: JobEvent, begin: Date): Times {
  const seconds = Number(ResourceProperties.WaitSeconds);
  const lastMoment = after(begin, jobServiceTimeoutSeconds(seconds, ResourceProperties.Kind) - LAST_SECONDS);
  const deadline = RequestType === 'Delete' ? lastMoment : after(begin, Math.min(seconds, LONGEST_WAIT_SECONDS));
  return { deadline, lastMoment };
}
