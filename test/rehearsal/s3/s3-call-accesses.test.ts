import type { JsonObject } from '../../../rehearsal/json-value';
import { s3CallAccesses } from '../../../rehearsal/s3/s3-call-accesses';
import { ACCOUNT } from '../fixture-batch';
import { IamFixture } from '../fixture-iam';

const accesses = (operation: string, input: JsonObject, iam = new IamFixture()) =>
  s3CallAccesses({ service: 's3', operation, input, at: 0, caller: undefined, roleArn: '' }, ACCOUNT, iam);

test('a listing is of a bucket, and says which keys it asks for', () => {
  expect(accesses('ListObjectsV2', { bucket: 'results', prefix: 'evaluations/job/' })).toEqual([
    {
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::results',
      context: { 's3:prefix': 'evaluations/job/' },
      resourceAccount: '111122223333',
    },
  ]);
});

test('an object is read by its key', () => {
  expect(accesses('GetObject', { bucket: 'results', key: 'a/1_output.jsonl' })).toEqual([
    { action: 's3:GetObject', resource: 'arn:aws:s3:::results/a/1_output.jsonl', resourceAccount: '111122223333' },
  ]);
});

test('an object of a bucket with a key is decrypted with it', () => {
  const iam = new IamFixture();
  iam.make('AWS::KMS::Key', 'k', {});
  iam.make('AWS::S3::Bucket', 'results', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } },
      ],
    },
  });

  expect(accesses('GetObject', { bucket: 'results', key: 'a' }, iam)[1]).toEqual({
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-east-1:111122223333:key/k',
    context: {
      'kms:ViaService': 's3.us-east-1.amazonaws.com',
      'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::results/a',
    },
  });
});
