import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { ANSWER_MARGIN_SECONDS, type JobProperties, type MachineTick } from '../src/contract';

/** A request of CloudFormation for a job's custom resource. */
export type JobEvent = CloudFormationCustomResourceEvent<
  JobProperties & { readonly ServiceToken: string },
  Partial<JobProperties>
>;

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
export interface Tick extends MachineTick {
  readonly event: JobEvent;
  /** When the request reached the function (ISO 8601). */
  readonly receivedAt: string;
  /** When the wait is over and a job that still runs is stopped (ISO 8601). */
  readonly deadline: string;
  readonly progress: Progress;
  /** The answer, once there is one. It is on record before it is sent: what has been answered is not decided again. */
  readonly answer?: Answer;
}

/** Seconds kept back from CloudFormation's time-out, for the answer to get there. */
const LAST_SECONDS = 60;

/** The tick with which a request's execution begins. */
export function firstTick(event: JobEvent, now: Date): Tick {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  const waitSeconds = Number(event.ResourceProperties.WaitSeconds);
  return {
    event,
    receivedAt: now.toISOString(),
    deadline: after(waitSeconds),
    giveUpAt: after(waitSeconds + ANSWER_MARGIN_SECONDS - LAST_SECONDS),
    progress: {},
    done: false,
    waitSeconds: 0,
  };
}
