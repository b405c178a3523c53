import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { grantReadObject, grantReadObjects, grantWriteObjects } from '../../../src/access/object-access';
import { statementsOf } from '../policy-statements';
import { newStack } from '../sample-job';

const BUCKET_STATEMENT = {
  actions: ['s3:GetBucketLocation', 's3:ListBucket'],
  resources: [expect.stringMatching(/^<Bucket\w+\.Arn>$/)],
};
const onObjects = (action: string, key: RegExp) => ({
  actions: [action],
  resources: [expect.stringMatching(new RegExp(`^<Bucket\\w+\\.Arn>/${key.source}$`))],
});
const onKey = (...actions: string[]) => ({ actions, resources: [expect.stringMatching(/^<\w*Key\w+\.Arn>$/)] });

function setUp() {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  const bucket = new Bucket(stack, 'Bucket', { encryptionKey: new kms.Key(stack, 'BucketKey') });
  return { stack, role, bucket, key: new kms.Key(stack, 'OutputKey') };
}

test('an object may be read, with the key of its bucket', () => {
  const { stack, role, bucket } = setUp();
  grantReadObject(role, bucket, 'model.tar.gz');
  expect(statementsOf(stack, 'Role')).toEqual([
    BUCKET_STATEMENT,
    onObjects('s3:GetObject', /model\.tar\.gz/),
    onKey('kms:Decrypt'),
  ]);
});

test('objects may be written, with their own key in place of that of the bucket', () => {
  const { stack, role, bucket, key } = setUp();
  grantWriteObjects(role, bucket, 'models/', key);
  const statements = statementsOf(stack, 'Role');
  expect(statements).toEqual(expect.arrayContaining([BUCKET_STATEMENT, onObjects('s3:PutObject', /models\/\*/)]));
  expect(statements.filter(({ actions }) => actions.includes('kms:GenerateDataKey'))).toEqual([
    onKey('kms:Decrypt', 'kms:GenerateDataKey'),
  ]);
});

test('a grant to read objects is all that it takes, keys included', () => {
  const { stack, role, bucket, key } = setUp();
  const grant = grantReadObjects(role, bucket, 'models/', key);
  expect(grant.principalStatements).toHaveLength(3);
  expect(statementsOf(stack, 'Role')).toEqual([
    BUCKET_STATEMENT,
    onObjects('s3:GetObject', /models\/\*/),
    onKey('kms:Decrypt'),
  ]);
});

describe('in a bucket of an account', () => {
  const condition = { StringEquals: { 'aws:ResourceAccount': '111122223333' } };
  const conditioned = (actions: string[], resource: RegExp) => ({
    actions,
    resources: [expect.stringMatching(resource)],
    condition,
  });
  const onBucket = conditioned(BUCKET_STATEMENT.actions, /^<Bucket\w+\.Arn>$/);

  test('an object may be read', () => {
    const { stack, role, bucket } = setUp();
    grantReadObject(role, bucket, 'a.jsonl', { account: '111122223333' });
    expect(statementsOf(stack, 'Role').slice(0, 2)).toEqual([
      onBucket,
      conditioned(['s3:GetObject'], /^<Bucket\w+\.Arn>\/a\.jsonl$/),
    ]);
  });

  test('objects may be read', () => {
    const { stack, role, bucket } = setUp();
    grantReadObjects(role, bucket, 'a/', undefined, { account: '111122223333' });
    expect(statementsOf(stack, 'Role').slice(0, 2)).toEqual([
      onBucket,
      conditioned(['s3:GetObject'], /^<Bucket\w+\.Arn>\/a\/\*$/),
    ]);
  });

  test('objects may be written, and read, too', () => {
    const { stack, role, bucket, key } = setUp();
    grantWriteObjects(role, bucket, 'a/', key, { account: '111122223333', read: true });
    expect(statementsOf(stack, 'Role')).toEqual(
      expect.arrayContaining([onBucket, conditioned(['s3:GetObject', 's3:PutObject'], /^<Bucket\w+\.Arn>\/a\/\*$/)]),
    );
  });
});

describe('a bucket whose owner is known', () => {
  const account = '444455556666';
  const condition = { StringEquals: { 'aws:ResourceAccount': account } };
  const owned = (statement: object) => ({ ...statement, condition });

  test('may be read from, whoever has a bucket of its name later', () => {
    const { stack, role, bucket } = setUp();
    grantReadObject(role, bucket, 'records.jsonl', { account });
    expect(statementsOf(stack, 'Role')).toEqual([
      owned(BUCKET_STATEMENT),
      owned(onObjects('s3:GetObject', /records\.jsonl/)),
      onKey('kms:Decrypt'),
    ]);
  });

  test('may be written to, and its results read back', () => {
    const { stack, role, bucket } = setUp();
    grantWriteObjects(role, bucket, 'answers/', undefined, { account, read: true });
    const [onBucket, onAnswers] = statementsOf(stack, 'Role');
    expect(onBucket).toEqual(owned(BUCKET_STATEMENT));
    expect(onAnswers).toEqual(
      owned({ ...onObjects('s3:GetObject', /answers\/\*/), actions: ['s3:GetObject', 's3:PutObject'] }),
    );
  });

  test('may be granted to others', () => {
    const { stack, role, bucket } = setUp();
    grantReadObjects(role, bucket, 'answers/', undefined, { account });
    expect(statementsOf(stack, 'Role')).toEqual([
      owned(BUCKET_STATEMENT),
      owned(onObjects('s3:GetObject', /answers\/\*/)),
      onKey('kms:Decrypt'),
    ]);
  });
});
