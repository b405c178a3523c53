import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
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
  const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });
  const first = (event: ResourceEvent) => firstTick(event, world.clock.now);

  beforeEach(() => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [] });
    sfn.on(StopExecutionCommand).resolves({});
  });

  test('with a handle is answered by its first tick, which does no more', async () => {
    const tick = first(watchEvent());

    expect(await world.handle(tick)).toEqual({ ...tick, isAnswered: true });
    expect(world.bodies).toEqual([success]);
    expect([world.signals, world.kind.calls, sfn.calls()]).toEqual([[], [], []]);
  });

  test('with a handle is answered by a later tick where the response URL is out of reach', async () => {
    world.httpStatus = 503;
    const tick = first(watchEvent());
    await expect(world.handle(tick)).rejects.toThrow('The response URL answered with HTTP status 503');

    world.httpStatus = 200;
    expect(await world.handle(tick)).toEqual({ ...tick, isAnswered: true });
  });

  test('of a job without a place begins with the request that it carries on', async () => {
    const carried = createEvent({ WaitForCompletion: 'watched' });
    const event = watchEvent({ Job: world.name, Execution: executionName(carried) });
    sfn.on(DescribeExecutionCommand).resolves({ input: JSON.stringify(first(carried)) });

    expect(await world.handle({ ...first(event), isAnswered: true })).toMatchObject({ carried, waitSeconds: 0 });
    expect(world.kind.calls).toEqual([]);
  });

  test('without a handle that is updated for a job without a place carries its request on, and makes the job', async () => {
    const carried = createEvent({ WaitForCompletion: 'watched' });
    const Job = world.name;
    sfn.on(DescribeExecutionCommand).resolves({ input: JSON.stringify(first(carried)) });
    await world.run(watchEvent({ Job, Execution: executionName(carried), WaitHandle: undefined }, 'Update'));

    expect(world.kind.callsOf('create')).toHaveLength(1);
    expect(world.bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'Watch' }]);
  });

  test('tries again to look up the request that it carries on', async () => {
    sfn.on(DescribeExecutionCommand).rejects(denied);
    const tick = { ...first(watchEvent({ Job: world.name })), isAnswered: true };

    expect(await world.handle(tick)).toMatchObject({
      done: false,
      waitSeconds: 3,
      progress: { name: world.name, setbacks: 1, setback: 'AccessDenied: not authorized' },
    });
  });

  test('with a handle waits for nothing when it is updated', async () => {
    const last = await world.run(watchEvent({}, 'Update'));

    expect(last.done).toBe(true);
    expect(world.bodies).toEqual([success]);
    expect([world.signals, world.kind.calls, sfn.calls()]).toEqual([[], [], []]);
  });

  test.each([WAIT_HANDLE, undefined])(
    'that is deleted ends its execution, and touches no job (%#)',
    async (WaitHandle) => {
      const running = executionName(watchEvent({ WaitHandle }));
      sfn
        .on(ListExecutionsCommand)
        .rejectsOnce(denied)
        .resolves({
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
      await world.run(watchEvent({ WaitHandle }, 'Delete'));

      expect(sfn.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input.executionArn)).toEqual([
        `arn:execution:${running}`,
      ]);
      expect(world.kind.calls).toEqual([]);
      expect(world.bodies).toEqual([success]);
      expect(world.signals).toEqual([]);
    },
  );

  test('that is deleted keeps the id that CloudFormation has for it', async () => {
    await world.run({ ...watchEvent({}, 'Delete'), PhysicalResourceId: 'Shop-Watch-1ABCDEF' } as ResourceEvent);

    expect(world.bodies).toEqual([{ ...success, PhysicalResourceId: 'Shop-Watch-1ABCDEF' }]);
  });

  test.each(['Create', 'Update'] as const)(
    'without a handle waits itself: its %s is not answered yet',
    async (type) => {
      const Job = world.kind.add('compile-1');
      const tick = await world.handle(first(watchEvent({ Job, WaitHandle: undefined }, type)));

      expect(tick).toMatchObject({ done: false, progress: { arn: Job } });
      expect(world.bodies).toEqual([]);
    },
  );

  test("tells its handle of the job's end, and not the response URL", async () => {
    await world.run(watchEvent({ Job: world.kind.add('compile-1') }));

    expect(world.signals).toEqual([
      { Status: 'SUCCESS', UniqueId: 'Watch', Data: '', Reason: 'The job has ended well' },
    ]);
    expect(world.bodies).toEqual([success]);
    expect(world.log.at(-1)).toMatchObject({ answer: 'sent', message: 'Watch: Create succeeded' });
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
    await world.handle({ givenUp: { ...first(watchEvent({ Job })), isAnswered: true } });

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

  test('fails itself where the state machine has given up before it was answered', async () => {
    const Job = world.kind.add('compile-1', { seconds: 100_000 });
    await world.handle({ givenUp: first(watchEvent({ Job })) });

    expect(world.bodies).toMatchObject([{ Status: 'FAILED', PhysicalResourceId: 'Watch' }]);
    expect(world.signals).toEqual([]);
  });

  test('ends quietly where its handle has expired', async () => {
    world.httpStatus = 403;

    expect(await world.run(watchEvent({ Job: world.kind.addEnded('compile-1', 'completed') }))).toMatchObject({
      done: true,
    });
    expect(world.log.at(-1)).toMatchObject({ answer: 'refused', level: 'WARN', LogicalResourceId: 'Watch' });
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
