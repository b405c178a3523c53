import { clientError } from './client-error';
import type { ErrorMeaning } from '../../../lambda/error-meaning';

/** What a service says of an access that it is refused, and why. */
export const denied = (why: string): string =>
  `User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k ${why}`;

/** Errors that mean the same, whichever service they come from. */
export const SHARED_MEANINGS: [ErrorMeaning, unknown][] = [
  ['refused', clientError('AccessDeniedException', denied('with an explicit deny in a service control policy'))],
  ['refused', clientError('ValidationException', denied('with an explicit deny in a permissions boundary'))],
  ['denied', clientError('AccessDeniedException', denied('because no identity-based policy allows the action'))],
  ['role-not-ready', clientError('ValidationException', denied('because no identity-based policy allows it'))],
  ['role-not-ready', clientError('ValidationException', 'Could not validate ListBucket permissions for S3URI')],
  ['denied', clientError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403)],
  ['denied', clientError('InvalidClientTokenId', 'The security token included in the request is invalid', 403)],
  ['refused', clientError('SomethingNew')],
  ['busy', Object.assign(new Error('no answer'), { name: 'TimeoutError' })],
  ['unknown', new TypeError('undefined is not a function')],
  ['busy', clientError('SyntaxError', 'no JSON', 200)],
  ['unknown', 'out of order'],
];

/** An error of a name that says that the account has fewer instances than one job asks for. */
export const beyondQuota = (name: string): Error =>
  clientError(
    name,
    "The account-level service limit 'x' is 4 Instances, with current utilization of 0 Instances and a request delta of 11 Instances.",
  );

/** What any service says of a role that has not propagated yet. */
export const NOT_READY_TEXTS: string[] = [
  'Could not validate ListBucket permissions for S3URI',
  'Could not validate GetObject permissions to access Amazon S3 bucket: b at key k',
  denied('because no identity-based policy allows the s3:GetObject action'),
  denied('because no resource-based policy allows the s3:GetObject action'),
  denied(''),
];

/** What sounds like it, and is something else. */
export const OTHER_TEXTS: string[] = [
  denied('with an explicit deny in a service control policy'),
  denied('with an explicit deny in a resource-based policy'),
  denied('because no permissions boundary allows the s3:GetObject action'),
  'The model that assumed-role/R/role-1 asked for was not found',
  'The input s3://cannot-assume/role is empty',
  'Credentials of an assumed role may be good for an hour at most',
];
