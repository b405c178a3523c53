import { denialIn } from './denials';
import { isNeverMet } from './quotas';
import { isNamedNotFound, isPassing, isRefusal } from './service-errors';
import { wordsOf } from './service-text';
import type { ErrorMeaning } from '../error-meaning';

/**
 * What SageMaker says when it cannot assume a job's role, or when the role's policies or a bucket are not known everywhere
 * yet: in a ValidationException of the Create call, and as the reason of a job that failed at once.
 */
const ROLE_NOT_READY = [
  /could not assume role/i,
  /unable to assume the role/i,
  /unable to perform: sts:AssumeRole/i,
  /access denied when calling sts:AssumeRole/i,
  /unauthorized to list objects under s3 url/i,
  /access denied to outputdataconfig s3 bucket/i,
  /could not validate [a-z]+ permissions/i,
  /the aws access key id you provided does not exist in our records/i,
  /access denied for repository/i,
  /access denied to hub content/i,
  /access denied when describing algorithm/i,
];
/** The program in the container says what follows: it has begun, so that its own role is good. */
const PROGRAM_FAILED = /^\s*AlgorithmError\b/;
/** SageMaker says so in a ValidationException where its model says ResourceNotFound. */
const NOT_FOUND = /requested resource not found|could not find|does not exist/i;
const ENDED =
  /rejected because the [a-z ]+ is in (status|[a-z]+ status)|cannot be stopped|already (completed|stopped|failed)/i;

/** What an error of SageMaker means. Only a few errors are in its model, so that their names decide, not their classes. */
export function sageMakerMeaning(error: unknown): ErrorMeaning {
  if (!(error instanceof Error)) return 'unknown';
  switch (error.name) {
    case 'ResourceInUse':
    case 'ConflictException':
      return 'name-taken';
    case 'ResourceLimitExceeded':
      return isNeverMet(error.message) ? 'unavailable' : 'quota';
    case 'AccessDeniedException':
    case 'AccessDenied':
      return denialIn(error.message) === 'final' ? 'refused' : 'denied';
    case 'UnrecognizedClientException':
    case 'InvalidClientTokenId':
      // the credentials of a role that was made a moment ago may not be known everywhere
      return 'denied';
    case 'ValidationException':
      return meaningOfValidation(error.message);
  }
  if (isPassing(error)) return 'busy';
  if (isNamedNotFound(error)) return 'not-found';
  return isRefusal(error) ? 'refused' : 'unknown';
}

function meaningOfValidation(message: string): ErrorMeaning {
  if (denialIn(message) === 'final') return 'refused';
  if (isRoleNotReady(message)) return 'role-not-ready';
  if (ENDED.test(message)) return 'ended';
  return NOT_FOUND.test(message) ? 'not-found' : 'refused';
}

/** Whether a text says that a role has not propagated yet, or that a bucket is not known everywhere. */
export function isRoleNotReady(text: string): boolean {
  if (PROGRAM_FAILED.test(text)) return false;
  const denial = denialIn(text);
  if (denial !== undefined) return denial === 'passing';
  const words = wordsOf(text);
  return ROLE_NOT_READY.some((pattern) => pattern.test(words));
}
