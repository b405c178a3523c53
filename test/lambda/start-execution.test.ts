import {
  type ExecutionListItem,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createEvent, deleteEvent, updateEvent } from './job-events';
import { executionName } from '../../lambda/execution-name';
import { hasExecution, startExecution, stopExecutions } from '../../lambda/start-execution';
import { firstTick, type JobEvent } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
const now = new Date('2030-01-01T00:00:00Z');
const stateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:Jobs';
const alreadyExists = Object.assign(new Error('exists'), { name: 'ExecutionAlreadyExists' });

const startsAt = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const execution = (name: string, seconds: number): ExecutionListItem => ({
  executionArn: `arn:execution:${name}`,
  stateMachineArn,
  name,
  status: 'RUNNING',
  startDate: startsAt(seconds),
});
const stopped = () => sfn.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input.executionArn);

beforeEach(() => {
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({ startDate: startsAt(0) });
  sfn.on(ListExecutionsCommand).resolves({ executions: [] });
  sfn.on(StopExecutionCommand).resolves({});
});

test('a request starts an execution with its first tick', async () => {
  const event = createEvent();
  await startExecution(new SFNClient({}), firstTick(event, now), now);

  expect(sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toEqual([
    { stateMachineArn, name: executionName(event), input: JSON.stringify(firstTick(event, now)) },
  ]);
});

test('a request that is delivered twice is one execution', async () => {
  sfn.on(StartExecutionCommand).rejects(alreadyExists);

  await expect(startExecution(new SFNClient({}), firstTick(createEvent(), now), now)).resolves.toBeUndefined();
});

test('fails with any other error', async () => {
  sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));

  await expect(startExecution(new SFNClient({}), firstTick(createEvent(), now), now)).rejects.toThrow('no');
});

describe('what is still going on for the resource', () => {
  const event = deleteEvent('arn:x');
  const own = executionName(event);
  const create = executionName(createEvent());
  const update = executionName(updateEvent('arn:x', {}, {}));

  test('is ended by a newer request, whichever page it is on', async () => {
    sfn
      .on(ListExecutionsCommand, { stateMachineArn, statusFilter: 'RUNNING' })
      .resolvesOnce({ executions: [execution(own, 0), execution(create, -60)], nextToken: 'more' })
      .resolvesOnce({ executions: [execution(update, -30)] });
    await startExecution(new SFNClient({}), firstTick(event, now), now);

    expect(stopped()).toEqual([`arn:execution:${create}`, `arn:execution:${update}`]);
    const pageSizes = sfn.commandCalls(ListExecutionsCommand).map(({ args }) => args[0].input.maxResults);
    expect(pageSizes).toEqual([1000, 1000]);
  });

  test('is not the business of other resources, nor of other stacks that the engine serves', async () => {
    const others = [
      createEvent({}, { LogicalResourceId: 'CompileToo' }),
      createEvent({}, { StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Other/1' }),
    ];
    sfn.on(ListExecutionsCommand).resolves({
      executions: others.map((other) => execution(executionName(other), -60)),
    });
    await startExecution(new SFNClient({}), firstTick(event, now), now);

    expect(stopped()).toEqual([]);
  });

  test('is left alone by a duplicate that comes late', async () => {
    sfn.on(StartExecutionCommand).rejects(alreadyExists);
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(update, 60)] });
    await startExecution(new SFNClient({}), firstTick(event, now), now);

    expect(stopped()).toEqual([]);
  });

  test('is ended by the repetition of a request that was interrupted', async () => {
    sfn.on(StartExecutionCommand).rejects(alreadyExists);
    sfn.on(ListExecutionsCommand).resolves({
      executions: [execution(update, 60), execution(own, 0), execution(create, -60)],
    });
    await startExecution(new SFNClient({}), firstTick(event, now), now);

    expect(stopped()).toEqual([`arn:execution:${create}`]);
  });
});

describe('all that goes on for a resource', () => {
  const event = deleteEvent('arn:x');
  const [create, update] = [createEvent(), updateEvent('arn:x', {}, {})].map(executionName);

  test('is ended on request, whichever page it is on', async () => {
    sfn
      .on(ListExecutionsCommand, { stateMachineArn, statusFilter: 'RUNNING' })
      .resolvesOnce({ executions: [execution(create, -60)], nextToken: 'more' })
      .resolvesOnce({ executions: [execution(update, 60)] });
    await stopExecutions(new SFNClient({}), event);

    expect(sfn.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input)).toEqual([
      { executionArn: `arn:execution:${create}`, cause: 'There is a newer request for the resource' },
      { executionArn: `arn:execution:${update}`, cause: 'There is a newer request for the resource' },
    ]);
    expect(sfn.commandCalls(StartExecutionCommand)).toEqual([]);
  });

  test('is nothing that goes on for another', async () => {
    const other = executionName(createEvent({}, { LogicalResourceId: 'CompileToo' }));
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(other, -60)] });
    await stopExecutions(new SFNClient({}), event);

    expect(stopped()).toEqual([]);
  });
});

