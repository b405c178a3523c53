import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createEvent, deleteEvent, updateEvent } from './job-events';
import { executionName, startExecution } from '../../lambda/start-execution';
import { firstTick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
const now = new Date('2030-01-01T00:00:00Z');

beforeEach(() => {
  sfn.reset();
});

test('a request starts an execution with its first tick', async () => {
  sfn.on(StartExecutionCommand).resolves({});
  const event = createEvent();
  await startExecution(new SFNClient({}), event, now);

  expect(sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toEqual([
    {
      stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Jobs',
      name: executionName(event),
      input: JSON.stringify(firstTick(event, now)),
    },
  ]);
});

test('a request that is delivered twice is one execution', async () => {
  sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('exists'), { name: 'ExecutionAlreadyExists' }));

  await expect(startExecution(new SFNClient({}), createEvent(), now)).resolves.toBeUndefined();
});

test('fails with any other error', async () => {
  sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));

  await expect(startExecution(new SFNClient({}), createEvent(), now)).rejects.toThrow('no');
});

describe('the name of an execution', () => {
  test('says what happens to which resource, and follows from the request id and the response URL', () => {
    expect(executionName(createEvent())).toMatch(/^Compile-Create-[0-9a-f]{16}$/);
    expect(executionName(updateEvent('arn:x', {}, {}))).toMatch(/^Compile-Update-/);
    expect(executionName(createEvent({ WaitSeconds: '1' }))).toBe(executionName(createEvent()));
  });

  test('is another for another request, and for a retry of the same request by CloudFormation', () => {
    expect(executionName(createEvent({}, { RequestId: 'other' }))).not.toBe(executionName(createEvent()));
    expect(executionName(createEvent({}, { ResponseURL: 'https://other' }))).not.toBe(executionName(createEvent()));
  });

  test('has at most 80 characters', () => {
    const event = createEvent({}, { LogicalResourceId: 'L'.repeat(255) });

    expect(executionName(event)).toHaveLength(74);
    expect(executionName({ ...deleteEvent('arn:x'), LogicalResourceId: 'L'.repeat(255) })).toHaveLength(74);
  });
});
