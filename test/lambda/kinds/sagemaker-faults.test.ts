import { sageMakerError } from './sagemaker-error';
import type { Fault } from '../../../lambda/fault';
import { faultOfSageMaker, isRoleNotReady, unlessNotFound } from '../../../lambda/kinds/sagemaker-faults';

const role = 'arn:aws:iam::111122223333:role/Compile';
const timeout = Object.assign(new Error('no answer'), { name: 'TimeoutError' });

describe('what an error of SageMaker means', () => {
  test.each<[Fault, unknown]>([
    ['name-taken', sageMakerError('ResourceInUse', 'a job with this name already exists')],
    ['name-taken', sageMakerError('ConflictException')],
    ['quota', sageMakerError('ResourceLimitExceeded', 'The account-level service limit is 10')],
    ['not-found', sageMakerError('ResourceNotFound')],
    ['not-found', sageMakerError('ValidationException', 'Requested resource not found.')],
    ['not-found', sageMakerError('ValidationException', 'Could not find compilation job x')],
    ['not-found', sageMakerError('ValidationException', 'Compilation job x does not exist')],
    ['denied', sageMakerError('AccessDeniedException', `not authorized to perform: iam:PassRole on resource: ${role}`)],
    ['denied', sageMakerError('AccessDenied')],
    [
      'ended',
      sageMakerError('ValidationException', 'The request was rejected because the training job is in status Stopped.'),
    ],
    ['ended', sageMakerError('ValidationException', 'The compilation job cannot be stopped')],
    ['ended', sageMakerError('ValidationException', 'The job has already completed')],
    [
      'role-not-ready',
      sageMakerError(
        'ValidationException',
        `Could not assume role ${role}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
      ),
    ],
    [
      'role-not-ready',
      sageMakerError('ValidationException', 'The AWS Access Key Id you provided does not exist in our records.'),
    ],
    ['refused', sageMakerError('ValidationException', "1 validation error detected: Value 'X' at 'framework'")],
    ['refused', sageMakerError('SomethingNew')],
    ['busy', sageMakerError('ThrottlingException', 'Rate exceeded')],
    ['busy', sageMakerError('InternalFailure', 'no', 500)],
    ['busy', timeout],
    ['unknown', new TypeError('undefined is not a function')],
    ['unknown', sageMakerError('SyntaxError', 'no JSON', 200)],
    ['unknown', 'out of order'],
  ])('%s: %p', (fault, error) => {
    expect(faultOfSageMaker(error)).toBe(fault);
  });
});

describe('a role that IAM has not spread yet', () => {
  test.each([
    `Could not assume role ${role}. Please ensure that the role exists`,
    `ClientError: SageMaker was unable to assume the role '${role}'`,
    'SageMaker is unable to perform: sts:AssumeRole on the role. Check if you have a trust relationship',
    'ClientError: Client permission error: Access Denied when calling sts:AssumeRole',
    'Unauthorized to List objects under S3 URL: s3://models',
    'Access denied to OutputDataConfig S3 bucket: results',
    'because no identity-based policy allows the s3:ListBucket action',
    'The AWS Access Key Id you provided does not exist in our records.',
    'Access denied for repository: models',
  ])('is told by: %s', (text) => {
    expect(isRoleNotReady(text)).toBe(true);
  });

  test.each([
    'ClientError: InputConfiguration: S3 object does not exist. Bucket: models, Key: model.tar.gz',
    'ClientError: InputConfiguration: TVM cannot convert the model',
    'ServerError: There was an internal server error during the compilation job',
  ])('is not told by: %s', (text) => {
    expect(isRoleNotReady(text)).toBe(false);
  });
});

describe('a call for what may not be there', () => {
  test('returns what there is', async () => {
    expect(await unlessNotFound(Promise.resolve(1))).toBe(1);
  });

  test('returns nothing where there is nothing', async () => {
    expect(await unlessNotFound(Promise.reject(sageMakerError('ResourceNotFound')))).toBeUndefined();
  });

  test('fails with any other error', async () => {
    await expect(unlessNotFound(Promise.reject(sageMakerError('AccessDeniedException', 'denied')))).rejects.toThrow(
      'denied',
    );
  });
});
