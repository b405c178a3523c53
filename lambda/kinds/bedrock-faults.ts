import { isPassing, isRefusal } from './service-errors';
import type { Fault } from '../fault';

/**
 * What Bedrock says when it cannot assume a job's role, or when the role's policies are not spread yet: in a
 * ValidationException of the Create call, or as the message of a job that fails while it is validated.
 */
const ROLE_NOT_READY = [
  /could not assume/i,
  /(unable|not able|failed|cannot) to assume/i,
  /assume.{0,60}\brole\b/i,
  /\brole\b.{0,80}(does not have|doesn't have|lacks|insufficient).{0,40}(access|permission)/i,
  /access denied.{0,80}\bs3\b|\bs3\b.{0,80}access denied/i,
  /not authorized to perform:? s3:/i,
  /no identity-based policy allows/i,
];
/** What Stop says of a job that has ended, or that is being stopped already. */
const ENDED = /state was:? (completed|partiallycompleted|failed|stopped|stopping|expired)/i;

/** What an error of Bedrock means. */
export function bedrockFault(error: unknown): Fault {
  if (!(error instanceof Error)) return 'unknown';
  switch (error.name) {
    case 'ServiceQuotaExceededException':
      return 'quota';
    case 'ResourceNotFoundException':
      return 'not-found';
    case 'AccessDeniedException':
    case 'UnrecognizedClientException':
    case 'InvalidClientTokenId':
      // the credentials of a role that was made a moment ago may not be known everywhere
      return 'denied';
    case 'ConflictException':
      // its meaning is not documented; a job that exists already is found before the next try
      return 'busy';
    case 'ValidationException':
      if (isRoleNotReady(error.message)) return 'role-not-ready';
      return ENDED.test(error.message) ? 'ended' : 'refused';
  }
  if (isPassing(error)) return 'busy';
  return isRefusal(error) ? 'refused' : 'unknown';
}

/** Whether a text says that IAM has not spread a role yet. */
export function isRoleNotReady(text: string): boolean {
  return ROLE_NOT_READY.some((pattern) => pattern.test(text));
}
