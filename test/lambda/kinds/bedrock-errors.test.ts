import { clientError } from './client-error';
import { beyondQuota, NOT_READY_TEXTS, OTHER_TEXTS, SHARED_MEANINGS } from './error-cases';
import type { ErrorMeaning } from '../../../lambda/error-meaning';
import { bedrockMeaning, isRoleNotReady } from '../../../lambda/kinds/bedrock-errors';

const role = 'arn:aws:iam::111122223333:role/Classify';
describe('what an error of Bedrock means', () => {
  test.each<[ErrorMeaning, unknown]>([
    ['quota', clientError('ServiceQuotaExceededException', 'Sum of in-progress and submitted jobs is 20')],
    ['unavailable', beyondQuota('ServiceQuotaExceededException')],
    ...SHARED_MEANINGS,
    ['not-found', clientError('ResourceNotFoundException', 'no such job', 404)],
    [
      'denied',
      clientError('AccessDeniedException', `not authorized to perform: iam:PassRole on resource: ${role}`, 403),
    ],
    [
      'busy',
      clientError(
        'AccessDeniedException',
        'Model access is denied. Your AWS Marketplace subscription for this model is still being processed',
        403,
      ),
    ],
    ['busy', clientError('ConflictException', 'conflict', 409)],
    ['role-not-ready', clientError('ValidationException', `Could not assume provided IAM role ${role}`)],
    ['role-not-ready', clientError('ValidationException', 'The provided role ARN is invalid')],
    ['ended', clientError('ValidationException', 'The job cannot be stopped. State was: Completed')],
    ['ended', clientError('ValidationException', 'State was: PartiallyCompleted')],
    ['ended', clientError('ValidationException', 'State was: Failed')],
    ['ended', clientError('ValidationException', 'State was: Stopped')],
    ['ended', clientError('ValidationException', 'State was Expired')],
    ['ended', clientError('ValidationException', 'The job cannot be stopped. State was: Stopping')],
    ['refused', clientError('ValidationException', 'State was: InProgress')],
    ['refused', clientError('ValidationException', 'The provided model identifier is invalid.')],
    [
      'refused',
      clientError(
        'ValidationException',
        'Your account is not authorized to perform this action. Please create a support case.',
      ),
    ],
    ['busy', clientError('ThrottlingException', 'Rate exceeded', 429)],
    ['busy', clientError('InternalServerException', 'no', 500)],
    ['busy', clientError('ServiceUnavailableException', 'no', 503)],
  ])('%s: %p', (meaning, error) => {
    expect(bedrockMeaning(error)).toBe(meaning);
  });
});

describe('a role that has not propagated yet', () => {
  test.each([
    `Could not assume provided IAM role ${role}`,
    `Bedrock is unable to assume ${role}`,
    `Failed to assume the service role`,
    'The provided role ARN is invalid',
    'The provided role ARN is not valid.',
    `Please make sure that Bedrock can assume the provided role`,
    `The role ${role} does not have access to the S3 bucket reviews`,
    `The provided role lacks permission to read the input`,
    'Access denied when reading from S3',
    'S3 said: Access Denied (Service: Amazon S3; Status Code: 403)',
    `${role} is not authorized to perform: s3:ListBucket`,
    ...NOT_READY_TEXTS,
    'because no identity-based policy allows the s3:GetObject action',
  ])('is told by: %s', (text) => {
    expect(isRoleNotReady(text)).toBe(true);
  });

  test.each([
    ...OTHER_TEXTS,
    'The role of the user in messages[0] must be user or assistant: it lacks a name',
    'A file in S3 has no access log, and its format is wrong',
    'We assume that the role is good',
    'The job contains fewer than the minimum number of records',
    'Input file reviews.jsonl is not valid JSON Lines',
    '3 of 100 records failed, and maxErrorRecords is 2',
    'Your account is not authorized to perform this action',
    'The provided model identifier is invalid.',
    `The model ${role} is invalid`,
    'An internal error has occurred',
  ])('is not told by: %s', (text) => {
    expect(isRoleNotReady(text)).toBe(false);
  });
});
