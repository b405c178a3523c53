import {
  DescribeExecutionCommand,
  type ExecutionListItem,
  ListExecutionsCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createEvent, deleteEvent, updateEvent } from './job-events';
import { executionName } from '../../lambda/execution-name';
import { stateMachineExecutions } from '../../lambda/state-machine-executions';
import { firstTick, type JobEvent } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
const now = new Date('2030-01-01T00:00:00Z');
const stateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:Jobs';
const executions = stateMachineExecutions(new SFNClient({}));

const startsAt = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const execution = (name: string, seconds: number): ExecutionListItem => ({
  executionArn: `arn:execution:${name}`,
  stateMachineArn,
  name,
  status: 'RUNNING',
  startDate: startsAt(seconds),
});
const stopped = () => sfn.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input);

beforeEach(() => {
  sfn.reset();
  sfn.on(ListExecutionsCommand).resolves({ executions: [] });
  sfn.on(StopExecutionCommand).resolves({});
});

describe('what is still going on for the resource', () => {
  const event = deleteEvent('arn:x');
  const own = executionName(event);
  const create = executionName(createEvent());
  const update = executionName(updateEvent('arn:x', {}, {}));

  test('is nothing besides the request itself', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(own, 0)] });

    expect(await executions.endOlder(event)).toBe('alone');
    expect(stopped()).toEqual([]);
  });

  test('is ended as far as it is meant', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(create, -60), execution(update, -30)] });
    sfn
      .on(DescribeExecutionCommand, { executionArn: `arn:execution:${create}` })
      .resolves({ input: JSON.stringify(firstTick(createEvent(), now)) })
      .on(DescribeExecutionCommand, { executionArn: `arn:execution:${update}` })
      .resolves({ input: JSON.stringify(firstTick(updateEvent('arn:x', {}, {}), now)) });

    expect(await executions.endOlder(event, ({ RequestType }) => RequestType === 'Update')).toBe('others-ended');
    expect(stopped()).toMatchObject([{ executionArn: `arn:execution:${update}` }]);
    expect(await executions.endOlder(event, () => false)).toBe('alone');
  });

  test('is ended by a newer request, on whichever page it is', async () => {
    sfn
      .on(ListExecutionsCommand, { stateMachineArn, statusFilter: 'RUNNING' })
      .resolvesOnce({ executions: [execution(own, 0), execution(create, -60)], nextToken: 'more' })
      .resolvesOnce({ executions: [execution(update, -30)] });

    expect(await executions.endOlder(event)).toBe('others-ended');
    expect(stopped()).toEqual([
      { executionArn: `arn:execution:${create}`, cause: 'There is a newer request for the resource' },
      { executionArn: `arn:execution:${update}`, cause: 'There is a newer request for the resource' },
    ]);
    const pageSizes = sfn.commandCalls(ListExecutionsCommand).map(({ args }) => args[0].input.maxResults);
    expect(pageSizes).toEqual([1000, 1000]);
  });

  test('is ended where its own execution is not in the list yet', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(create, -60)] });

    expect(await executions.endOlder(event)).toBe('others-ended');
    expect(stopped()).toHaveLength(1);
  });

  test('is not the business of other resources, nor of other stacks that the engine serves', async () => {
    const others = [
      createEvent({}, { LogicalResourceId: 'CompileToo' }),
      createEvent({}, { StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Other/1' }),
    ];
    sfn.on(ListExecutionsCommand).resolves({
      executions: others.map((other) => execution(executionName(other), -60)),
    });

    expect(await executions.endOlder(event)).toBe('alone');
    expect(stopped()).toEqual([]);
  });

  test('is left alone where it has begun later, and nothing says when it was asked for', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(update, 60), execution(own, 0)] });

    expect(await executions.endOlder(event)).toBe('alone');
    expect(stopped()).toEqual([]);
  });

  test('is an error where it cannot be ended', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(create, -60)] });
    sfn.on(StopExecutionCommand).rejects(new Error('no'));

    await expect(executions.endOlder(event)).rejects.toThrow('no');
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
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(created, 12), execution(removed, 11)] });

    expect(await executions.endOlder(create)).toBe('superseded');
    expect(stopped()).toEqual([]);
  });

  test('the newer ends the older, though that has begun later', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(created, 12), execution(removed, 11)] });

    expect(await executions.endOlder(remove)).toBe('others-ended');
    expect(stopped()).toMatchObject([{ executionArn: `arn:execution:${created}` }]);
  });

  test('that were made in one second the one that has begun later is the newer', async () => {
    const same = madeAt(deleteEvent('arn:x'), 0);
    const own = execution(executionName(same), 1);
    sfn.on(ListExecutionsCommand).resolves({ executions: [own, execution(created, 0.5)] });

    expect(await executions.endOlder(same)).toBe('others-ended');
    expect(stopped()).toMatchObject([{ executionArn: `arn:execution:${created}` }]);
  });

  test('the older is superseded, whatever has become of the newer', async () => {
    sfn
      .on(ListExecutionsCommand, { stateMachineArn, statusFilter: undefined })
      .resolves({ executions: [{ ...execution(removed, 11), status: 'SUCCEEDED' }] });

    expect(await executions.isSuperseded(create)).toBe(true);
    expect(await executions.isSuperseded(remove)).toBe(false);
  });

  test('the older is not superseded by that for another resource, and looks no further back than its own time', async () => {
    const others = executionName({ ...remove, LogicalResourceId: 'CompileToo' });
    sfn
      .on(ListExecutionsCommand, { stateMachineArn })
      .resolvesOnce({ executions: [execution(others, 20), execution('older', -1)], nextToken: 'more' })
      .resolves({ executions: [execution(removed, -2)] });

    expect(await executions.isSuperseded(create)).toBe(false);
    expect(sfn.commandCalls(ListExecutionsCommand)).toHaveLength(1);
  });
});