describe('of two requests whose response URLs say when they were made', () => {
  const madeAt = (event: JobEvent, seconds: number): JobEvent => ({
    ...event,
    ResponseURL: `https://responses.example.com/answer?X-Amz-Date=${signatureTime(startsAt(seconds))}`,
  });
  const create = madeAt(createEvent(), 0);
  const remove = madeAt(deleteEvent('arn:x'), 10);
  const [created, removed] = [create, remove].map(executionName);

  test('the older gives way, though its execution has begun later: it was held up', async () => {
    const started = { executionArn: `arn:execution:${created}`, startDate: startsAt(12) };
    sfn.on(StartExecutionCommand).resolves(started);
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(created, 12), execution(removed, 11)] });
    await startExecution(new SFNClient({}), firstTick(create, startsAt(2)), startsAt(2));

    expect(stopped()).toEqual([`arn:execution:${created}`]);
  });

  test('the newer ends the older, though that has begun later', async () => {
    sfn.on(StartExecutionCommand).resolves({ executionArn: `arn:execution:${removed}`, startDate: startsAt(11) });
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(created, 12), execution(removed, 11)] });
    await startExecution(new SFNClient({}), firstTick(remove, startsAt(11)), startsAt(11));

    expect(stopped()).toEqual([`arn:execution:${created}`]);
  });

  test('the older begins nothing when it comes late, and the newer is done', async () => {
    sfn.on(ListExecutionsCommand, { stateMachineArn }).resolves({ executions: [execution(removed, 11)] });
    const onStart = jest.fn();
    await startExecution(new SFNClient({}), firstTick(create, startsAt(60)), startsAt(60), onStart);

    expect(sfn.commandCalls(StartExecutionCommand)).toEqual([]);
    expect(onStart).toHaveBeenCalledTimes(1);
  });

  test('one that comes late begins where no newer has come, and looks no further back than its own time', async () => {
    const others = executionName({ ...remove, LogicalResourceId: 'CompileToo' });
    sfn
      .on(ListExecutionsCommand, { stateMachineArn })
      .resolvesOnce({ executions: [execution(others, 20), execution('older', -1)], nextToken: 'more' })
      .resolves({ executions: [] });
    await startExecution(new SFNClient({}), firstTick(create, startsAt(60)), startsAt(60));

    expect(sfn.commandCalls(StartExecutionCommand)).toHaveLength(1);
    const lists = sfn.commandCalls(ListExecutionsCommand).map(({ args }) => args[0].input.statusFilter);
    expect(lists).toEqual([undefined, 'RUNNING']);
  });

  test('that were made in one second the one that has begun later is the newer', async () => {
    const same = madeAt(deleteEvent('arn:x'), 0);
    sfn.on(StartExecutionCommand).resolves({ executionArn: 'arn:own', startDate: startsAt(1) });
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(created, 0.5)] });
    await startExecution(new SFNClient({}), firstTick(same, startsAt(1)), startsAt(1));

    expect(stopped()).toEqual([`arn:execution:${created}`]);
  });
});

describe('whether a request has its execution', () => {
  const url = `https://responses.example.com/answer?X-Amz-Date=${signatureTime(now)}`;
  const timed = { ...createEvent(), ResponseURL: url };

  test('is known by its name, whatever has become of it', async () => {
    sfn
      .on(ListExecutionsCommand, { stateMachineArn, statusFilter: undefined })
      .resolves({ executions: [{ ...execution(executionName(timed), 1), status: 'SUCCEEDED' }] });

    expect(await hasExecution(new SFNClient({}), timed)).toBe(true);
  });

  test('is not looked for among what has begun before the request was made', async () => {
    sfn
      .on(ListExecutionsCommand)
      .resolvesOnce({ executions: [execution('older', -1)], nextToken: 'more' })
      .resolves({ executions: [execution(executionName(timed), -2)] });

    expect(await hasExecution(new SFNClient({}), timed)).toBe(false);
  });

  test('is looked for among what goes on, where it is not known when it was made', async () => {
    const event = createEvent();
    sfn
      .on(ListExecutionsCommand, { stateMachineArn, statusFilter: 'RUNNING' })
      .resolves({ executions: [execution('other', -60), execution(executionName(event), -120)] });

    expect(await hasExecution(new SFNClient({}), event)).toBe(true);
  });
});

/** A time as signatures have it. */
function signatureTime(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}
