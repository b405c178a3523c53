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
import { startExecution, stopExecutions } from '../../lambda/start-execution';
import { firstTick } from '../../lambda/tick';

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
  await startExecution(new SFNClient({}), firstTick(event, now));

  expect(sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toEqual([
    { stateMachineArn, name: executionName(event), input: JSON.stringify(firstTick(event, now)) },
  ]);
});

test('a request that is delivered twice is one execution', async () => {
  sfn.on(StartExecutionCommand).rejects(alreadyExists);

  await expect(startExecution(new SFNClient({}), firstTick(createEvent(), now))).resolves.toBeUndefined();
});

test('fails with any other error', async () => {
  sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));

  await expect(startExecution(new SFNClient({}), firstTick(createEvent(), now))).rejects.toThrow('no');
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
    await startExecution(new SFNClient({}), firstTick(event, now));

    expect(stopped()).toEqual([`arn:execution:${create}`, `arn:execution:${update}`]);
  });

  test('is not the business of other resources, nor of other stacks that the engine serves', async () => {
    const others = [
      createEvent({}, { LogicalResourceId: 'CompileToo' }),
      createEvent({}, { StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Other/1' }),
    ];
    sfn.on(ListExecutionsCommand).resolves({
      executions: others.map((other) => execution(executionName(other), -60)),
    });
    await startExecution(new SFNClient({}), firstTick(event, now));

    expect(stopped()).toEqual([]);
  });

  test('is left alone by a duplicate that comes late', async () => {
    sfn.on(StartExecutionCommand).rejects(alreadyExists);
    sfn.on(ListExecutionsCommand).resolves({ executions: [execution(update, 60)] });
    await startExecution(new SFNClient({}), firstTick(event, now));

    expect(stopped()).toEqual([]);
  });

  test('is ended by the repetition of a request that was interrupted', async () => {
    sfn.on(StartExecutionCommand).rejects(alreadyExists);
    sfn.on(ListExecutionsCommand).resolves({
      executions: [execution(update, 60), execution(own, 0), execution(create, -60)],
    });
    await startExecution(new SFNClient({}), firstTick(event, now));

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
