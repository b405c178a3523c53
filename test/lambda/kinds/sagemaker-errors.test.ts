import { clientError } from './client-error';
import { beyondQuota, denied, NOT_READY_TEXTS, OTHER_TEXTS, SHARED_MEANINGS } from './error-cases';
import type { ErrorMeaning } from '../../../lambda/error-meaning';
import { sageMakerMeaning, isRoleNotReady } from '../../../lambda/kinds/sagemaker-errors';

const role = 'arn:aws:iam::111122223333:role/Compile';
describe('what an error of SageMaker means', () => {
  test.each<[ErrorMeaning, unknown]>([
    ['name-taken', clientError('ResourceInUse', 'a job with this name already exists')],
    ['name-taken', clientError('ConflictException')],
    ['quota', clientError('ResourceLimitExceeded', 'The account-level service limit is 10')],
    ['unavailable', beyondQuota('ResourceLimitExceeded')],
    ...SHARED_MEANINGS,
    ['not-found', clientError('ResourceNotFound')],
    ['not-found', clientError('ValidationException', 'Requested resource not found.')],
    ['not-found', clientError('ValidationException', 'Could not find compilation job x')],
    ['not-found', clientError('ValidationException', 'Compilation job x does not exist')],
    ['not-found', clientError('ValidationException', 'Could not find model "arn:aws:sagemaker:::model/x".')],
    ['denied', clientError('AccessDeniedException', `not authorized to perform: iam:PassRole on resource: ${role}`)],
    ['denied', clientError('AccessDenied')],
    [
      'ended',
      clientError('ValidationException', 'The request was rejected because the training job is in status Stopped.'),
    ],
    [
      'ended',
      clientError('ValidationException', 'The request was rejected because the transform job is in status Stopping.'),
    ],
    ['ended', clientError('ValidationException', 'The compilation job cannot be stopped')],
    ['ended', clientError('ValidationException', 'The job has already completed')],
    [
      'role-not-ready',
      clientError(
        'ValidationException',
        `Could not assume role ${role}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
      ),
    ],
    [
      'role-not-ready',
      clientError('ValidationException', 'The AWS Access Key Id you provided does not exist in our records.'),
    ],
    ['refused', clientError('ValidationException', "1 validation error detected: Value 'X' at 'framework'")],
    ['busy', clientError('ThrottlingException', 'Rate exceeded')],
    ['busy', clientError('InternalFailure', 'no', 500)],
  ])('%s: %p', (meaning, error) => {
    expect(sageMakerMeaning(error)).toBe(meaning);
  });
});

describe('a role that has not propagated yet', () => {
  test.each([
    `Could not assume role ${role}. Please ensure that the role exists`,
    `ClientError: SageMaker was unable to assume the role '${role}'`,
    'SageMaker is unable to perform: sts:AssumeRole on the role. Check if you have a trust relationship',
    'ClientError: Client permission error: Access Denied when calling sts:AssumeRole',
    'Unauthorized to List objects under S3 URL: s3://models',
    'Access denied to OutputDataConfig S3 bucket: results',
    ...NOT_READY_TEXTS,
    'because no identity-based policy allows the s3:ListBucket action',
    'The AWS Access Key Id you provided does not exist in our records.',
    'Access denied for repository: models',
    'Access denied to hub content: models',
    'Access denied when describing algorithm: forecast',
  ])('is told by: %s', (text) => {
    expect(isRoleNotReady(text)).toBe(true);
  });

  test.each([
    ...OTHER_TEXTS,
    `AlgorithmError: botocore: Could not assume role ${role}`,
    `AlgorithmError: ${denied('because no identity-based policy allows the s3:GetObject action')}`,
    'ClientError: access to the repository of this name is fine; the tag is not there',
    'ClientError: the requested bucket could not be validated',
    'ClientError: The role arn:aws:iam::111122223333:role/unable-to-assume-the-role is good',
    'ClientError: no S3 objects under s3://access-denied-for-repository/x',
    'ClientError: InputConfiguration: S3 object does not exist. Bucket: models, Key: model.tar.gz',
    'ClientError: InputConfiguration: TVM cannot convert the model',
    'ServerError: There was an internal server error during the compilation job',
  ])('is not told by: %s', (text) => {
    expect(isRoleNotReady(text)).toBe(false);
  });
});
