import { VirtualTimers } from '../../../rehearsal/lambda/virtual-timers';

let now: number;
let timers: VirtualTimers;
let fired: string[];

beforeEach(() => {
  now = 1_000;
  fired = [];
  timers = new VirtualTimers(() => now);
});

function set(name: string, ms?: number) {
  return timers.setTimeout((text) => fired.push(String(text)), ms, name);
}

function passUntil(moment: number): string[] {
  now = moment;
  timers.fireDue();
  return fired;
}

test('timers go off when their time has come, the earliest first', () => {
  set('late', 500);
  set('early', 100);
  expect(timers.nextDue).toBe(1_100);
  expect(passUntil(1_099)).toEqual([]);
  expect(passUntil(2_000)).toEqual(['early', 'late']);
  expect(timers.nextDue).toBeUndefined();
});

test.each([0, -1, NaN, 2 ** 31, undefined])('a delay of %s is one of a millisecond, as in Node.js', (ms) => {
  set('soon', ms);
  expect(timers.nextDue).toBe(1_001);
});

test('one that has been cleared, also by another one, does not go off', () => {
  const second = set('second', 20);
  timers.setTimeout(() => timers.clearTimeout(second), 10);
  timers.clearTimeout(undefined);
  expect(passUntil(1_100)).toEqual([]);
});

test('nobody waits for one without a reference, which goes off all the same', () => {
  const timeout = set('in the background', 10).unref();
  expect([timeout.hasRef(), timers.nextDue]).toEqual([false, undefined]);
  expect(passUntil(1_010)).toEqual(['in the background']);
  expect(set('waited for', 10).unref().ref().hasRef()).toBe(true);
});

test('one can begin anew, or be closed', () => {
  const timeout = set('again', 100);
  now = 1_050;
  timeout.refresh();
  expect(timers.nextDue).toBe(1_150);
  timeout.close();
  expect(passUntil(2_000)).toEqual([]);
});
