import { matchesArn, matchesText } from '../../../rehearsal/iam/wildcard';

test.each([
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['s3:GetObjec?', 's3:GetObject', true],
  ['*', '', true],
  ['a.c', 'abc', false],
  ['S3:GETOBJECT', 's3:GetObject', false],
])('%s stands for %s: %s', (pattern, text, matches) => {
  expect(matchesText(pattern, text)).toBe(matches);
});

test('letters may be of any case where that is asked for', () => {
  expect(matchesText('S3:get*', 's3:GetObject', 'i')).toBe(true);
});

test.each([
  ['*', 'arn:aws:s3:::bucket/key', true],
  ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a/b', true],
  ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/key', false],
  ['arn:aws:s3:::bu*', 'arn:aws:s3:::bucket', true],
  ['arn:aws:bedrock:*::foundation-model/m', 'arn:aws:bedrock:eu-west-1::foundation-model/m', true],
  // no wildcard reaches over a colon before the resource
  ['arn:aws:bedrock:*:foundation-model/m', 'arn:aws:bedrock:eu-west-1::foundation-model/m', false],
  ['arn:aws:s*', 'arn:aws:s3:::bucket', false],
  // but within the resource
  ['arn:aws:logs:us-east-1:1:log-group:g:*', 'arn:aws:logs:us-east-1:1:log-group:g:log-stream:s', true],
])('the ARN %s stands for %s: %s', (pattern, arn, matches) => {
  expect(matchesArn(pattern, arn)).toBe(matches);
});
