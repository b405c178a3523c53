/*
 * What crosses from a construct to the handler, in one place, so that the compiler holds both ends to it.
 * CloudFormation turns every scalar of a custom resource's properties into a string; the types here say so.
 */

import type { Acceptance } from './job-attributes';
import { JOB_FACTS, type JobFacts } from './validation/service-model/job-facts';

// what the services' models say of each kind: both ends call the operations, and read the members, that these facts name
export { JOB_FACTS, JOB_KIND_KEYS, type JobFacts, type JobKindKey } from './validation/service-model/job-facts';
// the custom resource of each kind, and what it has for attributes
export * from './job-attributes';
// what is published of each run, where a stack uses it
export * from './run-metric';

/** The custom resource properties of every job. */
export interface JobProperties {
  /** The kind of job: the key under which the handler knows it. */
  readonly Kind: string;
  /** The request of the service's Create operation, in the API's own words, without the job's name. */
  readonly Request: { readonly [member: string]: unknown };
  /**
   * Members of the request that are newer than the library, or may be of any type, where they belong in it: an object as JSON, for
   * nobody here knows their types, and CloudFormation keeps none. It is part of what makes the job this job.
   */
  readonly NewerMembers?: string;
  /** What the names of the job's attempts begin with. */
  readonly NamePrefix: string;
  /** The one name that the job must have, where the user gave one. */
  readonly JobName?: string;
  /** The state machine that carries the job to its end. */
  readonly StateMachineArn: string;
  /** When the resource answers: when the job has ended (`'true'`), or when the service has accepted it (`'false'`). */
  readonly WaitForCompletion: 'true' | 'false';
  /**
   * The logical ids of the wait conditions that follow on the resource, one after the other, where the wait is longer than
   * its own: then it answers when its own is over, if not before, and its execution goes on to the job's end and signals
   * them.
   */
  readonly WaitConditions?: readonly string[];
  /** How long the deployment waits before it stops the job, in seconds. */
  readonly WaitSeconds: string;
  /** Any change of it runs the job again. */
  readonly RerunKey?: string;
  /** What counts as a success, where the kind leaves that to the user. It is no part of what makes the job this job. */
  readonly Acceptance?: Acceptance;
  /** The metrics of the job that the stack uses, by name: each becomes an attribute. */
  readonly Metrics?: readonly string[];
  /** `'true'` where what the job has made is deleted with the resource, besides what is in S3. It makes no other job. */
  readonly DeletesResult?: 'true';
}

/** What the resource of a job with wait conditions tells the one that has its results. */
export type WaitAttribute = 'Name' | 'Deadline' | 'Setback';

/** The custom resource properties of a result: it has the attributes of a job that wait conditions have waited for. */
export interface ResultProperties {
  /** The kind of job. */
  readonly Kind: string;
  /** The physical id of the job's resource: an ARN, or the name of a job that had found no place yet. */
  readonly Job: string;
  /** The name of the job: in its ARN, the letter case may be another. */
  readonly Name: string;
  /** When the job is stopped (ISO 8601). */
  readonly Deadline: string;
  /** Why the job had found no place when its resource answered; empty where it had. */
  readonly Setback: string;
  /** The last wait condition, which the handler ignores: so it is waited for without a dependency that would move. */
  readonly LastCondition: string;
  /** The state machine that carries the reading. */
  readonly StateMachineArn: string;
  /** What counts as a success. */
  readonly Acceptance?: Acceptance;
  /** The metrics of the job that the stack uses, by name: each becomes an attribute. */
  readonly Metrics?: readonly string[];
}

/** The custom resource properties of a reference: it reads a job that was made elsewhere, and never waits for it. */
export interface ReferenceProperties {
  /** The kind of job. */
  readonly Kind: string;
  /** The ARN of the job. */
  readonly ReferencedJob: string;
  /** The state machine that carries the reading. */
  readonly StateMachineArn: string;
  /** The metrics of the job that the stack uses, by name: each becomes an attribute. */
  readonly Metrics?: readonly string[];
}

/** How long CloudFormation waits for the answer of a custom resource at most, in seconds. */
export const LONGEST_SERVICE_TIMEOUT_SECONDS = 3600;

/** How long it waits for the answer of a reference, in seconds. */
export const SHORT_SERVICE_TIMEOUT_SECONDS = 900;

/** What is left of the service time-out, once the wait is over, to stop the job and to answer, in seconds. */
const ANSWER_MARGIN_SECONDS = 300;