test('of a request that does not say when it was made nobody knows if it is superseded', async () => {
  expect(await executions.isSuperseded(createEvent())).toBe(false);
  expect(sfn.calls()).toEqual([]);
});

describe('the execution of the request before', () => {
  const event = updateEvent('arn:x', {}, {});
  const create = executionName(createEvent());
  const own = execution(executionName(event), 40);
  const before = { ...execution(create, 0), status: 'SUCCEEDED' as const, stopDate: startsAt(30) };
  const tick = { ...firstTick(createEvent(), now), isSettled: true, done: true };
  const listed = (...all: ExecutionListItem[]) => sfn.on(ListExecutionsCommand).resolves({ executions: all });

  beforeEach(() => {
    sfn.on(DescribeExecutionCommand, { executionArn: before.executionArn }).resolves({ output: JSON.stringify(tick) });
  });

  test('is the newest of the resource besides its own, with its last tick', async () => {
    const other = execution(executionName(createEvent({}, { LogicalResourceId: 'CompileToo' })), 35);
    listed(own, other, before, { ...execution(executionName(deleteEvent('arn:x')), -60), status: 'ABORTED' });

    expect(await executions.endedBefore(event)).toEqual({ tick, endedAt: startsAt(30) });
    expect(sfn.commandCalls(ListExecutionsCommand).map(({ args }) => args[0].input)).toEqual([
      { stateMachineArn, maxResults: 1000 },
    ]);
  });

  test('is not known where there is none', async () => {
    listed(own);

    expect(await executions.endedBefore(event)).toBeUndefined();
  });

  test.each(['RUNNING', 'ABORTED', 'FAILED', 'TIMED_OUT'] as const)(
    'has not come to its own end: %s',
    async (status) => {
      listed(own, { ...before, status });

      expect(await executions.endedBefore(event)).toBeUndefined();
      expect(sfn.commandCalls(DescribeExecutionCommand)).toEqual([]);
    },
  );

  test('is not known where its last tick is not shown yet', async () => {
    listed(own, before);
    sfn.on(DescribeExecutionCommand).resolves({});

    expect(await executions.endedBefore(event)).toBeUndefined();
  });
});

describe('a creation that has failed', () => {
  const event = deleteEvent('compile-1');
  const own = execution(executionName(event), 200);
  const creation = (id: string, seconds: number) => ({
    ...execution(executionName(createEvent({}, { RequestId: id })), seconds),
    status: 'SUCCEEDED' as const,
    stopDate: startsAt(seconds + 30),
  });
  const [first, second] = [creation('first', 0), creation('second', 100)];
  const listed = (...all: ExecutionListItem[]) => sfn.on(ListExecutionsCommand).resolves({ executions: all });
  const answered = (Status: 'SUCCESS' | 'FAILED', PhysicalResourceId: string) => {
    const tick = { ...firstTick(createEvent(), now), answer: { Status, PhysicalResourceId } };
    sfn.on(DescribeExecutionCommand, { executionArn: second.executionArn }).resolves({ output: JSON.stringify(tick) });
  };

  test('was not tried again where there is one only', async () => {
    listed(own, execution(executionName(updateEvent('arn:x', {}, {})), 50), first);

    expect(await executions.isCreatedAgain(event, 'compile-1')).toBe(false);
    expect(sfn.commandCalls(DescribeExecutionCommand)).toEqual([]);
  });

  test.each([
    ['SUCCESS', 'arn:compile-1', true],
    ['FAILED', 'compile-2', true],
    ['FAILED', 'compile-1', false],
  ] as const)('was tried again, which was answered %s with %s: %s', async (status, id, isAgain) => {
    listed(own, second, first);
    answered(status, id);

    expect(await executions.isCreatedAgain(event, 'compile-1')).toBe(isAgain);
  });

  test.each(['FAILED', 'ABORTED', 'TIMED_OUT', 'RUNNING'] as const)(
    'was tried again, whatever has become of that: %s',
    async (status) => {
      listed(own, { ...second, status }, first);

      expect(await executions.isCreatedAgain(event, 'compile-1')).toBe(true);
      expect(sfn.commandCalls(DescribeExecutionCommand)).toEqual([]);
    },
  );

  test('is not known while Step Functions does not say it', async () => {
    sfn.on(ListExecutionsCommand).rejects(new Error('Rate exceeded'));

    await expect(executions.isCreatedAgain(event, 'compile-1')).rejects.toThrow('Rate exceeded');
  });
});

/** A time as signatures have it. */
function signatureTime(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}
