import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties, RESPONSE_URL, resultEvent, updateEvent } from './job-events';
import { specOf } from '../../lambda/job-spec';
import { CALL_WINDOW_MS, LATE_CALL_GRACE_MS, USUAL_DELIVERY_MS, VISIBILITY_GRACE_MS } from '../../lambda/late-calls';
import { firstTick, type ResourceEvent } from '../../lambda/tick';

const A = { Request: { Model: 'a' } };
const B = { Request: { Model: 'b' } };
const UNKNOWN = 'Shop-Compile-1ABCDEF';
const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

let clock: Clock;
let kind: FakeJobKind;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
});

const execution = (event: ResourceEvent) => new Execution(event, kind, clock);
const nameOf = (properties: object) => specOf(kind, createEvent(properties), jobProperties(properties)).nameOf(1);
const secondsOf = async (work: () => Promise<unknown>) => {
  const start = clock.now.getTime();
  await work();
  return (clock.now.getTime() - start) / 1000;
};
/** A request that CloudFormation made some seconds ago. */
const madeBefore = <Event extends ResourceEvent>(event: Event, seconds: number): Event => {
  const time = new Date(clock.now.getTime() - seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
  return { ...event, ResponseURL: `${RESPONSE_URL}&X-Amz-Date=${time}` };
};

describe('a Delete of a job of which nothing is known', () => {
  test('first ends what goes on, and looks for the job until no call of that can have an effect any more', async () => {
    const removal = execution(deleteEvent(UNKNOWN));
    removal.executions.findings.push('others-ended');

    await removal.tick();
    expect(kind.calls).toEqual([]);
    expect(removal.last.progress).toMatchObject({ aloneSince: '2030-01-01T00:00:00.000Z', othersEnded: true });
    expect(await secondsOf(() => removal.toAnswer())).toBe((LATE_CALL_GRACE_MS + VISIBILITY_GRACE_MS) / 1000);
    expect(removal.executions.calls).toEqual(['endOlder', 'endOlder']);
  });

  test('is not answered before it could look, however long that takes', async () => {
    const removal = execution(deleteEvent(UNKNOWN));
    removal.executions.errors.push(...Array.from({ length: 8 }, () => throttled));

    expect(await secondsOf(() => removal.until(() => removal.last.progress.aloneSince !== undefined))).toBeGreaterThan(
      150,
    );
    expect(kind.calls).toEqual([]);
    expect(await secondsOf(() => removal.toAnswer())).toBe(100);
  });

  test('fails where it could not look for as long as CloudFormation waits', async () => {
    const removal = execution(deleteEvent(UNKNOWN));
    removal.executions.errors.push(...Array.from({ length: 1000 }, () => throttled));

    expect(await removal.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason:
        'There was no end to it within the time that CloudFormation allows | Last: ThrottlingException: Rate exceeded',
      PhysicalResourceId: UNKNOWN,
    });
  });

  test('begins again to look out where the second look finds what the first has not: the list was old', async () => {
    const removal = execution(deleteEvent(UNKNOWN));
    removal.executions.findings.push('alone', 'others-ended');

    expect(await secondsOf(() => removal.toAnswer())).toBe(200);
    expect(removal.executions.calls).toEqual(['endOlder', 'endedBefore', 'endOlder', 'endOlder']);
  });

  test('looks for the job once more after the second look', async () => {
    const removal = execution(deleteEvent(UNKNOWN, A));
    await removal.until(() => removal.last.progress.isAloneForCertain === true);
    kind.add(nameOf(A), { seconds: 100_000 });
    await removal.toAnswer();

    expect(kind.phases).toEqual({ [nameOf(A)]: 'stopped' });
  });

  test('ends without an answer where a newer request has come', async () => {
    const removal = execution(deleteEvent(UNKNOWN));
    removal.executions.findings.push('superseded');
    await removal.tick();

    expect(removal.last).toMatchObject({ done: true });
    expect(removal.last).not.toHaveProperty('answer');
  });
});

