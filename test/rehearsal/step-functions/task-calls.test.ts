import type { InvocationOutcome } from '../../../rehearsal/lambda/invocation';
import { invocationOutcome } from '../../../rehearsal/step-functions/task-calls';

const broken = (errorType: string): InvocationOutcome => ({
  kind: 'error',
  error: { errorType, errorMessage: 'message', trace: [] },
});

test.each<[InvocationOutcome, string]>([
  [{ kind: 'crash', message: 'gone' }, 'Lambda.Unknown'],
  [{ kind: 'throttled' }, 'Lambda.TooManyRequestsException'],
  [{ kind: 'timeout', message: 'late' }, 'Sandbox.Timedout'],
  [{ kind: 'missing' }, 'Lambda.ResourceNotFoundException'],
  [{ kind: 'denied', message: 'no' }, 'Lambda.AWSLambdaException'],
  [broken('ValidationException'), 'ValidationException'],
])('an invocation that ends with %j is the error %s', (outcome, Error) => {
  expect(invocationOutcome(outcome)).toEqual({ error: { Error, Cause: expect.any(String) } });
});

test('what a function has thrown is told as JSON', () => {
  const { error } = invocationOutcome(broken('Broken')) as { error: { Cause: string } };
  expect(JSON.parse(error.Cause)).toEqual({ errorType: 'Broken', errorMessage: 'message', trace: [] });
});

test('what a function returns is the result', () => {
  expect(invocationOutcome({ kind: 'result', result: { done: true } })).toEqual({ result: { done: true } });
});
