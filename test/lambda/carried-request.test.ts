import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createEvent, watchEvent } from './job-events';
import { carriedRequest } from '../../lambda/carried-request';
import { executionName } from '../../lambda/execution-name';
import { firstTick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
const client = new SFNClient({});
const event = createEvent({ WaitForCompletion: 'watched' });
const Execution = executionName(event);

beforeEach(() => {
  sfn.reset();
});

test('a watch of a job that was started carries no request, and asks for none', async () => {
  expect(await carriedRequest(client, watchEvent())).toBeUndefined();
  expect(sfn.calls()).toHaveLength(0);
});

test('a watch of a job without a place carries the request that the execution for it began with', async () => {
  sfn.on(DescribeExecutionCommand).resolves({ input: JSON.stringify(firstTick(event, new Date(0))) });

  expect(await carriedRequest(client, watchEvent({ Job: 'Shop--Compile--35aa6eb423f8', Execution }))).toEqual(event);
  expect(sfn.commandCalls(DescribeExecutionCommand).map(({ args }) => args[0].input)).toEqual([
    { executionArn: `arn:aws:states:eu-west-1:111122223333:execution:Jobs:${Execution}` },
  ]);
});

test('fails when the execution cannot be read', async () => {
  sfn.on(DescribeExecutionCommand).rejects(Object.assign(new Error('gone'), { name: 'ExecutionDoesNotExist' }));

  await expect(carriedRequest(client, watchEvent({ Job: 'Shop--Compile--35aa6eb423f8' }))).rejects.toThrow('gone');
});
