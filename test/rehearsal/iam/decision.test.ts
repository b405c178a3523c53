import { allow, deny, document, IamFixture, WORKER } from '../fixture-iam';

const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' };
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';
const DECRYPT = { action: 'kms:Decrypt', resource: KEY };
const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const OTHER_ROLE = { AWS: 'arn:aws:iam::111122223333:role/Other' };

let iam: IamFixture;
beforeEach(() => (iam = new IamFixture()));

describe('the policies of a role', () => {
  test('allow nothing that none of them allows', () => {
    iam.role([allow('s3:GetObject', 'arn:aws:s3:::data/b')]);
    expect(iam.reasonFor(GET)).toBe('identity');
  });

  test('allow what one of them allows', () => {
    iam.role([allow('s3:PutObject'), allow(['s3:Get*'], ['arn:aws:s3:::data/*'])]);
    expect(iam.reasonFor(GET)).toBeUndefined();
  });

  test('deny before they allow', () => {
    iam.role([allow('s3:*'), deny('s3:GetObject', 'arn:aws:s3:::data/*')]);
    expect(iam.reasonFor(GET)).toBe('explicit-deny');
  });

  test('allow only where the conditions hold', () => {
    const inAccount = (id: string) =>
      allow('s3:*', '*', { Condition: { StringEquals: { 'aws:ResourceAccount': id } } });
    iam.role([inAccount('444455556666')]);
    expect(iam.reasonFor(GET)).toBe('identity');
    iam.role([inAccount('111122223333')]);
    expect(iam.reasonFor(GET)).toBeUndefined();
  });

  test('may say all actions but some', () => {
    iam.role([{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }]);
    expect(iam.reasonFor(GET)).toBe('identity');
    expect(iam.reasonFor({ action: 'ecr:GetAuthorizationToken', resource: '*' })).toBeUndefined();
  });

  test('go no further than a permissions boundary', () => {
    iam.make('AWS::IAM::ManagedPolicy', 'Boundary', { PolicyDocument: document(allow('kms:*')) });
    iam.role([allow('*')], { PermissionsBoundary: 'Boundary' });
    expect(iam.reasonFor(GET)).toBe('boundary');
    expect(iam.reasonFor(DECRYPT)).toBeUndefined();
  });

  test('that are not known here may allow anything', () => {
    iam.role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSageMakerFullAccess'] });
    expect(iam.reasonFor(GET)).toBeUndefined();
  });
});

test('a role from outside may do all that no policy of a stack denies', () => {
  expect(iam.reasonFor(GET)).toBeUndefined();
  iam.make('AWS::IAM::Policy', 'Policy', { Roles: ['Worker'], PolicyDocument: document(deny('s3:*')) });
  expect(iam.reasonFor(GET)).toBe('explicit-deny');
});

describe('the policy of a key', () => {
  test('must hand over to the policies of the account', () => {
    iam.role([allow('kms:Decrypt', KEY)]);
    iam.make('AWS::KMS::Key', 'k', { KeyPolicy: document({ ...allow('kms:*'), Principal: OTHER_ROLE }) });
    expect(iam.reasonFor(DECRYPT)).toBe('resource');
    iam.make('AWS::KMS::Key', 'k', { KeyPolicy: document({ ...allow('kms:*'), Principal: ROOT }) });
    expect(iam.reasonFor(DECRYPT)).toBeUndefined();
  });

  test('is not enough where it hands over', () => {
    iam.role([]);
    iam.make('AWS::KMS::Key', 'k', { KeyPolicy: document({ ...allow('kms:*'), Principal: ROOT }) });
    expect(iam.reasonFor(DECRYPT)).toBe('identity');
  });

  test('is enough where it names the role', () => {
    iam.role([]);
    iam.make('AWS::KMS::Key', 'k', { KeyPolicy: document({ ...allow('kms:Decrypt'), Principal: { AWS: WORKER } }) });
    expect(iam.reasonFor(DECRYPT)).toBeUndefined();
  });

  test('is that of KMS where the key has none: it hands over', () => {
    iam.role([allow('kms:Decrypt', KEY)]);
    iam.make('AWS::KMS::Key', 'k', {});
    expect(iam.reasonFor(DECRYPT)).toBeUndefined();
  });
});

describe('the policy of a bucket', () => {
  const bucketPolicy = (...statements: ReturnType<typeof allow>[]) =>
    iam.make('AWS::S3::BucketPolicy', 'Policy', { Bucket: 'data', PolicyDocument: document(...statements) });

  test('is enough where it names the role', () => {
    iam.role([]);
    bucketPolicy({ ...allow('s3:GetObject', 'arn:aws:s3:::data/*'), Principal: { AWS: WORKER } });
    expect(iam.reasonFor(GET)).toBeUndefined();
  });

  test('does not help where it names the account only', () => {
    iam.role([]);
    bucketPolicy({ ...allow('s3:GetObject', 'arn:aws:s3:::data/*'), Principal: ROOT });
    expect(iam.reasonFor(GET)).toBe('identity');
  });

  test('may deny', () => {
    iam.role([allow('s3:*')]);
    bucketPolicy({ ...deny('s3:GetObject', 'arn:aws:s3:::data/*'), Principal: '*' });
    expect(iam.reasonFor(GET)).toBe('explicit-deny-resource');
  });

  test('that forbids to come without TLS hinders nobody', () => {
    iam.role([allow('s3:*')]);
    bucketPolicy({ ...deny('s3:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), Principal: '*' });
    expect(iam.reasonFor(GET)).toBeUndefined();
  });

  test('is needed in another account, beside the policies of the role', () => {
    const foreign = { ...GET, resourceAccount: '444455556666' };
    iam.role([allow('s3:*')]);
    bucketPolicy({ ...allow('s3:GetObject', 'arn:aws:s3:::data/*'), Principal: OTHER_ROLE });
    expect(iam.reasonFor(foreign)).toBe('resource');
    bucketPolicy({ ...allow('s3:GetObject', 'arn:aws:s3:::data/*'), Principal: ROOT });
    expect(iam.reasonFor(foreign)).toBeUndefined();
  });
});

test('what lies somewhere in a pattern may be where the role may go, but is not one certain thing', () => {
  const listed = {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/*',
    somewhereBut: 'arn:aws:s3:::data/manifest',
  };
  iam.role([allow('s3:GetObject', 'arn:aws:s3:::data/manifest')]);
  expect(iam.reasonFor(listed)).toBe('identity');
  iam.role([allow('s3:GetObject', 'arn:aws:s3:::data/records/*')]);
  expect(iam.reasonFor(listed)).toBeUndefined();
});
