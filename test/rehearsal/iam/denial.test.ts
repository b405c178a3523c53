import { Denial } from '../../../rehearsal/iam/denial';
import { readStatements } from '../../../rehearsal/iam/policy-statement';
import { allow, deny, document, WORKER, WORKER_SESSION } from '../fixture-iam';

const USER = 'arn:aws:sts::111122223333:assumed-role/Worker/session';
const PASS = {
  action: 'iam:PassRole',
  resource: WORKER,
  context: { 'iam:PassedToService': 'sagemaker.amazonaws.com', 'aws:RequestTag/team': 'a' },
};
const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' };

test.each([
  ['identity', 'because no identity-based policy allows the iam:PassRole action'],
  ['boundary', 'because no permissions boundary allows the iam:PassRole action'],
  ['resource', 'because no resource-based policy allows the iam:PassRole action'],
  ['explicit-deny', 'with an explicit deny in an identity-based policy'],
  ['explicit-deny-resource', 'with an explicit deny in a resource-based policy'],
] as const)('%s: has the text of AWS', (reason, because) => {
  expect(new Denial(WORKER_SESSION, PASS, { reason }).message).toBe(
    `User: ${USER} is not authorized to perform: iam:PassRole on resource: ${WORKER} ${because}`,
  );
});

test('S3 puts the resource in quotation marks', () => {
  expect(new Denial(WORKER_SESSION, GET, { reason: 'identity' }).message).toContain(
    'on resource: "arn:aws:s3:::data/a" because',
  );
});

test('names the statement that is missing, with the conditions that narrow it', () => {
  expect(new Denial(WORKER_SESSION, PASS, { reason: 'identity' }).missingStatement).toEqual({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: WORKER,
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  });
  expect(new Denial(WORKER_SESSION, GET, { reason: 'identity' }).missingStatement).toEqual({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::data/a',
  });
});

test('names what is missing in a trust policy', () => {
  const access = { action: 'sts:AssumeRole', resource: WORKER, context: { 'aws:SourceAccount': '111122223333' } };
  const denial = new Denial({ service: 'sagemaker.amazonaws.com' }, access, { reason: 'resource' });
  expect(denial.policyKind).toBe('the trust policy of the role');
  expect(denial.missingStatement).toEqual({
    Effect: 'Allow',
    Principal: { Service: 'sagemaker.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
  });
});

test('no statement helps against a Deny', () => {
  expect(new Denial(WORKER_SESSION, GET, { reason: 'explicit-deny' }).missingStatement).toBeUndefined();
});

test('a Deny in a permissions boundary has the name of the boundary', () => {
  const boundary = 'arn:aws:iam::111122223333:policy/Boundary';
  const denial = new Denial(WORKER_SESSION, PASS, { reason: 'explicit-deny-boundary', boundary });
  expect(denial.message).toBe(
    `User: ${USER} is not authorized to perform: iam:PassRole on resource: ${WORKER} with an explicit deny in a permissions boundary: ${boundary}`,
  );
  expect(denial.policyKind).toBe('the permissions boundary of the role');
});

test('names the statement that denies', () => {
  const origin = { policy: 'p', path: 'App/Boundary/Resource', name: 'Boundary', subjects: [] };
  const [, statement] = readStatements(document(allow('*'), deny('*')), origin);
  const denial = new Denial(WORKER_SESSION, GET, { reason: 'explicit-deny-boundary', statement });
  expect(denial.denyingStatement).toBe('App/Boundary (Boundary), statement 2');
  expect(new Denial(WORKER_SESSION, GET, { reason: 'identity' }).denyingStatement).toBeUndefined();
});

test('names what is missing in the policy of a key or a bucket so that it can be pasted there', () => {
  const decrypt = { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:key/k' };
  expect(new Denial(WORKER_SESSION, decrypt, { reason: 'resource' }).missingStatement).toEqual({
    Effect: 'Allow',
    Principal: { AWS: WORKER },
    Action: 'kms:Decrypt',
    Resource: '*',
  });
  expect(new Denial(WORKER_SESSION, GET, { reason: 'resource' }).missingStatement).toEqual({
    Effect: 'Allow',
    Principal: { AWS: WORKER },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::data/a',
  });
});
