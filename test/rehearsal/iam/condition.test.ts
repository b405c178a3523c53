import { holds, isUnderstood, readConditions } from '../../../rehearsal/iam/condition';
import { RequestKeys } from '../../../rehearsal/iam/request-context';
import type { JsonObject } from '../../../rehearsal/json-value';

// of no key of IAM's own, such as `iam:Other`, a request to S3 has a value
const KEYS = new RequestKeys('s3:GetObject', {
  'iam:PassedToService': 'sagemaker.amazonaws.com',
  'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:1:training-job/a',
  'aws:SecureTransport': 'true',
  'aws:TagKeys': ['team', 'stage'],
  'sagemaker:KeepAlivePeriod': '60',
  'aws:VpcSourceIp': '10.1.2.3',
  'aws:PrincipalAccount': '1',
});

function hold(condition: JsonObject, favourable = true): boolean {
  return readConditions(condition).every((each) => holds(each, KEYS, favourable));
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
  [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['team'] } }, true],
  [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['team', 'stage'] } }, false],
  [{ 'ForAnyValue:StringNotEquals': { 'iam:Other': ['team'] } }, false],
  [{ 'ForAllValues:StringNotEquals': { 'iam:Other': ['team'] } }, true],
  [{ IpAddress: { 'aws:VpcSourceIp': '10.1.0.0/16' } }, true],
  [{ IpAddress: { 'aws:VpcSourceIp': ['10.2.0.0/16', '10.1.2.3'] } }, true],
  [{ IpAddress: { 'aws:VpcSourceIp': ['10.2.0.0/16', '2001:db8::/32'] } }, false],
  [{ NotIpAddress: { 'aws:VpcSourceIp': '10.1.0.0/16' } }, false],
  [{ StringEquals: { 'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:${aws:PrincipalAccount}:training-job/a' } }, true],
  [{ StringEquals: { 'aws:SourceArn': '${iam:Other}' } }, false],
  [{ StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com', 'aws:SecureTransport': 'false' } }, false],
])('%j holds: %s', (condition, expected) => {
  expect(hold(condition)).toBe(expected);
});

describe('what only AWS can tell is in favour of the caller:', () => {
  test.each<[string, JsonObject]>([
    ['a key of which nothing is known', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['a key of the service that is called', { StringEquals: { 's3:TlsVersion': '1.3' } }],
    ['an address that nobody here has', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['the opposite of that', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['whether there is such a key', { Null: { 'aws:SourceVpce': 'true' } }],
    ['a policy variable', { StringEquals: { 'iam:PassedToService': '${aws:PrincipalTag/service}' } }],
    [
      'a policy variable that is negated',
      { StringNotEquals: { 'iam:PassedToService': '${aws:PrincipalTag/service}' } },
    ],
    ['an operator', { StringIs: { 'iam:PassedToService': 'bedrock.amazonaws.com' } }],
    ['a quantifier', { 'ForSomeValues:StringEquals': { 'aws:TagKeys': 'more' } }],
  ])('%s', (_, condition) => {
    expect([hold(condition, true), hold(condition, false)]).toEqual([true, false]);
  });

  test('but not where the values that are known decide', () => {
    const values = ['${aws:PrincipalTag/service}', 'sagemaker.amazonaws.com'];
    expect(hold({ StringEquals: { 'iam:PassedToService': values } }, false)).toBe(true);
    expect(hold({ StringNotEquals: { 'iam:PassedToService': values } }, true)).toBe(false);
  });
});

test.each([
  ['StringEquals', true],
  ['ForAllValues:ArnLikeIfExists', true],
  ['Null', true],
  ['NotIpAddress', true],
  ['StringIs', false],
  ['ForSomeValues:StringEquals', false],
])('%s is understood: %s', (operator, expected) => {
  expect(isUnderstood({ operator, key: 'aws:SourceArn', values: [] })).toBe(expected);
});
