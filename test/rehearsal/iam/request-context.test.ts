import { RequestKeys } from '../../../rehearsal/iam/request-context';

const KEYS = new RequestKeys('s3:PutObject', {
  's3:prefix': 'a/',
  'aws:TagKeys': ['team'],
  'aws:RequestTag/team': 'birds',
  'aws:RequestTag/*': undefined,
});

test.each([
  ['s3:prefix', ['a/']],
  ['S3:Prefix', ['a/']],
  ['aws:TagKeys', ['team']],
  ['aws:RequestTag/team', ['birds']],
  ['aws:requesttag/other', 'absent'],
  ['aws:ResourceTag/team', 'unknown'],
  ['aws:PrincipalOrgID', 'unknown'],
  ['s3:TlsVersion', 'unknown'],
  ['sagemaker:InstanceTypes', 'absent'],
  ['token.actions.githubusercontent.com:sub', 'absent'],
])('%s: %j', (key, expected) => {
  expect(KEYS.valuesOf(key)).toEqual(expected);
});
