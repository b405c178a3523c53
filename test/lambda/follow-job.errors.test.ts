import { FakeConditions } from './fake-conditions';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, jobProperties, longWait, updateEvent } from './job-events';
import { PlayedRequest } from './played-request';
import { specOf } from '../../lambda/job-spec';
import type { Random } from '../../lambda/pace';
import type { JobEvent } from '../../lambda/tick';

const HOUR = 3600;
const denied = new ServiceError('denied', 'not authorized');

let clock: Clock;
let kind: FakeJobKind;
let name: string;
let conditions: FakeConditions;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  kind.run = { ...kind.run, seconds: 30 * HOUR };
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

const seconds = () => conditions.seconds;

function ask(event: JobEvent = createEvent(longWait(36)), random?: Random): PlayedRequest {
  conditions = new FakeConditions(event.ResourceProperties.WaitConditions!, clock);
  return new PlayedRequest(event, { kind, clock, conditions, random });
}

/** A request that has been answered, for a job that runs. */
async function answered(event?: JobEvent, random?: Random): Promise<PlayedRequest> {
  const request = ask(event, random);
  await request.toAnswer();
  return request;
}

describe('an error after the answer', () => {
  test('answers nothing and signals nothing, however long it lasts, and is over when it is over', async () => {
    const request = await answered();
    kind.fail('describe', denied, 300);
    await request.until(() => kind.callsOf('describe').length > 200);
    expect([conditions.signals, request.answers.length]).toEqual([[], 1]);

    await request.toEnd();
    expect(request.answers).toHaveLength(1);
    expect(request.run.status).toBe('SUCCEEDED');
  });

  test('that is for good ends the execution two hours after the deadline, without a signal', async () => {
    const request = await answered();
    kind.fail('describe', denied, Infinity);
    await request.toEnd();

    expect([conditions.signals, request.answers.length]).toEqual([[], 1]);
    expect(seconds()).toBeGreaterThanOrEqual(38 * HOUR);
    expect(seconds()).toBeLessThanOrEqual(38 * HOUR + 300);
  });

  test('is tried again with doubling pauses', async () => {
    const id = kind.add(name, {}, { team: 'vision' });
    const request = await answered(updateEvent(id, longWait(36), longWait(36)), () => 0);
    const before = kind.callsOf('describe').length;
    kind.fail('describe', new ServiceError('busy', 'slow down'), 3);
    const times: number[] = [];
    for (let count = before + 1; count <= before + 4; count++) {
      await request.until(() => kind.callsOf('describe').length === count);
      times.push(seconds());
    }

    expect(times.slice(1).map((time, index) => time - times[index])).toEqual([5, 8, 16]);
  });

  test('leaves the time of no condition unused, however long the pauses of a long wait are', async () => {
    kind.run = { ...kind.run, seconds: 600 * HOUR };
    const request = await answered(createEvent(longWait(672)));
    await request.until(() => seconds() >= 3300 + 11.5 * HOUR);
    kind.fail('describe', new ServiceError('busy', 'slow down'), 3);
    await request.until(() => conditions.signals.length > 0);

    expect(conditions.signals).toMatchObject([{ condition: 'Condition1', isTaken: true }]);
  });

  test('of the Stop call does not keep the job from being stopped', async () => {
    kind.run = { ...kind.run, seconds: 1000 * HOUR };
    const request = await answered();
    kind.fail('stop', denied, 5);
    await request.toEnd();

    expect(kind.phases).toEqual({ [name]: 'stopped' });
    expect(conditions.areComplete).toBe(true);
  });
});

describe('the execution', () => {
  test('ends where the function could not be run for six hours, without another answer, or a signal', async () => {
    const request = await answered();
    request.isOutOfOrder = true;
    await request.until(() => seconds() >= 3300 + 5.9 * HOUR);
    await request.toEnd();

    expect(seconds()).toBeLessThanOrEqual(3300 + 6.2 * HOUR);
    expect(request.run.status).toBe('FAILED');
    expect([conditions.signals, request.answers.length]).toEqual([[], 1]);
  });

  test('goes on where the function can be run again before that', async () => {
    const request = await answered();
    request.isOutOfOrder = true;
    await request.until(() => seconds() >= 3300 + 5 * HOUR);
    request.isOutOfOrder = false;
    await request.toEnd();

    expect(conditions.areComplete).toBe(true);
  });

  test('stops a job that has come to 1,600 looks, and tells everybody', async () => {
    const request = await answered();
    await request.until(() => 'conditions' in request.tick);
    const { tick } = request;
    const late = new PlayedRequest(tick.event, { kind, clock, conditions }, { ...tick, count: 1600 });
    await late.toEnd();

    expect(kind.callsOf('stop')).toEqual([[name]]);
    expect(conditions.areComplete).toBe(true);
    expect(conditions.signals.every(({ uniqueId }) => uniqueId.startsWith('Stopped-'))).toBe(true);
  });
});

describe('whichever call after the answer a fault hits, before or after its effect', () => {
  const play = async (inject: (answeredAfter: number) => void) => {
    clock = new Clock();
    kind = new FakeJobKind(clock);
    kind.run = { seconds: 100 * HOUR, end: 'completed', stopSeconds: 60 };
    const request = await answered(createEvent(longWait(1)));
    const { length } = kind.calls;
    inject(length);
    await request.toEnd();
    return { request, calls: kind.calls.length - length };
  };

  test.each(['busy', 'denied', 'refused', 'unknown', 'not-found', 'lost'] as const)(
    'the job is stopped at its deadline, every condition let go, and nothing answered twice: %s',
    async (fault) => {
      const { calls } = await play(() => {});
      expect(calls).toBeGreaterThan(5);
      for (let call = 1; call <= calls; call++) {
        const { request } = await play((before) =>
          fault === 'lost' ? kind.lose(before + call) : kind.fail(before + call, new ServiceError(fault, 'no')),
        );

        expect({ call, phase: kind.phases[name], status: request.run.status }).toEqual({
          call,
          phase: 'stopped',
          status: 'SUCCEEDED',
        });
        expect(conditions.areComplete).toBe(true);
        expect(request.answers).toHaveLength(1);
        expect(kind.callsOf('create')).toHaveLength(1);
      }
    },
  );
});
