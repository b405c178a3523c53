import { StandingClock } from '../../../rehearsal/lambda/standing-clock';

test('it stands still, however often a function looks at it', () => {
  const clock = new StandingClock(1_000);
  for (let look = 0; look < 50_000; look++) clock.now();
  expect(clock.now()).toBe(1_000);
});

test('code that looks until it moves ends', () => {
  const clock = new StandingClock(0);
  let looks = 0;
  while (clock.now() < 250) looks++;
  expect(looks).toBeLessThan(110_000);
});

test('it can be set, and stands still again', () => {
  const clock = new StandingClock(0);
  while (clock.now() < 10);
  clock.set(5_000);
  expect([clock.now(), clock.now()]).toEqual([5_000, 5_000]);
});