describe('a rollback', () => {
  const rollback = () => {
    const id = kind.addEnded(nameOf(A), 'completed', {});
    return execution(updateEvent(id, B, A));
  };

  test('ends what the update has begun, and looks out for its job as a Delete does', async () => {
    const back = rollback();
    back.executions.findings.push('others-ended');

    expect(await secondsOf(() => back.toAnswer())).toBe(100);
    expect(back.executions.calls).toEqual(['endOlder', 'endOlder']);
  });

  test('of an update that has been answered looks out for as long as a job may not be shown', async () => {
    expect(await secondsOf(() => rollback().toAnswer())).toBe(VISIBILITY_GRACE_MS / 1000);
  });

  test('stops the job of the update before it waits for anything', async () => {
    const back = rollback();
    back.executions.findings.push('others-ended');
    kind.add(nameOf(B), { seconds: 100_000 });
    await back.until(() => kind.callsOf('stop').length === 1);

    expect(clock.now).toEqual(new Date('2030-01-01T00:00:05Z'));
  });

  test('to other tags sets them when the calls of the update are over', async () => {
    const [old, other] = [{ Request: { Model: 'a', Tags: { a: '1' } } }, { Request: { Model: 'a', Tags: { a: '2' } } }];
    const id = kind.addEnded(nameOf(old), 'completed', { a: '2' });
    const back = execution(updateEvent(id, other, old));
    back.executions.findings.push('others-ended');

    await back.until(() => kind.callsOf('setTags').length === 1);
    expect(clock.now).toEqual(new Date(Date.parse('2030-01-01T00:00:00Z') + LATE_CALL_GRACE_MS));
    expect(await back.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });
});

test.each<[string, () => ResourceEvent]>([
  ['a Create', () => createEvent(A)],
  ['an Update to another job', () => updateEvent(kind.addEnded(nameOf(A), 'completed'), A, B)],
  [
    'an Update that changes neither the job nor its tags',
    () => updateEvent(kind.addEnded(nameOf(A), 'completed'), { ...A, WaitSeconds: '60' }, A),
  ],
  ['a Delete of a job that is known', () => deleteEvent(kind.addEnded(nameOf(A), 'completed'), A)],
  ['a Delete of what was never started', () => deleteEvent('cdk-ml-jobs:not-started', A)],
])('%s takes nothing back, and looks for no others', async (_, event) => {
  const operation = execution(event());

  expect(await operation.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  expect(operation.executions.calls).toEqual([]);
});

describe('where the request before has come to its own end', () => {
  /** The end of an update from A to B: what its execution says of itself, and how long ago it was. */
  const ended = (
    isSettled: boolean | undefined,
    secondsAgo: number,
    event: ResourceEvent = updateEvent('x', A, B),
  ) => ({
    tick: { ...firstTick(event, clock.now), isSettled, done: true },
    endedAt: new Date(clock.now.getTime() - secondsAgo * 1000),
  });
  const rollback = () => execution(updateEvent(kind.addEnded(nameOf(A), 'completed', {}), B, A));

  test.each([
    ['has left nothing', true, 1, 5],
    ['says nothing of what it has left', undefined, 1, 60],
    ['may have left something', false, 1, 60],
    ['ended so long ago that another may have come since', true, 30, 60],
  ] as const)('and %s, a rollback takes as long as that needs', async (_, isSettled, ago, seconds) => {
    const back = rollback();
    back.executions.before = ended(isSettled, ago);

    expect(await secondsOf(() => back.toAnswer())).toBe(seconds);
    expect(back.executions.calls).toEqual(['endOlder', 'endedBefore', 'endOlder']);
  });

  test('its age counts from when the next request was made, however late that comes', async () => {
    const event = madeBefore(updateEvent(kind.addEnded(nameOf(A), 'completed', {}), B, A), 25);
    const back = execution(event);
    back.executions.before = ended(true, 27);

    expect(await secondsOf(() => back.toAnswer())).toBe(5);
  });

  test('a Delete of a job of which nothing is known is as quick', async () => {
    const removal = execution(deleteEvent(UNKNOWN, A));
    removal.executions.before = ended(true, 1, createEvent(A));

    expect(await secondsOf(() => removal.toAnswer())).toBe(5);
  });

  test('its job is looked for all the same, and stopped', async () => {
    const back = rollback();
    kind.add(nameOf(B), { seconds: 100_000, stopSeconds: 20 });
    back.executions.before = ended(true, 1);

    expect((await back.toAnswer()).Status).toBe('SUCCESS');
    expect(kind.phases[nameOf(B)]).toBe('stopped');
  });

  test('and the second look finds another that goes on, that is looked out for as ever', async () => {
    const back = rollback();
    back.executions.before = ended(true, 1);
    back.executions.findings.push('alone', 'others-ended');

    expect(await secondsOf(() => back.toAnswer())).toBe(5 + 100);
  });

  test('and cannot be looked up, a rollback takes its time', async () => {
    const back = rollback();
    back.executions.before = ended(true, 1);
    jest.spyOn(back.executions, 'endedBefore').mockRejectedValue(throttled);

    expect(await secondsOf(() => back.toAnswer())).toBe(60);
  });

  test('and it was one for a result, that says nothing of a job', async () => {
    const back = rollback();
    back.executions.before = ended(true, 1, resultEvent());

    expect(await secondsOf(() => back.toAnswer())).toBe(60);
  });
});

test.each<[string, (name: string) => Promise<unknown> | void, boolean | undefined]>([
  ['has completed', () => {}, true],
  ['has failed', () => void (kind.run = { ...kind.run, end: 'failed', reason: 'no' }), true],
  ['was never taken', () => kind.fail('create', new ServiceError('refused', 'wrong')), true],
  ['may have been taken', () => kind.lose('create', new TypeError('no JSON')), undefined],
])('the last tick of an update whose job %s says so', async (_, prepare, isSettled) => {
  await prepare(nameOf(B));
  const update = execution(updateEvent(kind.addEnded(nameOf(A), 'completed', {}), A, B));
  await update.toAnswer();

  expect(update.last.isSettled).toBe(isSettled);
});

test('the last tick of an update that is refused after a call whose answer was lost promises nothing', async () => {
  kind.fail('create', new ServiceError('busy', 'no answer'));
  kind.fail('create', new ServiceError('refused', 'wrong'));
  const update = execution(updateEvent(kind.addEnded(nameOf(A), 'completed', {}), A, B));

  expect((await update.toAnswer()).Status).toBe('FAILED');
  expect(update.last.isSettled).toBeUndefined();
});

test('the last tick of an update whose job nobody waits for promises nothing while it runs', async () => {
  const wait = { WaitForCompletion: 'false' } as const;
  const update = execution(updateEvent(kind.addEnded(nameOf(A), 'completed', {}), A, { ...B, ...wait }));

  expect((await update.toAnswer()).Status).toBe('SUCCESS');
  expect(update.last.isSettled).toBeUndefined();
});

describe('a request that was held up', () => {
  const seconds = USUAL_DELIVERY_MS / 1000;

  test('does nothing where a newer one has come since', async () => {
    const late = execution(madeBefore(createEvent(A), seconds));
    late.executions.hasNewer = true;
    await late.tick();

    expect(late.last).toMatchObject({ done: true });
    expect(late.last).not.toHaveProperty('answer');
    expect(kind.calls).toEqual([]);
  });

  test('looks once, and goes on where none has come', async () => {
    const late = execution(madeBefore(createEvent(A), seconds));

    expect(await late.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
    expect(late.executions.calls).toEqual(['isSuperseded']);
  });

  test('is one that took longer than usual', async () => {
    const usual = execution(madeBefore(createEvent(A), seconds - 1));
    await usual.toAnswer();

    expect(usual.executions.calls).toEqual([]);
  });

  test('has its execution in the list before a newer one looks for the last time', () => {
    expect(USUAL_DELIVERY_MS).toBeLessThan(VISIBILITY_GRACE_MS);
  });
});

describe('a tick that is late', () => {
  test.each([
    [CALL_WINDOW_MS / 1000 - 1, 1],
    [CALL_WINDOW_MS / 1000, 0],
  ])('by %i seconds makes %i Create calls', async (late, calls) => {
    const creation = execution(createEvent(A));
    await creation.until(() => creation.last.progress.name !== undefined);
    clock.advance(late);
    await creation.tick();

    expect(kind.callsOf('create')).toHaveLength(calls);
    expect(await creation.toAnswer()).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: arnOf(nameOf(A)) });
  });

  test('because a call takes long makes no Create call: the tick after it does', async () => {
    const creation = execution(createEvent(A));
    await creation.until(() => creation.last.progress.name !== undefined);
    const find = jest.spyOn(kind, 'find').mockImplementationOnce(async () => {
      clock.advance(CALL_WINDOW_MS / 1000);
      return undefined;
    });
    await creation.tick();

    expect(find).toHaveBeenCalledTimes(1);
    expect(kind.callsOf('create')).toEqual([]);
    expect(creation.last).toMatchObject({ waitSeconds: 0, dueAt: clock.now.toISOString() });
  });

  test('keeps what it knows of setbacks', async () => {
    const creation = execution(createEvent(A));
    await creation.until(() => creation.last.progress.name !== undefined);
    kind.quota = 0;
    await creation.tick();
    clock.advance(CALL_WINDOW_MS / 1000);
    const { setbacks, setback } = creation.last.progress;
    await creation.tick();

    expect(creation.last.progress).toMatchObject({ setbacks, setback });
    expect(setbacks).toBe(1);
  });
});
