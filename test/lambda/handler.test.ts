import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { arnOf, ServiceError } from './fake-job-kind';
import { HandlerWorld } from './handler-world';
import {
  createEvent,
  deleteEvent,
  longWait,
  referenceEvent,
  RESPONSE_URL,
  resultEvent,
  updateEvent,
} from './job-events';
import { executionName } from '../../lambda/execution-name';
import { type Answer, firstTick, type ResourceEvent, type Tick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
let world: HandlerWorld;

beforeEach(() => {
  sfn.reset();
  world = new HandlerWorld();
});

afterEach(() => {
  expect(JSON.stringify(world.log)).not.toContain('SECRET');
});

describe('a request of CloudFormation', () => {
  const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });

  test('is handed over to the state machine and not answered yet', async () => {
    sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });

    expect(await world.handle(createEvent())).toBeUndefined();

    expect(sfn.calls()).toHaveLength(1);
    expect(world.bodies).toEqual([]);
    expect(world.log).toEqual([
      {
        level: 'INFO',
        message: 'Compile: Create received',
        received: 'Create',
        RequestId: '6f1c2a',
        LogicalResourceId: 'Compile',
      },
    ]);
  });

  test.each<[string, ResourceEvent]>([
    ['a Delete of a job', deleteEvent('arn:old')],
    ['a Create of a job that wait conditions wait for', createEvent(longWait(30))],
    ['a result', resultEvent()],
    ['an Update of a result', resultEvent({}, 'Update')],
    ['a Delete of a result', resultEvent({}, 'Delete')],
    ['the result of a job without a place', resultEvent({ Job: 'Shop--Compile--1', Name: 'Shop--Compile--1' })],
    ['a reference', referenceEvent()],
    ['a Delete of a reference', referenceEvent({}, 'Delete')],
  ])('is handed over whatever it is, and no more is done: %s', async (_, event) => {
    sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
    await world.handle(event);

    expect(sfn.calls().map(({ args }) => args[0].input)).toEqual([
      {
        stateMachineArn: event.ResourceProperties.StateMachineArn,
        name: executionName(event),
        input: JSON.stringify(firstTick(event, world.clock.now)),
      },
    ]);
    expect([world.bodies, world.kind.calls]).toEqual([[], []]);
  });

  test('is handed over again when that failed: the permission may be new', async () => {
    sfn
      .on(StartExecutionCommand)
      .rejectsOnce(denied)
      .rejectsOnce(denied)
      .resolves({ startDate: new Date(0) });

    await world.handle(createEvent());

    expect(world.pauses).toEqual([1_000, 2_000]);
    expect(world.bodies).toEqual([]);
  });

  test('is late where it could not be handed over for long, but waits from when it was made', async () => {
    const event = createEvent({}, { ResponseURL: `${RESPONSE_URL}&X-Amz-Date=20300101T000000Z` });
    sfn
      .on(StartExecutionCommand)
      .rejectsOnce(denied)
      .resolves({ startDate: new Date(0) });
    const paused = world.handle(event);
    world.clock.advance(45);
    await paused;

    const inputs = sfn.commandCalls(StartExecutionCommand).map(({ args }) => JSON.parse(args[0].input.input!) as Tick);
    expect(inputs[1]).toMatchObject({
      receivedAt: '2030-01-01T00:00:45.000Z',
      dueAt: '2030-01-01T00:00:45.000Z',
      deadline: '2030-01-01T00:25:00.000Z',
    });
  });

  test.each([
    // a later delivery of the request may yet start it
    [createEvent(), 'cdk-ml-jobs:may-have-started'],
    [updateEvent('arn:old', {}, {}), 'arn:old'],
    [deleteEvent('arn:old'), 'arn:old'],
    [resultEvent(), 'Result'],
    [referenceEvent(), 'Reference'],
  ])('fails when the state machine cannot be started within a minute (%#)', async (event, PhysicalResourceId) => {
    sfn.on(StartExecutionCommand).rejects(denied);

    await world.handle(event);

    expect(world.pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 30_000]);
    expect(world.bodies).toEqual([
      {
        Status: 'FAILED',
        Reason: 'The state machine could not be started: AccessDenied: not authorized',
        PhysicalResourceId,
        StackId: event.StackId,
        RequestId: event.RequestId,
        LogicalResourceId: event.LogicalResourceId,
      },
    ]);
  });

  describe('that cannot be handed over for a minute', () => {
    const madeAt = (time: string) => createEvent({}, { ResponseURL: `${RESPONSE_URL}&X-Amz-Date=${time}` });

    test.each([
      ['in its first delivery, is left to the second', 'AccessDeniedException', 109, 'fails'],
      ['in its second delivery, is answered', 'AccessDeniedException', 110, 'is answered'],
      ['and never can be, is answered at once', 'StateMachineDoesNotExist', 60, 'is answered'],
    ])('%s', async (_, name, age, end) => {
      sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('no'), { name }));
      const event = madeAt('20300101T000000Z');
      world.clock.advance(age);
      const handled = world.handle(event).then(
        () => 'is answered',
        (error: Error) => `fails: ${error.message}`,
      );

      expect(await handled).toBe(
        end === 'fails' ? `fails: The state machine could not be started: ${name}: no` : 'is answered',
      );
      expect(world.bodies).toHaveLength(end === 'fails' ? 0 : 1);
      expect(world.pauses).toHaveLength(6);
    });

    test('is carried when Lambda delivers it again', async () => {
      const event = madeAt('20300101T000000Z');
      sfn.on(StartExecutionCommand).rejects(denied);
      await expect(world.handle(event)).rejects.toThrow('The state machine could not be started');

      world.clock.advance(120);
      sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
      await world.handle(event);
      expect(world.bodies).toEqual([]);
    });
  });

  test('of what was never started is deleted, though the state machine cannot be started', async () => {
    sfn.on(StartExecutionCommand).rejects(denied);
    await world.handle(deleteEvent('cdk-ml-jobs:not-started'));

    expect(world.bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'cdk-ml-jobs:not-started' }]);
  });

  test.each([
    [createEvent, 'FAILED', 'cdk-ml-jobs:not-started'],
    [(long: object) => updateEvent('arn:old', {}, long), 'FAILED', 'arn:old'],
    [(long: object) => deleteEvent('arn:old', long), 'FAILED', 'arn:old'],
    [(long: object) => deleteEvent('cdk-ml-jobs:not-started', long), 'SUCCESS', 'cdk-ml-jobs:not-started'],
  ])('is not begun where it is longer than a state machine takes (%#)', async (eventWith, Status, id) => {
    await world.handle(eventWith({ Request: { Model: 'x'.repeat(200_000) } }));

    expect(sfn.calls()).toEqual([]);
    expect(world.pauses).toEqual([]);
    expect(world.bodies).toMatchObject([{ Status, PhysicalResourceId: id }]);
    if (Status === 'FAILED') {
      expect(world.bodies[0].Reason).toMatch(
        /^The request is too long: with all that goes with it it has 20\d,\d{3} bytes, and may have 200,000$/,
      );
    }
  });
});

