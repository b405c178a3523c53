import { ACCOUNT } from '../fixture-batch';
import { allow, document, IamFixture } from '../fixture-iam';

const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' };

let iam: IamFixture;
beforeEach(() => (iam = new IamFixture()));

test.each(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'])('%s counts for as long as it is there', (type) => {
  const properties = { Roles: ['Worker'], PolicyDocument: document(allow('s3:GetObject')) };
  iam.role([]);
  expect(iam.reasonFor(GET)).toBe('identity');
  iam.make(type, 'Policy', properties);
  expect(iam.reasonFor(GET)).toBeUndefined();
  iam.delete(type, 'Policy', properties);
  expect(iam.reasonFor(GET)).toBe('identity');
});

test('a policy of the type RolePolicy names one role', () => {
  iam.role([]);
  iam.make('AWS::IAM::RolePolicy', 'Policy', { RoleName: 'Worker', PolicyDocument: document(allow('s3:GetObject')) });
  expect(iam.reasonFor(GET)).toBeUndefined();
});

test('a policy may change', () => {
  iam.role([]);
  iam.make('AWS::IAM::Policy', 'Policy', { Roles: ['Worker'], PolicyDocument: document(allow('s3:GetObject')) });
  iam.make('AWS::IAM::Policy', 'Policy', { Roles: ['Worker'], PolicyDocument: document(allow('s3:PutObject')) });
  expect(iam.reasonFor(GET)).toBe('identity');
});

test('a role may name its managed policies', () => {
  iam.make('AWS::IAM::ManagedPolicy', 'Policy', { PolicyDocument: document(allow('s3:GetObject')) });
  iam.role([], { ManagedPolicyArns: ['Policy'] });
  expect(iam.reasonFor(GET)).toBeUndefined();
});

test('a policy of AWS for functions allows what AWS says', () => {
  iam.role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'] });
  expect(iam.reasonFor({ action: 'ec2:CreateNetworkInterface', resource: '*' })).toBeUndefined();
  expect(iam.reasonFor(GET)).toBe('identity');
});

test('a role that is gone is a role from outside', () => {
  iam.role([]);
  iam.delete('AWS::IAM::Role', 'Worker');
  expect(iam.reasonFor(GET)).toBeUndefined();
});

test('a key is known by its ARN, its id and its aliases', () => {
  const key = 'arn:aws:kms:us-east-1:111122223333:key/k';
  iam.make('AWS::KMS::Alias', 'Alias', { AliasName: 'alias/models', TargetKeyId: key });
  expect(iam.keyArn(key, ACCOUNT)).toBe(key);
  expect(iam.keyArn('k', ACCOUNT)).toBe(key);
  expect(iam.keyArn('alias/models', ACCOUNT)).toBe(key);
  expect(iam.keyArn('arn:aws:kms:us-east-1:111122223333:alias/models', ACCOUNT)).toBe(key);
  expect(iam.keyArn('alias/of-somebody', ACCOUNT)).toBeUndefined();
});

test('a bucket has the account of its stack, and the key that it encrypts with', () => {
  const settings = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' };
  iam.make('AWS::S3::Bucket', 'plain', {});
  iam.make('AWS::S3::Bucket', 'encrypted', {
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: settings }] },
  });
  expect(iam.bucket('plain')).toEqual({ account: '111122223333' });
  expect(iam.bucket('encrypted')).toEqual({ account: '111122223333', keyId: 'k' });
  iam.delete('AWS::S3::Bucket', 'plain');
  expect(iam.bucket('plain')).toBeUndefined();
});

describe('a role has one policy of a name', () => {
  const named = (action: string) => ({
    PolicyName: 'Jobs',
    Roles: ['Worker'],
    PolicyDocument: document(allow(action)),
  });
  const PUT = { action: 's3:PutObject', resource: 'arn:aws:s3:::data/a' };

  beforeEach(() => {
    iam.role([]);
    iam.make('AWS::IAM::Policy', 'First', named('s3:GetObject'));
    iam.make('AWS::IAM::Policy', 'Second', named('s3:PutObject'));
  });

  test('the last takes the place of the one before, whoever has made that', () => {
    expect(iam.reasonFor(GET)).toBe('identity');
    expect(iam.reasonFor(PUT)).toBeUndefined();
  });

  test('who deletes theirs deletes what has taken its place', () => {
    iam.delete('AWS::IAM::Policy', 'First', named('s3:GetObject'));
    expect(iam.reasonFor(PUT)).toBe('identity');
  });
});
