import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { statementsOf } from './policy-statements';
import { newStack } from './sample-job';
import { grantReadObject, grantReadObjects, grantWriteObjects } from '../../src/object-access';

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

test('objects may be written, with their own key and that of the bucket', () => {
  const { stack, role, bucket, key } = setUp();
  grantWriteObjects(role, bucket, 'models/', key);
  const statements = statementsOf(stack, 'Role');
  expect(statements).toEqual(expect.arrayContaining([BUCKET_STATEMENT, onObjects('s3:PutObject', /models\/\*/)]));
  expect(statements.filter(({ actions }) => actions.includes('kms:GenerateDataKey'))).toEqual([
    onKey('kms:Decrypt', 'kms:GenerateDataKey'),
    onKey('kms:Decrypt', 'kms:GenerateDataKey'),
  ]);
});

test('a grant to read objects is all that it takes, keys included', () => {
  const { stack, role, bucket, key } = setUp();
  const grant = grantReadObjects(role, bucket, 'models/', key);
  expect(grant.principalStatements).toHaveLength(4);
  expect(statementsOf(stack, 'Role')).toEqual([
    BUCKET_STATEMENT,
    onObjects('s3:GetObject', /models\/\*/),
    onKey('kms:Decrypt'),
    onKey('kms:Decrypt'),
  ]);
});