describe('a tick', () => {
  test('is the next step of the job', async () => {
    expect(await world.handle(firstTick(createEvent(), world.clock.now))).toMatchObject({
      done: false,
      progress: { name: world.name },
    });
    expect(world.log).toEqual([
      {
        level: 'INFO',
        message: `Compile: fake job ${world.name} is not there; next look at once`,
        step: 'Create',
        RequestId: '6f1c2a',
        LogicalResourceId: 'Compile',
        waitSeconds: 0,
        progress: { name: world.name, setbacks: 0 },
        answer: undefined,
      },
    ]);
  });

  test('that comes to an answer only puts it on record; the next one sends it and is done', async () => {
    world.kind.addEnded(world.name, 'completed', { team: 'vision' });
    const event = createEvent();
    let tick = firstTick(event, world.clock.now);
    while (!tick.answer) tick = (await world.handle(tick)) as Tick;
    expect(tick.done).toBe(false);
    expect(world.bodies).toEqual([]);

    expect(await world.handle(tick)).toEqual({ ...tick, done: true });
    expect(world.bodies).toEqual([
      {
        Status: 'SUCCESS',
        PhysicalResourceId: arnOf(world.name),
        Data: { JobArn: arnOf(world.name), JobStatus: 'completed', Result: `s3://results/${world.name}` },
        StackId: event.StackId,
        RequestId: '6f1c2a',
        LogicalResourceId: 'Compile',
      },
    ]);
  });

  test('runs a job from the request to the answer, which is sent once', async () => {
    await world.run(createEvent());

    expect(world.bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: arnOf(world.name) }]);
  });

  test('that sends an answer makes no call of the service, however often it is repeated', async () => {
    const last = await world.run(createEvent());
    world.kind.forget(world.name);
    world.kind.calls.length = 0;

    await world.handle({ ...last, done: false });
    await world.handle({ givenUp: { ...last, done: false, fault: { Error: 'Lambda.Unknown', Cause: 'gone' } } });

    expect(world.kind.calls).toEqual([]);
    expect(world.bodies.map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
  });

  test('ends quietly where the response URL has expired', async () => {
    world.httpStatus = 403;

    expect(await world.run(createEvent())).toMatchObject({ done: true });
    expect(world.log.at(-1)).toEqual({
      level: 'WARN',
      message: 'Compile: CloudFormation takes no answer any more, for its URL has expired: Create succeeded',
      answer: 'refused',
      RequestId: '6f1c2a',
      LogicalResourceId: 'Compile',
    });
  });

  test('fails when the answer cannot be delivered now, so that the state machine tries again', async () => {
    world.httpStatus = 500;

    await expect(world.run(createEvent())).rejects.toThrow('The response URL answered with HTTP status 500');
  });
});

