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

  test('go as far as a permissions boundary denies', () => {
    iam.make('AWS::IAM::ManagedPolicy', 'Boundary', { PolicyDocument: document(allow('*'), deny('s3:*')) });
    iam.role([allow('*')], { PermissionsBoundary: 'Boundary' });
    expect(iam.reasonFor(GET)).toBe('explicit-deny-boundary');
  });

  test('go as far as the Regions of a company', () => {
    const elsewhere = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } };
    const boundary = document(allow('*'), {
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*'],
      Resource: '*',
      ...elsewhere,
    });
    iam.make('AWS::IAM::ManagedPolicy', 'Boundary', { PolicyDocument: boundary });
    iam.role([allow('*')], { PermissionsBoundary: 'Boundary' });
    expect(iam.reasonFor(GET)).toBeUndefined();
    expect(iam.reasonFor({ action: 'ecr:GetAuthorizationToken', resource: '*' })).toBeUndefined();
    expect(iam.reasonFor({ action: 'kms:Decrypt', resource: KEY.replace('us-east-1', 'us-west-2') })).toBe(
      'explicit-deny-boundary',
    );
  });

  test('may name resources by what only AWS knows', () => {
    const own = 'arn:aws:s3:::data/${aws:PrincipalTag/team}';
    const not = (Effect: string) => ({ Effect, Action: 's3:*', NotResource: own });
    iam.role([allow('s3:*', own)]);
    expect(iam.reasonFor(GET)).toBeUndefined();
    expect(iam.reasonFor({ ...GET, resource: 'arn:aws:s3:::other/a' })).toBe('identity');
    iam.role([allow('s3:*'), deny('s3:*', own)]);
    expect(iam.reasonFor(GET)).toBeUndefined();
    iam.role([not('Allow')]);
    expect(iam.reasonFor(GET)).toBeUndefined();
    iam.role([allow('s3:*'), not('Deny')]);
    expect(iam.reasonFor(GET)).toBeUndefined();
    expect(iam.reasonFor({ ...GET, resource: 'arn:aws:s3:::other/a' })).toBe('explicit-deny');
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

  test('that names the role does not go beyond its permissions boundary; one that names the session does', () => {
    const session = 'arn:aws:sts::111122223333:assumed-role/Worker/session';
    const keyPolicy = (AWS: string) =>
      iam.make('AWS::KMS::Key', 'k', { KeyPolicy: document({ ...allow('kms:Decrypt'), Principal: { AWS } }) });
    iam.make('AWS::IAM::ManagedPolicy', 'Boundary', { PolicyDocument: document(allow('s3:*')) });
    iam.role([], { PermissionsBoundary: 'Boundary' });
    keyPolicy(WORKER);
    expect(iam.reasonFor(DECRYPT)).toBe('boundary');
    keyPolicy(session);
    expect(iam.reasonFor(DECRYPT)).toBeUndefined();
  });

  test('of another account is needed, even where the key has none of its own', () => {
    const environment = { account: '444455556666', region: 'us-east-1' };
    const foreign = { action: 'kms:Decrypt', resource: KEY.replace('111122223333', '444455556666') };
    iam.role([allow('kms:Decrypt')]);
    iam.make('AWS::KMS::Key', 'k', {}, environment);
    expect(iam.reasonFor(foreign)).toBe('resource');
    iam.make('AWS::KMS::Key', 'k', { KeyPolicy: document({ ...allow('kms:*'), Principal: ROOT }) }, environment);
    expect(iam.reasonFor(foreign)).toBeUndefined();
  });

  test('may be about all but some', () => {
    const keyPolicy = (NotPrincipal: { AWS: string }) =>
      iam.make('AWS::KMS::Key', 'k', {
        KeyPolicy: document({ ...allow('kms:*'), Principal: ROOT }, { ...deny('kms:*'), NotPrincipal }),
      });
    iam.role([allow('kms:Decrypt', KEY)]);
    keyPolicy({ AWS: WORKER });
    expect(iam.reasonFor(DECRYPT)).toBeUndefined();
    keyPolicy(OTHER_ROLE);
    expect(iam.reasonFor(DECRYPT)).toBe('explicit-deny-resource');
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

test('a bucket without a policy, which a stack of another account has made, allows nothing', () => {
  iam.role([allow('s3:*')]);
  iam.make('AWS::S3::Bucket', 'data', {}, { account: '444455556666', region: 'us-east-1' });
  expect(iam.reasonFor({ ...GET, resourceAccount: '444455556666' })).toBe('resource');
  expect(
    iam.reasonFor({ action: 's3:GetObject', resource: 'arn:aws:s3:::unknown/a', resourceAccount: '444455556666' }),
  ).toBe(undefined);
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
