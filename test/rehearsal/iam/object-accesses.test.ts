import {
  bucketAccesses,
  DEFAULT_S3_KEY,
  inFolder,
  listingAccesses,
  objectAccesses,
} from '../../../rehearsal/iam/object-accesses';
import { ACCOUNT } from '../fixture-batch';
import { IamFixture } from '../fixture-iam';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';
const ENCRYPTED = {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } },
    ],
  },
};

const iam = new IamFixture();
iam.make('AWS::S3::Bucket', 'encrypted', ENCRYPTED);
const place = { iam, owner: ACCOUNT };

const texts = (use: Parameters<typeof objectAccesses>[1]) =>
  objectAccesses(place, use).map(({ action, resource }) => `${action} ${resource}`);

test('a bucket is found in the account that the job says', () => {
  expect(bucketAccesses(place, 's3://data/a', '444455556666')).toEqual([
    { action: 's3:GetBucketLocation', resource: 'arn:aws:s3:::data', resourceAccount: '444455556666' },
    { action: 's3:ListBucket', resource: 'arn:aws:s3:::data', resourceAccount: '444455556666' },
  ]);
});

test('to list what a job reads, S3 is asked for the beginning of the keys', () => {
  const [location, list] = listingAccesses(place, 's3://data/train/', '444455556666');
  expect(location.context).toBeUndefined();
  expect(list).toEqual({
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::data',
    resourceAccount: '444455556666',
    context: { 's3:prefix': 'train/' },
  });
});

test('an object that a job encrypts with a key is written with the headers that say so', () => {
  const [get, put] = objectAccesses(place, {
    uri: 's3://data/a',
    actions: ['s3:GetObject', 's3:PutObject'],
    keyId: 'own',
  });
  expect(get.context).toBeUndefined();
  expect(put.context).toEqual({
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:111122223333:key/own',
  });
});

test('where the service takes the key that AWS keeps for S3, the headers say so, whatever the bucket says', () => {
  const [put, ...keyAccesses] = objectAccesses(place, {
    uri: 's3://encrypted/a',
    actions: ['s3:PutObject'],
    keyId: DEFAULT_S3_KEY,
  });
  expect(put.context).toEqual({
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:111122223333:alias/aws/s3',
  });
  expect(keyAccesses.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
    `kms:GenerateDataKey ${KEY}`,
    `kms:Decrypt ${KEY}`,
  ]);
  expect(objectAccesses(place, { uri: 's3://data/a', actions: ['s3:PutObject'], keyId: DEFAULT_S3_KEY })).toHaveLength(
    1,
  );
});

test('in China, ARNs and services have other names', () => {
  const inChina = { iam, owner: { account: '111122223333', region: 'cn-north-1' } };
  const accesses = objectAccesses(inChina, { uri: 's3://data/a', actions: ['s3:GetObject'], keyId: 'own' });
  expect(accesses.map(({ resource }) => resource)).toEqual([
    'arn:aws-cn:s3:::data/a',
    'arn:aws-cn:kms:cn-north-1:111122223333:key/own',
  ]);
  expect(accesses[1].context?.['kms:ViaService']).toBe('s3.cn-north-1.amazonaws.com.cn');
});

test('an object of a bucket that nobody here knows needs no key', () => {
  expect(texts({ uri: 's3://data/a', actions: ['s3:GetObject'] })).toEqual(['s3:GetObject arn:aws:s3:::data/a']);
});

test('the key of the bucket decrypts what is read, and encrypts what is written', () => {
  expect(texts({ uri: 's3://encrypted/a', actions: ['s3:GetObject'] }).slice(1)).toEqual([`kms:Decrypt ${KEY}`]);
  expect(texts({ uri: 's3://encrypted/a', actions: ['s3:PutObject'] }).slice(1)).toEqual([
    `kms:GenerateDataKey ${KEY}`,
    `kms:Decrypt ${KEY}`,
  ]);
});

test('a key that the job names goes before that of the bucket', () => {
  expect(texts({ uri: 's3://encrypted/a', actions: ['s3:PutObject'], keyId: 'own' })[1]).toBe(
    'kms:GenerateDataKey arn:aws:kms:us-east-1:111122223333:key/own',
  );
});

test('S3 uses a key for the object', () => {
  const [, { context }] = objectAccesses(place, { uri: 's3://encrypted/a', actions: ['s3:GetObject'] });
  expect(context).toEqual({
    'kms:ViaService': 's3.us-east-1.amazonaws.com',
    'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::encrypted/a',
  });
});

test('objects that another one lists lie anywhere else in its bucket', () => {
  expect(objectAccesses(place, { uri: 's3://data/list', actions: ['s3:GetObject'], areListed: true })).toEqual([
    {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/*',
      resourceAccount: '111122223333',
      somewhereBut: 'arn:aws:s3:::data/list',
    },
  ]);
});

test.each([
  ['s3://data', 's3://data/a'],
  ['s3://data/b/', 's3://data/b/a'],
  ['s3://data/b', 's3://data/b'],
])('in %s, an object is %s', (uri, object) => {
  expect(inFolder(uri, 'a')).toBe(object);
});
