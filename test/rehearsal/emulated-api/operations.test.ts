import { StopModelInvocationJobRequest$ as schema } from '@aws-sdk/client-bedrock';
import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { runOperation } from '../../../rehearsal/emulated-api/operations';
import type { JsonObject } from '../../../rehearsal/json-value';

const operations = {
  Stop: { input: schema, constraints: { jobIdentifier: { maxLength: 3 } }, run: ({ input }: ApiCall) => input },
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
  expect(runOperation(operations, call('Stop', { jobIdentifier: 'a' }))).toEqual({ jobIdentifier: 'a' });
});

test.each<[string, string, JsonObject, string]>([
  ['an unknown operation', 'Go', {}, 'The rehearsal does not emulate bedrock:Go.'],
  [
    'a missing member',
    'Stop',
    {},
    "Value null at 'jobIdentifier' failed to satisfy constraint: Member must not be null",
  ],
  ['a member that is too long', 'Stop', { jobIdentifier: 'abcd' }, 'Member must have length less than or equal to 3'],
])('fails on %s', (_name, operation, input, message) => {
  expect(() => runOperation(operations, call(operation, input))).toThrow(message);
});
