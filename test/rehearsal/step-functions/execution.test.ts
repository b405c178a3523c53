import { VirtualClock } from '../../../rehearsal/clock';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import { Execution } from '../../../rehearsal/step-functions/execution';
import type { TaskOutcome } from '../../../state-machine/state-machine-run';

const START = Date.UTC(2026, 0, 1);
const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:f';

interface Run {
  readonly execution: Execution;
  readonly elapsedSeconds: number;
  readonly inputs: JsonValue[];
}

async function run(
  states: JsonObject,
  perform: (attempt: number, clock: VirtualClock) => TaskOutcome | Promise<TaskOutcome>,
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
      perform: async (_resource, event) => {
        inputs.push(event);
        return perform(inputs.length, clock);
      },
    },
  );
  execution.start();
  await clock.until(execution.ended);
  return { execution, elapsedSeconds: (clock.now() - START) / 1000, inputs };
}

const task = (more: JsonObject): JsonObject => ({ Type: 'Task', Resource: FUNCTION, ...more });
const BROKEN: TaskOutcome = { error: { Error: 'Broken', Cause: 'message' } };
const result = (value: JsonValue): TaskOutcome => ({ result: value });

test('lives in the time of the rehearsal', async () => {
  const states = { Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Step' }, Step: task({ End: true }) };
  const { elapsedSeconds, execution, inputs } = await run(states, () => result('done'), { seconds: 86_400 });
  expect(elapsedSeconds).toBe(86_400);
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 'done', ticks: 1, stoppedAt: START + 86_400_000 });
  expect(inputs).toEqual([{ seconds: 86_400 }]);
});

test('jitter is the same in every rehearsal', async () => {
  const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 1, JitterStrategy: 'FULL' };
  const failOnce = (attempt: number): TaskOutcome => (attempt < 2 ? BROKEN : result('done'));
  const first = await run({ Step: task({ Retry: [retry], End: true }) }, failOnce);
  const second = await run({ Step: task({ Retry: [retry], End: true }) }, failOnce);
  expect(first.elapsedSeconds).toBeLessThan(100);
  expect(second.elapsedSeconds).toBe(first.elapsedSeconds);
});

test('a call of an API is no tick', async () => {
  const call = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:cloudformation:signalResource', Next: 'Step' };
  const { execution } = await run({ Call: call, Step: task({ End: true }) }, () => result({}));
  expect(execution.ticks).toBe(1);
});

test('a function that takes long is waited for', async () => {
  const slow = async (_attempt: number, clock: VirtualClock): Promise<TaskOutcome> => {
    await clock.sleep(7_200_000);
    return result('done');
  };
  const { execution, elapsedSeconds } = await run({ Step: task({ End: true }) }, slow);
  expect([execution.output, elapsedSeconds]).toEqual(['done', 7200]);
});
