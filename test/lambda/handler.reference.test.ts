import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { arnOf } from './fake-job-kind';
import { HandlerWorld } from './handler-world';
import { createEvent, referenceEvent } from './job-events';

const sfn = mockClient(SFNClient);
let world: HandlerWorld;

beforeEach(() => {
  sfn.reset();
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
    world.kind.add('theirs');
    await world.run(referenceEvent({}, 'Delete'));

    expect([world.kind.calls, sfn.calls()]).toEqual([[], []]);
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
