import { VirtualClock } from '../../../rehearsal/clock';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import type { InvocationOutcome } from '../../../rehearsal/lambda/invocation';
import { Execution } from '../../../rehearsal/step-functions/execution';
import { loadInterpreter } from '../../../rehearsal/step-functions/interpreter';

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
  more: JsonObject = {},
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
        definition: { StartAt: Object.keys(states)[0], States: states, ...more },
      },
      origin: { stackName: '', stackPath: '', logicalId: '', path: '' },
      startedAt: START,
    },
    {
      clock,
      interpreter: await loadInterpreter(clock),
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
const succeed: JsonObject = { Type: 'Succeed' };
const error = (errorType: string): InvocationOutcome => ({
  kind: 'error',
  error: { errorType, errorMessage: 'message', trace: [] },
});
const result = (value: JsonValue): InvocationOutcome => ({ kind: 'result', result: value });

test('waits in virtual time', async () => {
  const states = { Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'End' }, End: succeed };
  const { elapsedSeconds, execution } = await run(states, () => result(null), { seconds: 86_400 });
  expect(elapsedSeconds).toBe(86_400);
  expect(execution.status).toBe('SUCCEEDED');
});

test('retries with backoff up to MaxDelaySeconds', async () => {
  const retry = { ErrorEquals: ['Broken'], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 4, MaxDelaySeconds: 30 };
  const states = { Step: task({ Retry: [retry], End: true }) };
  const { elapsedSeconds, execution } = await run(states, (attempt) =>
    attempt < 5 ? error('Broken') : result('done'),
  );
  expect(elapsedSeconds).toBe(10 + 20 + 30 + 30);
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 'done', ticks: 5 });
});

test('full jitter stays within the delay and is the same in every rehearsal', async () => {
  const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 1, JitterStrategy: 'FULL' };
  const states = { Step: task({ Retry: [retry], End: true }) };
  const failOnce = (attempt: number): InvocationOutcome => (attempt < 2 ? error('Broken') : result('done'));
  const first = await run(states, failOnce);
  const second = await run(states, failOnce);
  expect(first.elapsedSeconds).toBeLessThan(100);
  expect(second.elapsedSeconds).toBe(first.elapsedSeconds);
});

test('catches an error, and adds it where ResultPath says', async () => {
  const states = {
    Step: task({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'After' }], End: true }),
    After: { Type: 'Pass', End: true },
  };
  const { execution } = await run(states, () => error('Broken'), { kept: true });
  expect(execution.output).toMatchObject({ kept: true, failure: { Error: 'Broken' } });
  const { failure } = execution.output as { failure: { Cause: string } };
  expect(JSON.parse(failure.Cause)).toEqual({ errorType: 'Broken', errorMessage: 'message', trace: [] });
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
  expect(execution.error?.error).toBe(name);
});

test('a task times out after its TimeoutSeconds, and never without', async () => {
  const slow = async (_attempt: number, clock: VirtualClock): Promise<InvocationOutcome> => {
    await clock.sleep(7_200_000);
    return result('done');
  };
  const limited = await run({ Step: task({ TimeoutSeconds: 100, End: true }) }, slow);
  expect(limited.execution.error?.error).toBe('States.Timeout');
  const unlimited = await run({ Step: task({ End: true }) }, slow);
  expect(unlimited.execution.output).toBe('done');
});

test('the context object lives in virtual time', async () => {
  const states = {
    Wait: { Type: 'Wait', Seconds: 90, Next: 'Step' },
    Step: task({
      Parameters: {
        'entered.$': '$$.State.EnteredTime',
        'state.$': '$$.State.Name',
        'started.$': '$$.Execution.StartTime',
        'name.$': '$$.Execution.Name',
      },
      End: true,
    }),
  };
  const { inputs } = await run(states, () => result(null));
  expect(inputs).toEqual([
    {
      entered: '2026-01-01T00:01:30.000Z',
      state: 'Step',
      started: '2026-01-01T00:00:00.000Z',
      name: 'the-name',
    },
  ]);
});

test('a choice compares the time of its own entry with the input', async () => {
  const states = {
    Wait: { Type: 'Wait', Seconds: 10, Next: 'Late?' },
    'Late?': {
      Type: 'Choice',
      Choices: [{ Variable: '$$.State.EnteredTime', TimestampLessThanPath: '$.deadline', Next: 'Wait' }],
      Default: 'End',
    },
    End: succeed,
  };
  const { elapsedSeconds } = await run(states, () => result(null), { deadline: '2026-01-01T00:01:00.000Z' });
  expect(elapsedSeconds).toBe(60);
});

test('counts ticks and history events as AWS would', async () => {
  const states = {
    Step: task({ Next: 'Done?' }),
    'Done?': { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'End' }], Default: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 5, Next: 'Step' },
    End: succeed,
  };
  const { execution } = await run(states, (attempt) => result({ done: attempt === 2 }));
  expect(execution.ticks).toBe(2);
  // two tasks of 5, two choices of 2, a wait of 2, a success of 2, and the execution's own 2
  expect(execution.historyEvents).toBe(10 + 4 + 2 + 2 + 2);
});

test('an execution ends when its history is full', async () => {
  const never = { Variable: '$.done', IsPresent: true, Next: 'End' };
  const again: JsonObject = { Type: 'Choice', Choices: [never], Default: 'Step' };
  const states = { Step: task({ Next: 'Again' }), Again: again, End: succeed };
  const { execution } = await run(states, () => result({}));
  expect(execution).toMatchObject({ status: 'FAILED', error: { error: 'States.Runtime' } });
}, 60_000);
