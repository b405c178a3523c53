import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createEvent } from './job-events';
import { executionName } from '../../lambda/execution-name';
import { bytesOf, startExecution } from '../../lambda/start-execution';
import { firstTick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
const now = new Date('2030-01-01T00:00:00Z');
const start = () => startExecution(new SFNClient({}), firstTick(createEvent(), now));

beforeEach(() => {
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({ startDate: now });
});

test('a request starts an execution with its first tick, and does nothing else', async () => {
  const event = createEvent();
  await start();

  expect(sfn.calls().map(({ args }) => args[0].input)).toEqual([
    {
      stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Jobs',
      name: executionName(event),
      input: JSON.stringify(firstTick(event, now)),
    },
  ]);
});

test('a request that is delivered twice is one execution', async () => {
  sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('exists'), { name: 'ExecutionAlreadyExists' }));

  await expect(start()).resolves.toBeUndefined();
});

test('fails with any other error', async () => {
  sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));

  await expect(start()).rejects.toThrow('no');
});

test('the length of a tick is that of its JSON, in bytes', () => {
  const tick = firstTick(createEvent({ Request: { Model: 'é' } }), now);

  expect(bytesOf(tick)).toBe(JSON.stringify(tick).length + 1);
});
