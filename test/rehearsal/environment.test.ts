import { arnIn, bucketArnIn, bucketOfArn, environmentKey, environmentOf, iamArnIn } from '../../rehearsal/environment';

const GOV = { account: '111122223333', region: 'us-gov-west-1' };

test('ARNs have the partition of the Region', () => {
  expect(arnIn(GOV, 'sagemaker', 'model/a')).toBe('arn:aws-us-gov:sagemaker:us-gov-west-1:111122223333:model/a');
  expect(iamArnIn(GOV, 'role/a')).toBe('arn:aws-us-gov:iam::111122223333:role/a');
  expect(bucketArnIn(GOV, 'data/a')).toBe('arn:aws-us-gov:s3:::data/a');
});

test('an ARN says where its resource is, if it has an account and a Region', () => {
  expect(environmentOf('arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:f')).toEqual(GOV);
  expect(environmentOf('arn:aws:iam::111122223333:role/a')).toBeUndefined();
  expect(environmentOf('arn:aws:s3:::data')).toBeUndefined();
  expect(environmentOf(undefined)).toBeUndefined();
});

test.each([
  ['arn:aws-cn:s3:::data', 'data'],
  ['arn:aws:s3:::data/a/b', 'data'],
  ['arn:aws:kms:us-east-1:1:key/k', undefined],
])('%s is of the bucket %s', (arn, bucket) => {
  expect(bucketOfArn(arn)).toBe(bucket);
});

test('an environment is told from others by account and Region', () => {
  expect(environmentKey(GOV)).toBe('111122223333/us-gov-west-1');
});
