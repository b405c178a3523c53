import { jsonAttributes } from '../../../rehearsal/cloudformation/json-resource';

test('the CDK has JSON made of a value, whose scalars a custom resource gets as texts', () => {
  const attributes = jsonAttributes('Custom::AWSCDKCfnJsonStringify', { Value: ['a', 1, true] });
  expect(attributes).toEqual({ Value: '["a","1","true"]' });
});

test('the CDK has a value made of JSON', () => {
  expect(jsonAttributes('Custom::AWSCDKCfnJson', { Value: '{"a":[1]}' })).toEqual({ Value: { a: [1] } });
  expect(() => jsonAttributes('Custom::AWSCDKCfnJson', { Value: '{' })).toThrow(
    'Received response status [FAILED] from custom resource. Message returned: SyntaxError',
  );
});

test('of other resources, nothing is known', () => {
  expect(jsonAttributes('Custom::Other', { Value: '{}' })).toEqual({});
});
