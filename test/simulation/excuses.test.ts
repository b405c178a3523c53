import { Excuses, hasMet } from '../../simulation/excuses';

const clock = { now: 0 };
const request = (id: string, sentAt: number, timeoutSeconds = 3600) => ({ id, sentAt: sentAt * 1000, timeoutSeconds });
let excuses: Excuses;

beforeEach(() => {
  clock.now = 100_000;
  excuses = new Excuses(clock);
});

test('a fault that does no harm excuses nothing', () => {
  excuses.add('lost', 'r1');
  excuses.add('interrupt', 'r1');

  expect(excuses.isHarmed(request('r1', 90))).toBe(false);
  expect(excuses.isSilenced(request('r1', 90))).toBe(false);
});

test('a fault that meets one request excuses that one only', () => {
  excuses.add('gone', 'r1');

  expect(['r1', 'r2'].map((id) => excuses.isHarmed(request(id, 90)))).toEqual([true, false]);
  expect(['r1', 'r2'].map((id) => excuses.isSilenced(request(id, 90)))).toEqual([true, false]);
});

test('a fault that goes on excuses the requests that were made before it is over', () => {
  excuses.add('outage', 'r1');

  expect(excuses.isHarmed(request('r2', 699))).toBe(true);
  expect(excuses.isHarmed(request('r2', 700))).toBe(false);
});

test('a request that has time left when a fault is over must be answered', () => {
  excuses.add('outage', 'r1');

  expect(excuses.isSilenced(request('r1', 90, 700))).toBe(true);
  expect(excuses.isSilenced(request('r1', 90, 800))).toBe(false);
});

test('harm is no excuse for silence', () => {
  excuses.add('denied-long', 'r1');

  expect(excuses.isHarmed(request('r1', 90))).toBe(true);
  expect(excuses.isSilenced(request('r1', 90, 60))).toBe(false);
});

test('what is denied to a function for long is lost when it has crashed twice besides', () => {
  excuses.add('denied-long', 'r1');
  excuses.add('crash-late', 'r2');
  expect(excuses.isWornOut(request('r2', 90))).toBe(false);
  excuses.add('crash-after', 'r2');
  expect(['r1', 'r2'].map((id) => excuses.isWornOut(request(id, 90)))).toEqual([false, true]);
  // an execution that has begun must come to its answer
  expect(excuses.isSilenced(request('r2', 90))).toBe(false);
});

test('what is denied to two runs of a function for long is lost when the third crashes', () => {
  excuses.add('denied-long', 'r1');
  excuses.add('crash-late', 'r2');
  excuses.add('denied-long', 'r2');
  expect(['r1', 'r2'].map((id) => excuses.isWornOut(request(id, 90)))).toEqual([false, true]);
});

test('a request for which something goes on too long may fail, and the stack with it', () => {
  expect(excuses.isAnyOvertaxed).toBe(false);
  excuses.overtax('r1');

  expect(excuses.isAnyOvertaxed).toBe(true);
  expect(['r1', 'r2'].map((id) => excuses.isHarmed(request(id, 90)))).toEqual([true, false]);
});

describe('what later judgments may be milder for', () => {
  const open = (id: string) => request(id, 90);

  test('is nothing where no fault does harm', () => {
    excuses.add('lost', 'r1');
    excuses.add('crash-late', 'r1');

    expect(excuses.leftFor([open('r1')])).toEqual([]);
  });

  test('is the harm to requests, what goes on, and for how long', () => {
    excuses.add('outage', 'r1');
    clock.now += 1000;

    expect(excuses.leftFor([open('r1')])).toEqual(['r1 is harmed', 'outage goes on for 599000 ms']);
    clock.now += 599_000;
    expect(excuses.leftFor([open('r1'), request('r2', 700)])).toEqual(['r1 is harmed']);
  });

  test('is the silence of requests that are open', () => {
    excuses.add('gone', 'r1');

    expect(excuses.leftFor([open('r1')])).toEqual(['r1 is harmed', 'r1 is silenced']);
    expect(excuses.leftFor([{ ...open('r1'), outcome: 'success' }])).toEqual(['r1 is harmed']);
  });

  test('is what has gone on too long, and crashes that are nearly too many', () => {
    excuses.overtax('r1');
    excuses.add('crash-late', 'r1');
    excuses.add('crash-after', 'r1');

    expect(excuses.leftFor([open('r1')])).toEqual(['r1 is harmed', 'r1 is overtaxed', 'r1 has crashed 2 times']);
  });
});

test('remembers which faults there were', () => {
  const plan = { met: [{ point: 3, fault: 'stale' as const }] };

  expect(hasMet(plan, 'hidden', 'stale')).toBe(true);
  expect(hasMet(plan, 'hidden')).toBe(false);
});
