import { InlineRoom } from '../../../src/engine/inline-room';

test('gives away what is left of 10,240 characters beside those of the kinds', () => {
  const room = new InlineRoom(() => false);
  expect(room.take(3_541)).toBe(false);
  expect(room.take(3_000)).toBe(true);
  expect(room.take(541)).toBe(false);
  expect(room.take(540)).toBe(true);
  expect(room.take(1)).toBe(false);
});

test('has no end where there is no other place', () => {
  const room = new InlineRoom(() => true);
  expect([room.take(3_540), room.take(1), room.take(10_240)]).toEqual([true, true, true]);
});
