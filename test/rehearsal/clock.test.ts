import { dateClass, VirtualClock } from '../../rehearsal/clock';

const START = Date.UTC(2026, 0, 1);

test('time stands still while nobody waits', async () => {
  const clock = new VirtualClock({ startTime: START });
  const fired = jest.fn();
  clock.setTimeout(fired, 1);
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(fired).not.toHaveBeenCalled();
  expect(clock.now()).toBe(START);
});

test('jumps from timer to timer, in the order in which they are due and were set', async () => {
  const clock = new VirtualClock({ startTime: START });
  const order: string[] = [];
  clock.setTimeout(() => order.push('late'), 3_600_000);
  clock.setTimeout((name: unknown) => order.push(String(name)), 10, 'first');
  clock.setTimeout(() => order.push('second'), 10);
  await clock.advance(3_600_000);
  expect(order).toEqual(['first', 'second', 'late']);
  expect(clock.now()).toBe(START + 3_600_000);
});

test('a cleared timer does not go off', async () => {
  const clock = new VirtualClock();
  const fired = jest.fn();
  clock.clearTimeout(clock.setTimeout(fired, 10));
  await clock.advance(20);
  expect(fired).not.toHaveBeenCalled();
});

test('time stands still while work is under way', async () => {
  const clock = new VirtualClock({ startTime: START });
  const ends: number[] = [];
  const waiting = clock.advance(1000);
  await clock.busy(async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    ends.push(clock.now());
  });
  await waiting;
  expect(ends).toEqual([START]);
  expect(clock.now()).toBe(START + 1000);
});

test('while work pauses, time passes; afterwards it stands still again', async () => {
  const clock = new VirtualClock({ startTime: START });
  const waiting = clock.advance(2000);
  const [paused, worked] = await clock.busy(async () => {
    await clock.pause(500);
    const now = clock.now();
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    return [now - START, clock.now() - START];
  });
  await waiting;
  expect([paused, worked, clock.now() - START]).toEqual([500, 500, 2000]);
});

test('what a timer sets off gets its turn before the next one', async () => {
  const clock = new VirtualClock({ startTime: START });
  const seen: [string, number][] = [];
  clock.setTimeout(() => {
    void clock.sleep(5).then(() => seen.push(['inner', clock.now() - START]));
  }, 10);
  clock.setTimeout(() => seen.push(['outer', clock.now() - START]), 20);
  await clock.advance(30);
  expect(seen).toEqual([
    ['inner', 15],
    ['outer', 20],
  ]);
});

test('a speed makes the jumps take real time', async () => {
  const clock = new VirtualClock({ speed: 1000 });
  const before = performance.now();
  await clock.advance(50_000);
  expect(performance.now() - before).toBeGreaterThanOrEqual(45);
});

test('fails when the speed is not above 0', () => {
  expect(() => new VirtualClock({ speed: 0 })).toThrow('speed: 0 must be a number above 0, or Infinity');
});

test('stop forgets all timers', async () => {
  const clock = new VirtualClock();
  const fired = jest.fn();
  clock.setTimeout(fired, 1);
  clock.stop();
  await clock.advance(10);
  expect(fired).not.toHaveBeenCalled();
});

test('a date class has the given now and is otherwise a Date', () => {
  const VirtualDate = dateClass(() => START);
  expect(VirtualDate.now()).toBe(START);
  expect(new VirtualDate().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  expect(new VirtualDate('2020-02-03').getUTCFullYear()).toBe(2020);
  expect(new VirtualDate()).toBeInstanceOf(Date);
});
