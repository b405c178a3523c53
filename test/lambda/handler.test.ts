import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { arnOf, Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties, RESPONSE_URL, updateEvent } from './job-events';
import { createHandler, type HandlerInput } from '../../lambda/handler';
import { specOf } from '../../lambda/job-spec';
import { type Answer, firstTick, type JobEvent, type Tick } from '../../lambda/tick';

const sfn = mockClient(SFNClient);
let clock: Clock;
let kind: FakeJobKind;
let name: string;
let log: object[];
let pauses: number[];
let bodies: (Answer & { RequestId: string })[];
let httpStatus: number;
let handle: (input: HandlerInput) => Promise<Tick | void>;

beforeEach(() => {
  sfn.reset();
  clock = new Clock();
  kind = new FakeJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
  [log, pauses, bodies, httpStatus] = [[], [], [], 200];
  handle = createHandler({
    sfn: new SFNClient({}),
    kinds: { Fake: kind },
    now: () => clock.now,
    random: () => 0.5,
    sleep: async (ms) => void pauses.push(ms),
    log: (entry) => void log.push(entry),
    put: async (url, body) => {
      expect(url).toBe(RESPONSE_URL);
      bodies.push(JSON.parse(body));
      return httpStatus;
    },
  });
});

afterEach(() => {
  expect(JSON.stringify(log)).not.toContain('SECRET');
});

/** What the state machine does with the function. */
async function run(event: JobEvent): Promise<Tick> {
  let tick = firstTick(event, clock.now);
  while (!tick.done) {
    tick = JSON.parse(JSON.stringify(await handle(tick))) as Tick;
    clock.advance(tick.waitSeconds);
  }
  return tick;
}

describe('a request of CloudFormation', () => {
  test('is handed over to the state machine and not answered yet', async () => {
    sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
    sfn.on(ListExecutionsCommand).resolves({ executions: [] });

    expect(await handle(createEvent())).toBeUndefined();

    expect(sfn.commandCalls(StartExecutionCommand)).toHaveLength(1);
    expect(bodies).toEqual([]);
    expect(log).toEqual([{ received: 'Create', RequestId: '6f1c2a', LogicalResourceId: 'Compile' }]);
  });

  test('is handed over again when that failed: the permission may be new', async () => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    sfn
      .on(StartExecutionCommand)
      .rejectsOnce(denied)
      .rejectsOnce(denied)
      .resolves({ startDate: new Date(0) });
    sfn.on(ListExecutionsCommand).resolves({ executions: [] });

    await handle(createEvent());

    expect(pauses).toEqual([1_000, 2_000]);
    expect(bodies).toEqual([]);
  });

  test.each([
    [createEvent(), 'cdk-ml-jobs:not-started'],
    [updateEvent('arn:old', {}, {}), 'arn:old'],
    [deleteEvent('arn:old'), 'arn:old'],
  ])('fails when the state machine cannot be started within a minute (%#)', async (event, PhysicalResourceId) => {
    sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('not authorized'), { name: 'AccessDenied' }));

    await handle(event);

    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 30_000]);
    expect(bodies).toEqual([
      {
        Status: 'FAILED',
        Reason: 'The state machine could not be started: AccessDenied: not authorized',
        PhysicalResourceId,
        StackId: event.StackId,
        RequestId: event.RequestId,
        LogicalResourceId: 'Compile',
      },
    ]);
  });
});

describe('a tick', () => {
  test('is the next step of the job', async () => {
    expect(await handle(firstTick(createEvent(), clock.now))).toMatchObject({ done: false, progress: { name } });
    expect(log).toEqual([
      {
        step: 'Create',
        RequestId: '6f1c2a',
        LogicalResourceId: 'Compile',
        waitSeconds: 0,
        progress: { name, setbacks: 0 },
        answer: undefined,
      },
    ]);
  });

  test('that comes to an answer only puts it on record; the next one sends it and is done', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const event = createEvent();
    let tick = firstTick(event, clock.now);
    while (!tick.answer) tick = (await handle(tick)) as Tick;
    expect(tick.done).toBe(false);
    expect(bodies).toEqual([]);

    expect(await handle(tick)).toEqual({ ...tick, done: true });
    expect(bodies).toEqual([
      {
        Status: 'SUCCESS',
        PhysicalResourceId: arnOf(name),
        Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
        StackId: event.StackId,
        RequestId: '6f1c2a',
        LogicalResourceId: 'Compile',
      },
    ]);
  });

  test('runs a job from the request to the answer, which is sent once', async () => {
    await run(createEvent());

    expect(bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: arnOf(name) }]);
  });

  test('that sends an answer makes no call of the service, however often it is repeated', async () => {
    const last = await run(createEvent());
    kind.forget(name);
    kind.calls.length = 0;

    await handle({ ...last, done: false });
    await handle({ givenUp: { ...last, done: false, fault: { Error: 'Lambda.Unknown', Cause: 'gone' } } });

    expect(kind.calls).toEqual([]);
    expect(bodies.map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
  });

  test('ends quietly where the response URL has expired', async () => {
    httpStatus = 403;

    expect(await run(createEvent())).toMatchObject({ done: true });
    expect(log).toContainEqual({ answer: 'refused', RequestId: '6f1c2a', LogicalResourceId: 'Compile' });
  });

  test('fails when the answer cannot be delivered now, so that the state machine tries again', async () => {
    httpStatus = 500;

    await expect(run(createEvent())).rejects.toThrow('The response URL answered with HTTP status 500');
  });
});

describe('a tick that the state machine has given up on', () => {
  test('stops the job, and is answered as failed with the fault', async () => {
    let tick = firstTick(createEvent(), clock.now);
    while (!tick.progress.arn) tick = (await handle(tick)) as Tick;
    const fault = { Error: 'Lambda.TooManyRequestsException', Cause: 'Rate exceeded' };

    expect(await handle({ givenUp: { ...tick, fault } })).toMatchObject({ done: true });

    expect(kind.phases).toEqual({ [name]: 'stopping' });
    expect(bodies).toMatchObject([
      {
        Status: 'FAILED',
        Reason: `The function could not be run: Lambda.TooManyRequestsException: Rate exceeded | Job: ${arnOf(name)}`,
        PhysicalResourceId: arnOf(name),
      },
    ]);
  });
});

describe('a kind that the handler does not know', () => {
  const Reason = "The handler knows no kind of job 'Other': it knows Fake";

  test.each<[JobEvent, Partial<Answer>]>([
    [createEvent({ Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'cdk-ml-jobs:not-started' }],
    [updateEvent('arn:old', {}, { Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'arn:old' }],
    [deleteEvent('arn:old', { Kind: 'Other' }), { Status: 'FAILED', Reason, PhysicalResourceId: 'arn:old' }],
  ])('fails, also where its job may run on (%#)', async (event, answer) => {
    await run(event);

    expect(bodies).toMatchObject([answer]);
    expect(kind.calls).toEqual([]);
  });

  test('is deleted where nothing was ever started', async () => {
    await run(deleteEvent('cdk-ml-jobs:not-started', { Kind: 'Other' }));

    expect(bodies).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'cdk-ml-jobs:not-started' }]);
  });

  test('is answered when the state machine gives up, too', async () => {
    await handle({ givenUp: firstTick(createEvent({ Kind: 'Other' }), clock.now) });

    expect(bodies).toMatchObject([{ Status: 'FAILED', Reason }]);
  });
});
