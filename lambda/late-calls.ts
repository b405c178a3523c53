/*
 * How long after the end of an execution something may still come of it. Step Functions ends an execution, but not the
 * function that is at work for it: that goes on, and may be about to create a job. These times bound what it may do,
 * and so how long the request that comes after it must look out; they belong together.
 */

/** How long after a tick was due it may begin to create a job, in milliseconds: one that is later comes back instead. */
export const CALL_WINDOW_MS = 20_000;

/** How long such a call takes at most, in seconds. It is tried once, for the tick is repeated anyway. */
export const CALL_TIMEOUT_SECONDS = 20;

/** How long after the end of an execution its last call is over, in milliseconds. */
export const LATE_CALL_GRACE_MS = CALL_WINDOW_MS + CALL_TIMEOUT_SECONDS * 1000;

/** How long a service may take to show a job that it has accepted, in milliseconds. */
export const VISIBILITY_GRACE_MS = 60_000;

/**
 * How long a request may come after the end of the one before, in milliseconds, and still be the very next: another would have
 * to be made, and to be cancelled, in between.
 */
export const NEXT_REQUEST_MS = 30_000;

/** How long a list of executions may be behind, in milliseconds, where the request before is known to have come to its end. */
export const LIST_LAG_MS = 5_000;

/** How long a service may take to say all of how a job has ended, in milliseconds. */
export const SETTLING_MS = 60_000;

/**
 * A request that took longer to get here may be one that CloudFormation does not wait for any more, in milliseconds. One
 * that is faster has its execution, and that is in the list of those that run, before a newer request looks for the last
 * time: that is not before `VISIBILITY_GRACE_MS` are over.
 */
export const USUAL_DELIVERY_MS = 30_000;