describe('what a user accepts, and the metrics that the stack uses,', () => {
  const view = { Acceptance: { MaxErrorRecords: '5' }, Metrics: ['validation:auc'] };

  test.each<[string, ResourceEvent]>([
    ['a job', createEvent(view)],
    ['a result', resultEvent(view)],
    ['a reference', referenceEvent(view)],
  ])('reach the kind with each tick of %s', async (_, event) => {
    await world.handle(firstTick(event, world.clock.now));

    expect(world.views).toEqual([view]);
  });

  test('are nothing where nothing is said', async () => {
    await world.handle(firstTick(createEvent(), world.clock.now));

    expect(world.views).toEqual([{}]);
  });
});

describe('a tick that the state machine has given up on', () => {
  test('stops the job, and is answered as failed with the fault', async () => {
    let tick = firstTick(createEvent(), world.clock.now);
    while (!tick.progress.arn) tick = (await world.handle(tick)) as Tick;
    const fault = { Error: 'Lambda.TooManyRequestsException', Cause: 'Rate exceeded' };

    expect(await world.handle({ givenUp: { ...tick, fault } })).toMatchObject({ done: true });

    expect(world.kind.phases).toEqual({ [world.name]: 'stopping' });
    expect(world.bodies).toMatchObject([
      {
        Status: 'FAILED',
        Reason: `The function could not be run: Lambda.TooManyRequestsException: Rate exceeded | Job: ${arnOf(world.name)}`,
        PhysicalResourceId: arnOf(world.name),
      },
    ]);
  });
});

