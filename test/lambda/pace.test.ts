import { backoffOf, leastPauseOf, MOST_TICKS, paceOf, type Random, signalPauseOf } from '../../lambda/pace';

/** How many ticks a job takes, and how late its end is noticed, both with the given luck. */
function follow(seconds: number, random: Random): { ticks: number; lag: number } {
  let ticks = 0;
  let time = 0;
  while (time < seconds) {
    time += paceOf(time * 1000, random);
    ticks++;
  }
  return { ticks, lag: time - seconds };
}

const lucks: [string, Random][] = [
  ['the least jitter', () => 0],
  ['the most jitter', () => 0.999],
];

describe.each(lucks)('the pace, with %s', (_, random) => {
  test('is at least 5 seconds', () => {
    expect(paceOf(0, random)).toBe(5);
    expect(paceOf(90_000, random)).toBe(5);
  });

  test('is at most 300 seconds', () => {
    expect(paceOf(168 * 3_600_000, random)).toBe(300);
  });

  test('notices the end of a 10-minute job within 30 seconds', () => {
    for (let seconds = 590; seconds <= 610; seconds++) expect(follow(seconds, random).lag).toBeLessThanOrEqual(31);
    expect(follow(600, random).lag).toBeLessThanOrEqual(30);
  });

  test('takes fewer than 400 ticks for a job of 24 hours', () => {
    expect(follow(24 * 3600, random).ticks).toBeLessThan(400);
  });

  test('leaves the first hour of a job free of the least pause', () => {
    expect(follow(3600, random).ticks).toBeLessThan(100);
  });
});

test('the pace is 5 % of the run time, or a little less', () => {
  expect(paceOf(1_000_000, () => 0)).toBe(50);
  expect(paceOf(1_000_000, () => 0.999)).toBe(48);
});

test('jobs that began together do not tick together', () => {
  expect(paceOf(2_000_000, () => 0.1)).not.toBe(paceOf(2_000_000, () => 0.9));
});

describe('the backoff', () => {
  test('doubles from 4 seconds to the longest pause', () => {
    expect([1, 2, 3, 4, 5, 6, 2000].map((setbacks) => backoffOf(setbacks, 60, () => 0))).toEqual([
      4, 8, 16, 32, 60, 60, 60,
    ]);
  });

  test('has a jitter of up to a half', () => {
    expect(backoffOf(3, 60, () => 0.999)).toBe(8);
  });

  test('is at least a second', () => {
    expect(backoffOf(1, 1, () => 0.999)).toBe(1);
  });
});

describe('the least pause', () => {
  test('is none for the first hundred ticks', () => {
    expect([0, 1, 99].map((ticks) => leastPauseOf(ticks, 604_800))).toEqual([0, 0, 0]);
  });

  test.each([
    [3300, 4],
    [108_000, 108],
    [604_800, 605],
    [2_419_200, 2420],
  ])('is a thousandth of a wait of %i s after that: %i s', (waitSeconds, pause) => {
    expect([100, 1599].map((ticks) => leastPauseOf(ticks, waitSeconds))).toEqual([pause, pause]);
  });

  test.each([12, 168, 672])('lets a wait of %i hours come to no more ticks than may be', (hours) => {
    let [ticks, time] = [0, 0];
    for (; time < hours * 3600; ticks++) time += Math.max(5, leastPauseOf(ticks, hours * 3600));

    expect(ticks).toBeLessThan(MOST_TICKS - 400);
  });
});

describe('the pause between rounds of signals', () => {
  test('is 5, 10, 20, 40 and then 60 seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 1000].map((rounds) => signalPauseOf(rounds, () => 0))).toEqual([
      5, 10, 20, 40, 60, 60, 60,
    ]);
  });

  test('has a jitter of up to a half', () => {
    expect([0, 1, 4].map((rounds) => signalPauseOf(rounds, () => 0.999))).toEqual([3, 5, 30]);
  });
});
