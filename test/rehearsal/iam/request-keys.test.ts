import { requestKeys } from '../../../rehearsal/iam/request-keys';
import { WORKER, WORKER_SESSION } from '../fixture-iam';

const regionOf = (action: string, resource: string, region = 'eu-west-1') =>
  requestKeys({ ...WORKER_SESSION, region }, { action, resource }).valuesOf('aws:RequestedRegion');

describe('the Region of a request', () => {
  test.each([
    [
      'that of the resource',
      'sagemaker:StopTrainingJob',
      'arn:aws:sagemaker:us-east-2:1:training-job/a',
      ['us-east-2'],
    ],
    ["the caller's, where the ARN says none", 's3:GetObject', 'arn:aws:s3:::data/a', ['eu-west-1']],
    ["the caller's, where there is no resource", 'ecr:GetAuthorizationToken', '*', ['eu-west-1']],
    ['that of the endpoint of IAM', 'iam:PassRole', WORKER, ['us-east-1']],
    [
      'not known, where it may be one of several',
      'bedrock:InvokeModel',
      'arn:aws:bedrock:us-*::foundation-model/m',
      'unknown',
    ],
    [
      'not said, where a global profile routes',
      'bedrock:InvokeModel',
      'arn:aws:bedrock:::foundation-model/m',
      ['unspecified'],
    ],
  ])('is %s', (_, action, resource, expected) => {
    expect(regionOf(action, resource)).toEqual(expected);
  });

  test.each([
    ['cn-northwest-1', 'cn-north-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
  ])('of IAM is another in other partitions: called from %s, %s', (region, expected) => {
    expect(regionOf('iam:PassRole', WORKER, region)).toEqual([expected]);
  });
});

test('a role session is known by its role, its account and its function, and has no MFA and no source', () => {
  const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:Handler';
  const access = { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:444455556666:key/k' };
  const keys = requestKeys({ ...WORKER_SESSION, functionArn }, access);
  expect(keys.valuesOf('aws:PrincipalArn')).toEqual([WORKER]);
  expect(keys.valuesOf('aws:PrincipalAccount')).toEqual(['111122223333']);
  expect(keys.valuesOf('kms:CallerAccount')).toEqual(['111122223333']);
  expect(keys.valuesOf('aws:ResourceAccount')).toEqual(['444455556666']);
  expect(keys.valuesOf('lambda:SourceFunctionArn')).toEqual([functionArn]);
  expect(keys.valuesOf('aws:PrincipalIsAWSService')).toEqual(['false']);
  expect(keys.valuesOf('aws:MultiFactorAuthPresent')).toBe('absent');
  expect(keys.valuesOf('aws:SourceArn')).toBe('absent');
});

test('a service is known by its name', () => {
  const keys = requestKeys({ service: 'logs.us-east-1.amazonaws.com' }, { action: 'kms:Encrypt', resource: '*' });
  expect(keys.valuesOf('aws:PrincipalIsAWSService')).toEqual(['true']);
  expect(keys.valuesOf('aws:PrincipalServiceName')).toEqual(['logs.us-east-1.amazonaws.com']);
  expect(keys.valuesOf('aws:PrincipalArn')).toBe('absent');
});

test('S3 says the account of a bucket under a name of its own, too', () => {
  const access = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a', resourceAccount: '444455556666' };
  expect(requestKeys(WORKER_SESSION, access).valuesOf('s3:ResourceAccount')).toEqual(['444455556666']);
});
