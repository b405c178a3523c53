import { arnOf } from './fake-job-kind';
import { createEvent, longWait, updateEvent } from './job-events';
import { HOUR, LongJobWorld } from './long-job-world';
import type { JobEvent } from '../../lambda/tick';

const DUE = 3300 + 11.5 * HOUR;

let world: LongJobWorld;

beforeEach(() => {
  world = new LongJobWorld();
});

/** The pauses between signals to one condition, in seconds. */
const pausesOf = (condition: string) => {
  const times = world.conditions.signals.filter((signal) => signal.condition === condition).map(({ at }) => at);
  return times.slice(1).map((time, index) => time - times[index]);
};

describe('while the job runs', () => {
  test('nothing is signalled before half an hour of a condition is left', async () => {
    const request = await world.answered();
    await request.until(() => world.seconds >= DUE);
    expect(world.conditions.signals).toEqual([]);

    await request.until(() => world.conditions.signals.length > 0);
    expect(world.conditions.signals).toMatchObject([{ condition: 'Condition1', at: DUE }]);
  });

  test('only the first condition is signalled', async () => {
    const request = await world.answered();
    world.conditions.statuses.set('Condition1', undefined);
    await request.until(() => world.seconds >= DUE + 600);

    expect(new Set(world.conditions.signals.map(({ condition }) => condition))).toEqual(new Set(['Condition1']));
  });

  test('a condition that is not there is tried after 5, 10, 20, 40 and then every 60 seconds', async () => {
    const request = await world.answered(undefined, () => 0);
    world.conditions.statuses.set('Condition1', undefined);
    await request.until(() => world.seconds >= DUE + 300);

    expect(pausesOf('Condition1').slice(0, 6)).toEqual([10, 20, 40, 60, 60, 60]);
  });

  test('each signal comes after a look at the job', async () => {
    const request = await world.answered();
    world.conditions.statuses.set('Condition1', undefined);
    await request.until(() => world.conditions.signals.length === 1);
    for (let count = 2; count < 10; count++) {
      const looks = world.kind.callsOf('describe').length;
      await request.until(() => world.conditions.signals.length === count);
      expect(world.kind.callsOf('describe').length).toBeGreaterThan(looks);
    }
  });

  test('a condition that has failed is signalled where it is tried again, though its time was over', async () => {
    const request = await world.answered();
    world.conditions.statuses.set('Condition1', 'CREATE_FAILED');
    await request.until(() => world.seconds >= 14 * HOUR);
    world.conditions.statuses.set('Condition1', 'CREATE_IN_PROGRESS');
    const before = world.conditions.signals.length;
    await request.until(() => world.conditions.signals.length > before);

    expect(world.conditions.signals.at(-1)).toMatchObject({
      condition: 'Condition1',
      at: DUE + 12 * HOUR,
      isTaken: true,
    });
  });

  test('signals that nobody takes neither come more often than looks after half an hour, nor stop the job', async () => {
    world.kind.run = { ...world.kind.run, seconds: 150 * HOUR };
    const request = await world.answered(createEvent(longWait(168)));
    for (const id of longWait(168).WaitConditions!) world.conditions.statuses.set(id, undefined);
    await request.toEnd();

    expect(world.conditions.signals.filter(({ at }) => at < DUE + HOUR).length).toBeGreaterThan(8);
    expect(request.tick.count).toBeLessThan(1500);
    expect(world.kind.callsOf('stop')).toEqual([]);
  });

  test('behind a condition that was let go before the request, the next one is signalled before its time is over', async () => {
    const request = await world.answered();
    world.conditions.statuses.set('Condition1', 'CREATE_COMPLETE');
    world.conditions.statuses.set('Condition2', 'CREATE_IN_PROGRESS');
    await request.until(() => world.conditions.signals.length === 2);

    expect(world.conditions.signals).toMatchObject([{ condition: 'Condition1', at: DUE }, { condition: 'Condition2' }]);
    // two have to carry what three would have carried
    expect(world.seconds).toBe(3300 + 12 * HOUR - 300);
  });
});

