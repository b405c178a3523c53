import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { runOperation } from '../../../rehearsal/emulated-api/operations';
import type { JsonObject } from '../../../rehearsal/json-value';

const operations = {
  StopModelInvocationJob: ({ input }: ApiCall) => input,
};
const call = (operation: string, input: JsonObject): ApiCall => ({
  service: 'bedrock',
  operation,
  input,
  at: 0,
  caller: undefined,
  roleArn: '',
});

test('runs the operation that a call asks for', () => {
  expect(runOperation(operations, call('StopModelInvocationJob', { jobIdentifier: 'abcdefghijkl' }))).toEqual({
    jobIdentifier: 'abcdefghijkl',
  });
});

test.each<[string, string, JsonObject, string]>([
  ['an unknown operation', 'Go', {}, 'The rehearsal does not emulate bedrock:Go.'],
  [
    'a missing member',
    'StopModelInvocationJob',
    {},
    "Value null at 'jobIdentifier' failed to satisfy constraint: Member must not be null",
  ],
  ['a malformed member', 'StopModelInvocationJob', { jobIdentifier: 'abcd' }, "Value 'abcd' at 'jobIdentifier' failed"],
])('fails on %s', (_name, operation, input, message) => {
  expect(() => runOperation(operations, call(operation, input))).toThrow(message);
});
