import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { arnOf } from './fake-job-kind';
import { HandlerWorld } from './handler-world';
import { createEvent, referenceEvent } from './job-events';
import { executionName } from '../../lambda/execution-name';
import { firstTick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
let world: HandlerWorld;

beforeEach(() => {
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
  sfn.on(ListExecutionsCommand).resolves({ executions: [] });
  sfn.on(StopExecutionCommand).resolves({});
  world = new HandlerWorld();
});

afterEach(() => {
  expect(JSON.stringify(world.log)).not.toContain('SECRET');
});

describe('a reference', () => {
  const answer = (rest: object) => ({
    ...rest,
    PhysicalResourceId: 'Reference',
    StackId: createEvent().StackId,
    RequestId: 'c40e55',
    LogicalResourceId: 'Reference',
  });

  test.each(['Create', 'Update'] as const)('is read by the state machine, in its %s', async (RequestType) => {
    const event = referenceEvent({}, RequestType);
    await world.handle(event);

    expect(sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toEqual([
      {
        stateMachineArn: event.ResourceProperties.StateMachineArn,
        name: executionName(event),
        input: JSON.stringify(firstTick(event, world.clock.now)),
      },
    ]);
    expect(sfn.commandCalls(DescribeExecutionCommand)).toEqual([]);
    expect(world.bodies).toEqual([]);
  });

  test('answers with the attributes of its job', async () => {
    world.kind.addEnded('theirs', 'completed');
    await world.run(referenceEvent());

    expect(world.bodies).toEqual([
      answer({
        Status: 'SUCCESS',
        Data: { JobArn: arnOf('theirs'), JobStatus: 'completed', Result: 's3://results/theirs' },
      }),
    ]);
  });

  test('that is deleted is answered at once, and touches no job', async () => {
    const running = executionName(referenceEvent());
    const executionArn = `arn:aws:states:eu-west-1:111122223333:execution:Jobs:${running}`;
    sfn.on(ListExecutionsCommand).resolves({
      executions: [
        { name: running, executionArn, stateMachineArn: undefined, startDate: new Date(0), status: 'RUNNING' },
      ],
    });
    world.kind.add('theirs');
    await world.handle(referenceEvent({}, 'Delete'));

    expect(sfn.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input.executionArn)).toEqual([
      executionArn,
    ]);
    expect(sfn.commandCalls(StartExecutionCommand)).toEqual([]);
    expect(world.kind.calls).toEqual([]);
    expect(world.bodies).toEqual([answer({ Status: 'SUCCESS' })]);
  });

  test('fails under its own id where the state machine cannot be started', async () => {
    sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('not authorized'), { name: 'AccessDenied' }));
    await world.handle(referenceEvent());

    expect(world.bodies).toEqual([
      answer({
        Status: 'FAILED',
        Reason: 'The state machine could not be started: AccessDenied: not authorized',
      }),
    ]);
  });
});
