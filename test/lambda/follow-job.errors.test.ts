import { ServiceError } from './fake-job-kind';
import { createEvent, longWait, updateEvent } from './job-events';
import { HOUR, LongJobWorld } from './long-job-world';
import { PlayedRequest } from './played-request';

const denied = new ServiceError('denied', 'not authorized');

let world: LongJobWorld;

beforeEach(() => {
  world = new LongJobWorld();
});

describe('an error after the answer', () => {
  test('answers nothing and signals nothing, however long it lasts, and is over when it is over', async () => {
    const request = await world.answered();
    world.kind.fail('describe', denied, 300);
    await request.until(() => world.kind.callsOf('describe').length > 200);
    expect([world.conditions.signals, request.answers.length]).toEqual([[], 1]);

    await request.toEnd();
    expect(request.answers).toHaveLength(1);
    expect(request.run.status).toBe('SUCCEEDED');
  });

  test('that is for good ends the execution two hours after the deadline, without a signal', async () => {
    const request = await world.answered();
    world.kind.fail('describe', denied, Infinity);
    await request.toEnd();

    expect([world.conditions.signals, request.answers.length]).toEqual([[], 1]);
    expect(world.seconds).toBeGreaterThanOrEqual(38 * HOUR);
    expect(world.seconds).toBeLessThanOrEqual(38 * HOUR + 300);
  });

  test('is tried again with doubling pauses', async () => {
    const id = world.kind.add(world.name, {}, { team: 'vision' });
    const request = await world.answered(updateEvent(id, longWait(36), longWait(36)), () => 0);
    const before = world.kind.callsOf('describe').length;
    world.kind.fail('describe', new ServiceError('busy', 'slow down'), 3);
    const times: number[] = [];
    for (let count = before + 1; count <= before + 4; count++) {
      await request.until(() => world.kind.callsOf('describe').length === count);
      times.push(world.seconds);
    }

    expect(times.slice(1).map((time, index) => time - times[index])).toEqual([5, 8, 16]);
  });

  test('leaves the time of no condition unused, however long the pauses of a long wait are', async () => {
    world.kind.run = { ...world.kind.run, seconds: 600 * HOUR };
    const request = await world.answered(createEvent(longWait(672)));
    await request.until(() => world.seconds >= 3300 + 11.5 * HOUR);
    world.kind.fail('describe', new ServiceError('busy', 'slow down'), 3);
    await request.until(() => world.conditions.signals.length > 0);

    expect(world.conditions.signals).toMatchObject([{ condition: 'Condition1', isTaken: true }]);
  });

  test('of the Stop call does not keep the job from being stopped', async () => {
    world.kind.run = { ...world.kind.run, seconds: 1000 * HOUR };
    const request = await world.answered();
    world.kind.fail('stop', denied, 5);
    await request.toEnd();

    expect(world.kind.phases).toEqual({ [world.name]: 'stopped' });
    expect(world.conditions.areComplete).toBe(true);
  });
});

describe('the execution', () => {
  test('ends where the function could not be run for six hours, without another answer, or a signal', async () => {
    const request = await world.answered();
    request.isOutOfOrder = true;
    await request.until(() => world.seconds >= 3300 + 5.9 * HOUR);
    await request.toEnd();

    expect(world.seconds).toBeLessThanOrEqual(3300 + 6.2 * HOUR);
    expect(request.run.status).toBe('FAILED');
    expect([world.conditions.signals, request.answers.length]).toEqual([[], 1]);
  });

  test('goes on where the function can be run again before that', async () => {
    const request = await world.answered();
    request.isOutOfOrder = true;
    await request.until(() => world.seconds >= 3300 + 5 * HOUR);
    request.isOutOfOrder = false;
    await request.toEnd();

    expect(world.conditions.areComplete).toBe(true);
  });

  test('stops a job that has come to 1,600 looks, and tells everybody', async () => {
    const request = await world.answered();
    await request.until(() => 'conditions' in request.tick);
    const { tick } = request;
    const late = new PlayedRequest(tick.event, world, { ...tick, count: 1600 });
    await late.toEnd();

    expect(world.kind.callsOf('stop')).toEqual([[world.name]]);
    expect(world.conditions.areComplete).toBe(true);
    expect(world.conditions.signals.every(({ uniqueId }) => uniqueId.startsWith('Stopped-'))).toBe(true);
  });
});

describe('whichever call after the answer a fault hits, before or after its effect', () => {
  const play = async (inject: (answeredAfter: number) => void) => {
    world = new LongJobWorld();
    world.kind.run = { seconds: 100 * HOUR, end: 'completed', stopSeconds: 60 };
    const request = await world.answered(createEvent(longWait(1)));
    const { length } = world.kind.calls;
    inject(length);
    await request.toEnd();
    return { request, calls: world.kind.calls.length - length };
  };

  test.each(['busy', 'denied', 'refused', 'unknown', 'not-found', 'lost'] as const)(
    'the job is stopped at its deadline, every condition let go, and nothing answered twice: %s',
    async (fault) => {
      const { calls } = await play(() => {});
      expect(calls).toBeGreaterThan(5);
      for (let call = 1; call <= calls; call++) {
        const { request } = await play((before) =>
          fault === 'lost'
            ? world.kind.lose(before + call)
            : world.kind.fail(before + call, new ServiceError(fault, 'no')),
        );

        expect({ call, phase: world.kind.phases[world.name], status: request.run.status }).toEqual({
          call,
          phase: 'stopped',
          status: 'SUCCEEDED',
        });
        expect(world.conditions.areComplete).toBe(true);
        expect(request.answers).toHaveLength(1);
        expect(world.kind.callsOf('create')).toHaveLength(1);
      }
    },
  );
});
