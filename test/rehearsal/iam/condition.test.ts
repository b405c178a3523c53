import type { RequestContext } from '../../../rehearsal/iam/access';
import { holds, readConditions, substituted } from '../../../rehearsal/iam/condition';
import type { JsonObject } from '../../../rehearsal/json-value';
import { RehearsalError } from '../../../rehearsal/rehearsal-error';

const CONTEXT: RequestContext = {
  'iam:PassedToService': 'sagemaker.amazonaws.com',
  'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:1:training-job/a',
  'aws:SecureTransport': 'true',
  'aws:TagKeys': ['team', 'stage'],
  'sagemaker:KeepAlivePeriod': '60',
};

function hold(condition: JsonObject, context = CONTEXT): boolean {
  return readConditions(condition, 'App/Role').every((each) => holds(each, context, true));
}

test.each<[JsonObject, boolean]>([
  [{ StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }, true],
  [{ StringEquals: { 'iam:passedtoservice': 'sagemaker.amazonaws.com' } }, true],
  [{ StringEquals: { 'iam:PassedToService': ['bedrock.amazonaws.com', 'sagemaker.amazonaws.com'] } }, true],
  [{ StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } }, false],
  [{ StringEquals: { 'iam:Other': 'x' } }, false],
  [{ StringEqualsIfExists: { 'iam:Other': 'x' } }, true],
  [{ StringNotEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }, false],
  [{ StringNotEquals: { 'iam:Other': 'x' } }, true],
  [{ StringLike: { 'iam:PassedToService': '*.amazonaws.com' } }, true],
  [{ StringEqualsIgnoreCase: { 'iam:PassedToService': 'SageMaker.amazonaws.com' } }, true],
  [{ ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:1:training-job/*' } }, true],
  [{ ArnEquals: { 'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:1:*/*' } }, true],
  [{ ArnNotLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:1:training-job/*' } }, false],
  [{ Bool: { 'aws:SecureTransport': 'false' } }, false],
  [{ Bool: { 'aws:SecureTransport': true } }, true],
  [{ Null: { 'aws:SourceArn': 'false' } }, true],
  [{ Null: { 'aws:SourceArn': 'true' } }, false],
  [{ Null: { 'iam:Other': 'true' } }, true],
  [{ NumericLessThanEquals: { 'sagemaker:KeepAlivePeriod': '60' } }, true],
  [{ NumericGreaterThan: { 'sagemaker:KeepAlivePeriod': '60' } }, false],
  [{ DateGreaterThan: { 'aws:SourceArn': '2026-01-01T00:00:00Z' } }, false],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'stage', 'more'] } }, true],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, false],
  [{ 'ForAllValues:StringEquals': { 'iam:Other': ['team'] } }, true],
  [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }, true],
  [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['more'] } }, false],
  [{ StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com', 'aws:SecureTransport': 'false' } }, false],
])('%j holds: %s', (condition, expected) => {
  expect(hold(condition)).toBe(expected);
});

test('what only AWS knows is in favour of whoever asks', () => {
  const [condition] = readConditions({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'App/Role');
  expect(holds(condition, {}, true)).toBe(true);
  expect(holds(condition, {}, false)).toBe(false);
});

test.each(['StringIs', 'IpAddress', 'ForSomeValues:StringEquals'])('fails with the operator %s', (operator) => {
  expect(() => readConditions({ [operator]: { 'aws:SourceArn': 'x' } }, 'App/Role (Inline), statement 2')).toThrow(
    new RehearsalError(
      `App/Role (Inline), statement 2: the rehearsal does not know the condition operator ${operator}, and cannot tell what it allows`,
    ),
  );
});

test('policy variables stand for values of the request', () => {
  expect(substituted('arn:aws:s3:::b/${aws:SourceArn}/${iam:Other}', { 'aws:SourceArn': 'x' })).toBe(
    'arn:aws:s3:::b/x/${iam:Other}',
  );
});
