import { Denial } from '../../../rehearsal/iam/denial';
import { WORKER, WORKER_SESSION } from '../fixture-iam';

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
  expect(new Denial(WORKER_SESSION, PASS, reason).message).toBe(
    `User: ${USER} is not authorized to perform: iam:PassRole on resource: ${WORKER} ${because}`,
  );
});

test('S3 puts the resource in quotation marks', () => {
  expect(new Denial(WORKER_SESSION, GET, 'identity').message).toContain('on resource: "arn:aws:s3:::data/a" because');
});

test('names the statement that is missing, with the conditions that narrow it', () => {
  expect(new Denial(WORKER_SESSION, PASS, 'identity').missingStatement).toEqual({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: WORKER,
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  });
  expect(new Denial(WORKER_SESSION, GET, 'identity').missingStatement).toEqual({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::data/a',
  });
});

test('names what is missing in a trust policy', () => {
  const access = { action: 'sts:AssumeRole', resource: WORKER, context: { 'aws:SourceAccount': '111122223333' } };
  const denial = new Denial({ service: 'sagemaker.amazonaws.com' }, access, 'resource');
  expect(denial.policyKind).toBe('the trust policy of the role');
  expect(denial.missingStatement).toEqual({
    Effect: 'Allow',
    Principal: { Service: 'sagemaker.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
  });
});

test('no statement helps against a Deny', () => {
  expect(new Denial(WORKER_SESSION, GET, 'explicit-deny').missingStatement).toBeUndefined();
});
