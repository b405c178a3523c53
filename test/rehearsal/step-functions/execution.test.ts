import { VirtualClock } from '../../../rehearsal/clock';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import type { InvocationOutcome } from '../../../rehearsal/lambda/invocation';
import { Execution } from '../../../rehearsal/step-functions/execution';

const START = Date.UTC(2026, 0, 1);
const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:f';

interface Run {
  readonly execution: Execution;
  readonly elapsedSeconds: number;
  readonly inputs: JsonValue[];
}

async function run(
  states: JsonObject,
  invoke: (attempt: number, clock: VirtualClock) => InvocationOutcome | Promise<InvocationOutcome>,
  input: JsonValue = {},
): Promise<Run> {
  const clock = new VirtualClock({ startTime: START });
  const inputs: JsonValue[] = [];
  const execution = new Execution(
    {
      arn: 'arn:aws:states:us-east-1:111122223333:execution:machine:the-name',
      name: 'the-name',
      input,
      inputText: JSON.stringify(input),
      stateMachine: {
        arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:machine',
        roleArn: 'arn:aws:iam::111122223333:role/states',
        definition: { StartAt: Object.keys(states)[0], States: states },
      },
      origin: { stackName: '', stackPath: '', logicalId: '', path: '' },
    },
    {
      clock,
      invoke: async (_arn, event) => {
        inputs.push(event);
        return invoke(inputs.length, clock);
      },
    },
  );
  execution.start();
  await clock.until(execution.ended);
  return { execution, elapsedSeconds: (clock.now() - START) / 1000, inputs };
}

const task = (more: JsonObject): JsonObject => ({ Type: 'Task', Resource: FUNCTION, ...more });
const error = (errorType: string): InvocationOutcome => ({
  kind: 'error',
  error: { errorType, errorMessage: 'message', trace: [] },
});
const result = (value: JsonValue): InvocationOutcome => ({ kind: 'result', result: value });

test('lives in the time of the rehearsal', async () => {
  const states = { Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Step' }, Step: task({ End: true }) };
  const { elapsedSeconds, execution, inputs } = await run(states, () => result('done'), { seconds: 86_400 });
  expect(elapsedSeconds).toBe(86_400);
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 'done', ticks: 1, stoppedAt: START + 86_400_000 });
  expect(inputs).toEqual([{ seconds: 86_400 }]);
});

test('jitter is the same in every rehearsal', async () => {
  const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 1, JitterStrategy: 'FULL' };
  const failOnce = (attempt: number): InvocationOutcome => (attempt < 2 ? error('Broken') : result('done'));
  const first = await run({ Step: task({ Retry: [retry], End: true }) }, failOnce);
  const second = await run({ Step: task({ Retry: [retry], End: true }) }, failOnce);
  expect(first.elapsedSeconds).toBeLessThan(100);
  expect(second.elapsedSeconds).toBe(first.elapsedSeconds);
});

test('what a function has thrown is told as JSON', async () => {
  const states = {
    Step: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'After' }], End: true }),
    After: { Type: 'Succeed' },
  };
  const { execution } = await run(states, () => error('Broken'));
  const { Error: name, Cause: cause } = execution.output as { Error: string; Cause: string };
  expect([name, JSON.parse(cause)]).toEqual(['Broken', { errorType: 'Broken', errorMessage: 'message', trace: [] }]);
});

test.each<[InvocationOutcome, string]>([
  [{ kind: 'crash', message: 'gone' }, 'Lambda.Unknown'],
  [{ kind: 'throttled' }, 'Lambda.TooManyRequestsException'],
  [{ kind: 'timeout', message: 'late' }, 'Sandbox.Timedout'],
  [{ kind: 'missing' }, 'Lambda.ResourceNotFoundException'],
  [{ kind: 'denied', message: 'no' }, 'Lambda.AWSLambdaException'],
  [error('ValidationException'), 'ValidationException'],
])('an invocation that ends with %j is the error %s', async (outcome, name) => {
  const { execution } = await run({ Step: task({ End: true }) }, () => outcome);
  expect(execution.status).toBe('FAILED');
  expect(execution.error?.Error).toBe(name);
});

test('a function that takes long is waited for', async () => {
  const slow = async (_attempt: number, clock: VirtualClock): Promise<InvocationOutcome> => {
    await clock.sleep(7_200_000);
    return result('done');
  };
  const { execution, elapsedSeconds } = await run({ Step: task({ End: true }) }, slow);
  expect([execution.output, elapsedSeconds]).toEqual(['done', 7200]);
});
