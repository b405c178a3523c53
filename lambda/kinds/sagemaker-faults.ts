import { isPassing, isRefusal } from './service-errors';
import type { Fault } from '../fault';

/**
 * What SageMaker says when it cannot assume a job's role, or when the role's policies are not spread yet: in a
 * ValidationException of the Create call, and as the reason of a job that failed at once.
 */
const ROLE_NOT_READY = [
  /could not assume role/i,
  /unable to assume the role/i,
  /unable to perform: sts:AssumeRole/i,
  /access denied when calling sts:AssumeRole/i,
  /unauthorized to list objects under s3 url/i,
  /access denied to outputdataconfig s3 bucket/i,
  /no identity-based policy allows the s3:listbucket action/i,
  /the aws access key id you provided does not exist in our records/i,
  /access denied for repository/i,
  /access denied to hub content/i,
  /access denied when describing algorithm/i,
];
/** SageMaker says so in a ValidationException where its model says ResourceNotFound. */
const NOT_FOUND = /requested resource not found|could not find|does not exist/i;
const ENDED = /rejected because the [a-z ]+ is in status|cannot be stopped|already (completed|stopped|failed)/i;

/** What an error of SageMaker means. Only a few errors are in its model, so that their names decide, not their classes. */
export function faultOfSageMaker(error: unknown): Fault {
  if (!(error instanceof Error)) return 'unknown';
  switch (error.name) {
    case 'ResourceInUse':
    case 'ConflictException':
      return 'name-taken';
    case 'ResourceLimitExceeded':
      return 'quota';
    case 'ResourceNotFound':
      return 'not-found';
    case 'AccessDeniedException':
    case 'AccessDenied':
    case 'UnrecognizedClientException':
    case 'InvalidClientTokenId':
      // the credentials of a role that was made a moment ago may not be known everywhere
      return 'denied';
    case 'ValidationException':
      return faultOfValidation(error.message);
  }
  if (isPassing(error)) return 'busy';
  return isRefusal(error) ? 'refused' : 'unknown';
}

function faultOfValidation(message: string): Fault {
  if (isRoleNotReady(message)) return 'role-not-ready';
  if (ENDED.test(message)) return 'ended';
  return NOT_FOUND.test(message) ? 'not-found' : 'refused';
}

/** Whether a text says that IAM has not spread a role yet. */
export function isRoleNotReady(text: string): boolean {
  return ROLE_NOT_READY.some((pattern) => pattern.test(text));
}