describe('when the job has ended', () => {
  beforeEach(() => {
    world.kind.run = { ...world.kind.run, seconds: 2 * HOUR };
  });

  test('every condition that is left is signalled in its turn, and the execution ends with the last', async () => {
    const request = await world.answered();
    await request.toEnd();

    const taken = world.conditions.signals.filter(({ isTaken }) => isTaken);
    expect(taken.map(({ condition }) => condition)).toEqual(['Condition1', 'Condition2', 'Condition3']);
    expect(request.run.status).toBe('SUCCEEDED');
    expect(request.log.at(-1)?.message).toMatch(/; no wait condition is left, and its execution ends$/);
  });

  test('a round ends after three world.conditions that are not there', async () => {
    const request = await world.answered(createEvent(longWait(72)));
    for (const id of ['Condition1', 'Condition2', 'Condition3', 'Condition4']) {
      world.conditions.statuses.set(id, undefined);
    }
    await request.until(() => world.conditions.signals.length === 9);

    const round = ['Condition1', 'Condition2', 'Condition3'];
    expect(world.conditions.signals.map(({ condition }) => condition)).toEqual([...round, ...round, ...round]);
  });

  test('one that holds its signal back holds up no other', async () => {
    const request = await world.answered();
    world.conditions.statuses.set('Condition1', undefined);
    world.conditions.statuses.set('Condition2', 'CREATE_IN_PROGRESS');
    await request.until(() =>
      world.conditions.signals.some(({ condition, isTaken }) => condition === 'Condition2' && isTaken),
    );

    expect(world.conditions.statusOf('Condition1')).toBeUndefined();
  });

  test('early signals that have no effect are made up for', async () => {
    const request = world.ask();
    world.conditions.ignoresEarlySignals = true;
    world.conditions.secondsBetween = 30;
    await request.toEnd();

    expect(world.conditions.areComplete).toBe(true);
    expect(world.seconds).toBeLessThanOrEqual(2 * HOUR + 600);
  });

  test('conditions that take signals, and cannot be looked at, are let go for all that can be known', async () => {
    const request = world.ask();
    world.conditions.isSightDenied = true;
    await request.toEnd();

    expect(world.conditions.areComplete).toBe(true);
    expect(world.seconds).toBeLessThanOrEqual(3 * HOUR);
  });

  test('it is signalled for an hour, and no longer', async () => {
    const request = world.ask();
    world.conditions.isSignalDenied = true;
    await request.toEnd();

    const [first] = world.conditions.signals;
    expect(first.at).toBeLessThanOrEqual(2 * HOUR + 300);
    expect(world.seconds - first.at).toBeGreaterThanOrEqual(HOUR);
    expect(world.seconds - first.at).toBeLessThanOrEqual(HOUR + 60);
    expect(request.log.at(-1)).toMatchObject({
      level: 'WARN',
      message: expect.stringMatching(
        /; its execution ends, and leaves wait conditions: Condition1, Condition2, Condition3$/,
      ),
    });
  });

  test('a condition that is deleted may be made again, and is signalled then', async () => {
    const request = await world.answered();
    world.conditions.statuses.set('Condition1', 'DELETE_COMPLETE');
    await request.until(() => world.seconds > 2.5 * HOUR);
    world.conditions.statuses.delete('Condition1');
    await request.toEnd();

    expect(world.conditions.areComplete).toBe(true);
  });

  test('tags are left as they are: they were set before the answer', async () => {
    const id = world.kind.add(world.name, { seconds: 2 * HOUR }, { team: 'vision', old: '1' });
    const tagged = { ...longWait(36), Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'audio' } } };
    const request = await world.answered(updateEvent(id, { ...longWait(36) }, tagged));
    expect([world.seconds, world.kind.tags(world.name).team]).toEqual([0, 'audio']);
    world.kind.calls.length = 0;
    await request.toEnd();

    expect(new Set(world.kind.calls.map(([call]) => call))).toEqual(new Set(['describe']));
  });
});

describe('a job that is gone', () => {
  test.each<[string, () => JobEvent]>([
    ['was made for the request', () => createEvent(longWait(36))],
    [
      'was there before the request',
      () => {
        world.kind.add(world.name, {}, { team: 'vision' });
        return createEvent(longWait(36));
      },
    ],
    [
      'stays in an Update',
      () => updateEvent(world.kind.add(world.name, {}, { team: 'vision' }), longWait(36), longWait(36)),
    ],
    [
      'stays under its world.name in an Update',
      () => {
        world.kind.add(world.name, {}, { team: 'vision' });
        return updateEvent(world.name, longWait(36), longWait(36));
      },
    ],
  ])('ends its execution, which signals nothing and makes no other: one that %s', async (_, eventOf) => {
    const request = await world.answered(eventOf());
    const creations = world.kind.callsOf('create').length;
    world.kind.forget(world.name);
    await request.toEnd();

    expect(request.run.status).toBe('SUCCEEDED');
    expect(world.conditions.signals).toEqual([]);
    expect(world.kind.callsOf('create')).toHaveLength(creations);
    expect(request.answers).toHaveLength(1);
    expect(world.seconds).toBeLessThanOrEqual(4 * HOUR);
  });
});

test('a job that is held by its ARN is followed under it', async () => {
  const id = world.kind.add(world.name, {}, { team: 'vision' });
  const request = await world.answered(updateEvent(id, longWait(36), longWait(36)));

  expect(request.answers).toMatchObject([{ PhysicalResourceId: arnOf(world.name), Data: { Name: world.name } }]);
  await request.toEnd();
  expect(world.conditions.areComplete).toBe(true);
});
