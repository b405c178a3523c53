import { seededRandom } from '../../rehearsal/seeded-random';

const draw = (seed: string): number[] => Array.from({ length: 100 }, seededRandom(seed));

test('is the same for the same seed only, and from 0 to 1', () => {
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  expect(draw('a').every((value) => value >= 0 && value < 1)).toBe(true);
  expect(new Set(draw('a')).size).toBeGreaterThan(90);
});
