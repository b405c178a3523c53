import { Aws, Lazy } from 'aws-cdk-lib';
import { mergeOverrides, withoutNulls } from '../../../src/job/request-overrides';

test('objects are merged member by member', () => {
  const request = { OutputConfig: { S3OutputLocation: 's3://b/', TargetDevice: 'ml_c5' }, RoleArn: 'role' };
  expect(mergeOverrides(request, { OutputConfig: { KmsKeyId: 'key' } })).toEqual({
    OutputConfig: { S3OutputLocation: 's3://b/', TargetDevice: 'ml_c5', KmsKeyId: 'key' },
    RoleArn: 'role',
  });
});

test('anything else is replaced', () => {
  expect(mergeOverrides({ List: [1, 2], Text: 'a', Object: { a: 1 } }, { List: [3], Text: 'b', Object: 'c' })).toEqual({
    List: [3],
    Text: 'b',
    Object: 'c',
  });
});

test('members that were not there are added', () => {
  expect(mergeOverrides({}, { ResourceTags: { a: 'b' } })).toEqual({ ResourceTags: { a: 'b' } });
});

test('neither the request nor the overrides are changed', () => {
  const request = { OutputConfig: { TargetDevice: 'ml_c5' } };
  const overrides = { OutputConfig: { KmsKeyId: 'key' } };
  mergeOverrides(request, overrides);
  expect(request).toEqual({ OutputConfig: { TargetDevice: 'ml_c5' } });
  expect(overrides).toEqual({ OutputConfig: { KmsKeyId: 'key' } });
});

test('a token is a value, not an object to look into', () => {
  const token = Lazy.any({ produce: () => ({ a: 1 }) });
  expect(mergeOverrides({ Object: { a: 2 }, Text: 'a' }, { Object: token, Text: Aws.REGION })).toEqual({
    Object: token,
    Text: Aws.REGION,
  });
});

test('members that are null are left out, at any depth: CloudFormation takes no null', () => {
  expect(withoutNulls({ A: null, B: { C: null, D: 0 }, List: [{ E: null, F: '' }], G: undefined })).toEqual({
    B: { D: 0 },
    List: [{ F: '' }],
    G: undefined,
  });
});

test('tokens are kept as they are', () => {
  const [object, list] = [Lazy.any({ produce: () => ({ a: null }) }), Lazy.list({ produce: () => ['a'] })];
  expect(withoutNulls({ Object: object, List: list })).toEqual({ Object: object, List: list });
});
