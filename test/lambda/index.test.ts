import { CreateCompilationJobCommand, DescribeCompilationJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createEvent } from './job-events';
import { handler } from '../../lambda/index';
import { CALL_WINDOW_MS, LATE_CALL_GRACE_MS } from '../../lambda/late-calls';
import { firstTick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
const sagemaker = mockClient(SageMakerClient);
const event = createEvent({ Kind: 'CompilationJob', Request: { StoppingCondition: { MaxRuntimeInSeconds: '900' } } });

let lines: jest.SpyInstance;

beforeEach(() => {
  lines = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

test('a request of CloudFormation starts an execution; the handler itself tries again, not the client', async () => {
  sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });

  expect(await handler(event)).toBeUndefined();

  const [call] = sfn.commandCalls(StartExecutionCommand);
  expect(await (call.thisValue as SFNClient).config.maxAttempts()).toBe(1);
  // a line of its own, in the format that Lambda takes as it is
  const [[line]] = lines.mock.calls as [[string]];
  expect(lines.mock.calls).toHaveLength(1);
  expect(line).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(line)).toEqual({
    timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
    level: 'INFO',
    message: 'Compile: Create received',
    received: 'Create',
    RequestId: '6f1c2a',
    LogicalResourceId: 'Compile',
  });
});

test('a tick of the state machine is a step of the job', async () => {
  sagemaker.on(DescribeCompilationJobCommand).rejects(Object.assign(new Error('none'), { name: 'ResourceNotFound' }));

  const tick = await handler(firstTick(event, new Date()));

  expect(tick).toMatchObject({
    done: false,
    progress: { name: expect.stringMatching(/^Shop--Compile--[0-9a-f]{12}$/) },
  });
});

test('a Create call is tried once, and takes no longer than those who come after it look out for', async () => {
  sagemaker.on(DescribeCompilationJobCommand).rejects(Object.assign(new Error('none'), { name: 'ResourceNotFound' }));
  sagemaker.on(CreateCompilationJobCommand).resolves({ CompilationJobArn: 'arn:x' });
  await handler({ ...firstTick(event, new Date()), progress: { name: 'Shop--Compile--0123456789ab' } });

  const [{ thisValue }] = sagemaker.commandCalls(CreateCompilationJobCommand);
  const { config } = thisValue as SageMakerClient;
  expect(await config.maxAttempts()).toBe(1);
  const { requestTimeout } = await (
    config.requestHandler as unknown as { configProvider: Promise<{ requestTimeout: number }> }
  ).configProvider;
  expect(requestTimeout).toBe(LATE_CALL_GRACE_MS - CALL_WINDOW_MS);
});
