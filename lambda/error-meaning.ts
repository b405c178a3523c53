/** What an error of a service means for the lifecycle. */
export type ErrorMeaning =
  /** The service or the way to it is not up to it now: throttled, an internal error, no connection. Its effect is unknown. */
  | 'busy'
  /** the job's role, or its policies, have not propagated yet. */
  | 'role-not-ready'
  /** The function may not make the call: its own policy has not propagated yet, or lacks a permission. What denies it for good is a refusal. */
  | 'denied'
  /** The account runs as many jobs as it may: there is room for the job when one of them has ended. */
  | 'quota'
  /** The account may not run such a job at any time, or the Region has nothing to run it on. */
  | 'unavailable'
  /** A job with this name exists. */
  | 'name-taken'
  /** The job does not exist. */
  | 'not-found'
  /** The job has ended already, or is being stopped: it need not be stopped, and its record may not be deleted yet. */
  | 'ended'
  /** The request is wrong and stays wrong. */
  | 'refused'
  /** None of these; not even whether the service has answered is known, so that the call may have taken effect. */
  | 'unknown';
