import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { HandlerWorld } from './handler-world';
import { createEvent, WAIT_HANDLE, watchEvent } from './job-events';
import { executionName } from '../../lambda/execution-name';
import { firstTick, type ResourceEvent } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
let world: HandlerWorld;

beforeEach(() => {
  sfn.reset();
  world = new HandlerWorld();
});

afterEach(() => {
  expect(JSON.stringify(world.log)).not.toContain('SECRET');
});

describe('a watch', () => {
  const success = {
    Status: 'SUCCESS',
    PhysicalResourceId: 'Watch',
    StackId: createEvent().StackId,
    RequestId: '9b7d40',
    LogicalResourceId: 'Watch',
  };
  const started = () => sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input);
  const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });

  beforeEach(() => {
    sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
    sfn.on(ListExecutionsCommand).resolves({ executions: [] });
    sfn.on(StopExecutionCommand).resolves({});
  });

  test('with a handle is answered at once, when its execution has begun', async () => {
    const event = watchEvent();
    await world.handle(event);

    expect(started()).toEqual([
      {
        stateMachineArn: event.ResourceProperties.StateMachineArn,
        name: executionName(event),
        input: JSON.stringify(firstTick(event, world.clock.now)),
      },
    ]);
    expect(world.bodies).toEqual([success]);
    expect(world.signals).toEqual([]);
  });

  test('of a job without a place begins with the request that it carries on', async () => {
    const carried = createEvent({ WaitForCompletion: 'watched' });
    const event = watchEvent({ Job: world.name, Execution: executionName(carried) });
    sfn.on(DescribeExecutionCommand).resolves({ input: JSON.stringify(firstTick(carried, world.clock.now)) });
    await world.handle(event);

    expect(started()).toMatchObject([{ input: JSON.stringify(firstTick(event, world.clock.now, carried)) }]);
    expect(world.bodies).toEqual([success]);
  });

  test('with a handle waits for nothing when it is updated', async () => {
    await world.handle(watchEvent({}, 'Update'));

    expect(sfn.calls()).toHaveLength(0);
    expect(world.bodies).toEqual([success]);
  });

  test.each([WAIT_HANDLE, undefined])(
    'that is deleted ends its execution, and touches no job (%#)',
    async (WaitHandle) => {
      const running = executionName(watchEvent({ WaitHandle }));
      sfn.on(ListExecutionsCommand).resolves({
        executions: [
          {
            executionArn: `arn:execution:${running}`,
            stateMachineArn: 'arn:jobs',
            name: running,
            status: 'RUNNING',
            startDate: new Date(0),
          },
        ],
      });
      await world.handle(watchEvent({ WaitHandle }, 'Delete'));

      expect(sfn.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input.executionArn)).toEqual([
        `arn:execution:${running}`,
      ]);
      expect(started()).toEqual([]);
      expect(world.kind.calls).toEqual([]);
      expect(world.bodies).toEqual([success]);
    },
  );

  test('that is deleted keeps the id that CloudFormation has for it', async () => {
    await world.handle({ ...watchEvent({}, 'Delete'), PhysicalResourceId: 'Shop-Watch-1ABCDEF' } as ResourceEvent);

    expect(world.bodies).toEqual([{ ...success, PhysicalResourceId: 'Shop-Watch-1ABCDEF' }]);
  });

  test.each(['Create', 'Update'] as const)(
    'without a handle waits itself: its %s is not answered yet',
    async (type) => {
      const event = watchEvent({ WaitHandle: undefined }, type);
      await world.handle(event);

      expect(started()).toMatchObject([{ name: executionName(event) }]);
      expect(world.bodies).toEqual([]);
    },
  );

  test('is started again when that failed, and answered once', async () => {
    sfn
      .on(StartExecutionCommand)
      .rejectsOnce(denied)
      .resolves({ startDate: new Date(0) });
    await world.handle(watchEvent());

    expect(world.pauses).toEqual([1_000]);
    expect(world.bodies).toEqual([success]);
  });

  test.each([
    [watchEvent(), StartExecutionCommand],
    [watchEvent({ WaitHandle: undefined }), StartExecutionCommand],
    [watchEvent({ WaitHandle: undefined }, 'Update'), StartExecutionCommand],
    [watchEvent({ Job: 'Shop--Compile--35aa6eb423f8' }), DescribeExecutionCommand],
    [watchEvent({}, 'Delete'), ListExecutionsCommand],
  ])('fails when the state machine does not take it within a minute (%#)', async (event, command) => {
    sfn.on(command as typeof StartExecutionCommand).rejects(denied);
    await world.handle(event);

    expect(world.pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 30_000]);
    expect(world.bodies).toEqual([
      { ...success, Status: 'FAILED', Reason: 'The state machine could not be started: AccessDenied: not authorized' },
    ]);
    expect(world.signals).toEqual([]);
  });

  test('is well under way when only what was before cannot be looked for', async () => {
    sfn.on(ListExecutionsCommand).rejects(denied);
    await world.handle(watchEvent());

    expect(world.pauses).toHaveLength(6);
    expect(world.bodies).toEqual([success]);
  });

  test("tells its handle of the job's end, and not the response URL", async () => {
    await world.run(watchEvent({ Job: world.kind.add('compile-1') }));

    expect(world.signals).toEqual([
      { Status: 'SUCCESS', UniqueId: 'Watch', Data: '', Reason: 'The job has ended well' },
    ]);
    expect(world.bodies).toEqual([]);
    expect(world.log).toContainEqual({ answer: 'sent', RequestId: '9b7d40', LogicalResourceId: 'Watch' });
  });

  test('tells its handle why the job has failed', async () => {
    const Job = world.kind.addEnded('compile-1', 'failed');
    await world.run(watchEvent({ Job }));

    expect(world.signals).toEqual([
      {
        Status: 'FAILURE',
        UniqueId: 'Watch',
        Data: '',
        Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${Job} | Logs: the log of compile-1`,
      },
    ]);
  });

  test('tells its handle when the next watch takes over', async () => {
    await world.run(watchEvent({ Job: world.kind.add('compile-1', { seconds: 100_000 }) }));

    expect(world.signals).toEqual([
      { Status: 'SUCCESS', UniqueId: 'Watch', Data: '', Reason: 'The job goes on; the next watch takes over' },
    ]);
    expect(world.kind.phases).toEqual({ 'compile-1': 'running' });
  });

  test('tells its handle when the state machine has given up on it', async () => {
    const Job = world.kind.add('compile-1', { seconds: 100_000 });
    await world.handle({ givenUp: firstTick(watchEvent({ Job }), world.clock.now) });

    expect(world.signals).toEqual([
      {
        Status: 'FAILURE',
        UniqueId: 'Watch',
        Data: '',
        Reason: `The function could not be run: Unknown: no cause given | Job: ${Job}`,
      },
    ]);
    expect(world.bodies).toEqual([]);
  });

  test('ends quietly where its handle has expired', async () => {
    world.httpStatus = 403;

    expect(await world.run(watchEvent({ Job: world.kind.addEnded('compile-1', 'completed') }))).toMatchObject({
      done: true,
    });
    expect(world.log).toContainEqual({ answer: 'refused', RequestId: '9b7d40', LogicalResourceId: 'Watch' });
  });

  test("without a handle answers with the job's attributes", async () => {
    const Job = world.kind.addEnded('compile-1', 'completed');
    await world.run(watchEvent({ Job, WaitHandle: undefined }));

    expect(world.bodies).toEqual([
      { ...success, Data: { JobArn: Job, JobStatus: 'completed', Result: 's3://results/compile-1' } },
    ]);
    expect(world.signals).toEqual([]);
  });
});