/** The longest that a custom resource can wait and still answer in time, in seconds. */
export const LONGEST_WAIT_SECONDS = LONGEST_SERVICE_TIMEOUT_SECONDS - ANSWER_MARGIN_SECONDS;

/** How long CloudFormation waits for the signals of a wait condition at most, in seconds. */
export const LONGEST_CONDITION_TIMEOUT_SECONDS = 43_200;

/**
 * How long CloudFormation waits for the resource of a job that is waited for so many seconds. It waits as long for the
 * Delete, which a job that takes its time to stop needs even where the wait was short, and one that nobody can stop even more.
 */
export function jobServiceTimeoutSeconds(waitSeconds: number, kind: string): number {
  if (!canBeStopped(kind)) return LONGEST_SERVICE_TIMEOUT_SECONDS;
  const timeout = Math.max(SHORT_SERVICE_TIMEOUT_SECONDS, waitSeconds + ANSWER_MARGIN_SECONDS);
  return Math.min(LONGEST_SERVICE_TIMEOUT_SECONDS, timeout);
}

/** Whether jobs of a kind can be stopped; of a kind that is not known here, nothing else is known. */
export function canBeStopped(kind: string): boolean {
  const facts = (JOB_FACTS as { readonly [kind: string]: JobFacts | undefined })[kind];
  return facts?.operations.stop !== undefined || facts === undefined;
}

/** How long before the time of a wait condition is over it is signalled that the job goes on, in seconds. */
export const USUAL_SIGNAL_MARGIN_SECONDS = 1800;

/** The same where the conditions would not be enough otherwise, in seconds. */
export const LEAST_SIGNAL_MARGIN_SECONDS = 300;

/**
 * How many wait conditions it takes to wait for so many seconds: the resource of the job waits before them, and the one that
 * has its results after them.
 */
export function conditionsFor(waitSeconds: number): number {
  const rest = waitSeconds - 2 * LONGEST_WAIT_SECONDS;
  return Math.max(1, Math.ceil(rest / (LONGEST_CONDITION_TIMEOUT_SECONDS - LEAST_SIGNAL_MARGIN_SECONDS)));
}

/** What stands between a name prefix and the spec key. No prefix ends in it, so that none is the beginning of another. */
export const NAME_SEPARATOR = '--';

/** How many characters the handler adds to a name prefix: the separator, the spec key, and `-99` for a later attempt. */
export const NAME_SUFFIX_LENGTH = 17;

/** A signal to a wait condition, which lets the deployment go on. */
export interface ConditionSignal {
  /** The id of the stack. */
  readonly stack: string;
  /** The logical id of the wait condition. */
  readonly condition: string;
  /** What people read in the events of the stack. At most 64 characters. */
  readonly uniqueId: string;
}

/** An error as the state machine notes it. */
export interface MachineError {
  readonly Error: string;
  readonly Cause: string;
}

/** What the state machine reads of the handler's answer to a tick, and what it adds to it for the next one. */
export interface MachineTick {
  /** Whether there is nothing left to do. */
  readonly done: boolean;
  /** The seconds until the next tick. */
  readonly waitSeconds: number;
  /** The time (ISO 8601) after which a function that cannot be run is no longer tried. */
  readonly giveUpAt: string;
  /** What the state machine signals before it comes back at once. @default - it waits, and signals nothing */
  readonly signal?: ConditionSignal;
  /** Where the state machine puts it that the signal was taken. */
  readonly taken?: { readonly isTaken: true };
  /** Where it puts why the signal was not taken. */
  readonly refusal?: MachineError;
  /** Where it puts what the condition is then, and since when (ISO 8601, or seconds since 1970: nobody has seen which). */
  readonly seen?: { readonly status: string; readonly at: string | number };
  /** Where it puts why that could not be seen. */
  readonly unseen?: MachineError;
  /** Where the state machine puts the error of a function that could not be run. */
  readonly fault?: MachineError;
}

/** What the state machine hands to the function when it has given up on it: the last tick, to be answered as failed. */
export interface GivenUp<T extends MachineTick = MachineTick> {
  readonly givenUp: T;
}

/**
 * The name of the attribute that has a metric of a job. CloudFormation takes letters, digits and few other characters in
 * the name of an attribute; metrics are called what their algorithm calls them, as in `validation:auc`.
 */
export function metricAttribute(metric: string): string {
  return `Metric.${metric.replace(/[^A-Za-z0-9]/g, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`;
}

/** What two names of a metric of evaluations have in common, as the results may have one and the request the other. */
export function plainMetric(metric: string): string {
  return metric.replace(/^Builtin\./i, '').toLowerCase();
}
