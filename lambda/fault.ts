/** What an error of a service means for the lifecycle. */
export type Fault =
  /** The service or the way to it is not up to it now: throttled, an internal error, no connection. Its effect is unknown. */
  | 'busy'
  /** IAM has not spread the job's role, or its policies, yet. */
  | 'role-not-ready'
  /** The function may not make the call: its own policy is not spread yet, or lacks a permission. What denies it for good is a refusal. */
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

/** A request that no retry makes right: its message says which member, the value, and what is allowed. */
export class InvalidRequest extends Error {
  public override readonly name = 'InvalidRequest';
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