describe('a kind that the handler does not know', () => {
  const Reason = "The handler knows no kind of job 'Other': it knows Fake";

  test.each<[ResourceEvent, Partial<Answer>]>([
    [createEvent({ Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'cdk-ml-jobs:not-started' }],
    [updateEvent('arn:old', {}, { Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'arn:old' }],
    [deleteEvent('arn:old', { Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'arn:old' }],
    [resultEvent({ Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'Result' }],
    [referenceEvent({ Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'Reference' }],
  ])('fails, also where its job may run on (%#)', async (event, answer) => {
    await world.run(event);

    expect(world.bodies).toMatchObject([answer]);
    expect(world.kind.calls).toEqual([]);
  });

  test('is deleted where nothing was ever started', async () => {
    await world.run(deleteEvent('cdk-ml-jobs:not-started', { Kind: 'Other' }));

    expect(world.bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'cdk-ml-jobs:not-started' }]);
  });

  test.each<ResourceEvent>([resultEvent({ Kind: 'Other' }, 'Delete'), referenceEvent({ Kind: 'Other' }, 'Delete')])(
    'is deleted where the resource stands for no job (%#)',
    async (event) => {
      await world.run(event);

      expect(world.bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: event.LogicalResourceId }]);
    },
  );

  test('is answered when the state machine gives up, too', async () => {
    await world.handle({ givenUp: firstTick(createEvent({ Kind: 'Other' }), world.clock.now) });

    expect(world.bodies).toMatchObject([{ Status: 'FAILED', Reason }]);
  });
});

describe('under a failed resource, `cdk deploy` shows what a person can read:', () => {
  const messages = () => world.log.map(({ level, message }) => `${level} ${message}`);

  /** Equal lines that follow each other, told once. */
  const course = () => messages().filter((line, index, lines) => line !== lines[index - 1]);

  test('a job that fails, one line a look, and its reason at the end', async () => {
    world.kind.run = { seconds: 12, end: 'failed', reason: 'ClientError: no such model\n  in line 3', stopSeconds: 20 };
    let looks = 0;
    let tick = firstTick(updateEvent(arnOf('old'), { Request: { Model: 'old' } }, {}), world.clock.now);
    for (; !tick.done; looks++) {
      tick = (await world.handle(tick)) as Tick;
      world.clock.advance(tick.waitSeconds);
    }

    const job = `fake job ${world.name}`;
    expect(world.log).toHaveLength(looks);
    expect(course()).toEqual([
      `INFO Compile: ${job} is not there; next look at once`,
      `INFO Compile: ${job} has been asked for; next look in 5 s`,
      `INFO Compile: ${job} is RUNNING; next look in 5 s`,
      `WARN Compile: ${job} is FAILED (ClientError: no such model in line 3); next: the answer to CloudFormation`,
      `ERROR Compile: Update failed: The fake job ended as FAILED: ClientError: no such model in line 3 | Hint: is the model there? | Job: ${arnOf(world.name)} | Logs: the log of ${world.name}`,
    ]);
  });

  test('a job that waits for its place in the quota', async () => {
    world.kind.quota = 0;
    let tick = firstTick(createEvent(), world.clock.now);
    for (let looks = 0; looks < 3; looks++) {
      tick = (await world.handle(tick)) as Tick;
      world.clock.advance(tick.waitSeconds);
    }

    const waits = `WARN Compile: fake job ${world.name} waits for a place in the account's quota (ServiceError: 0 jobs run already)`;
    expect(messages().slice(1)).toEqual([`${waits}; next try in 12 s`, `${waits}; next try in 24 s`]);
  });

  test('a call that is refused', async () => {
    world.kind.fail('create', new ServiceError('refused', 'no such model'));
    await world.run(createEvent());

    expect(messages().slice(1)).toEqual([
      'WARN Compile: the Create fails; next: the answer to CloudFormation',
      'ERROR Compile: Create failed: ServiceError: no such model | Hint: is the model there?',
    ]);
  });

  test('a state machine that cannot be started', async () => {
    sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('not authorized'), { name: 'AccessDenied' }));
    await world.handle(createEvent());

    const failure = 'the state machine could not be started (AccessDenied: not authorized)';
    expect(messages()).toEqual([
      'INFO Compile: Create received',
      ...[1, 2, 4, 8, 15, 30].map((seconds) => `WARN Compile: ${failure}; next try in ${seconds} s`),
      'ERROR Compile: Create failed: The state machine could not be started: AccessDenied: not authorized',
    ]);
  });

  test('a look that the state machine has given up on, in one line', async () => {
    const fault = { Error: 'Lambda.Unknown', Cause: 'gone' };
    await world.handle({ givenUp: { ...firstTick(createEvent(), world.clock.now), fault } });

    expect(messages()).toEqual(['ERROR Compile: Create failed: The function could not be run: Lambda.Unknown: gone']);
  });
});
