import type { JobRun } from '../../../rehearsal/jobs/job-run';
import { jobChart } from '../../../rehearsal/terminal/job-chart';

const MINUTE = 60_000;
const run = (job: string, after: number, took: number): JobRun => ({
  job,
  status: 'Completed',
  afterMs: after * MINUTE,
  tookMs: took * MINUTE,
  usage: { instances: [] },
});
const RUNS = [run('Train', 1, 4), run('Compile', 5, 4), run('Classify/EveryDay/OfTheWeek/AndMore', 5, 0.01)];

test.each([
  [
    80,
    [
      'Jobs, in the 10 min 0 s that it took:',
      '  Train                    ░░░██████████░░░░░░░░░░░░░ 4 min 0 s, after 1 min 0 s',
      '  Compile                  ░░░░░░░░░░░░░██████████░░░ 4 min 0 s, after 5 min 0 s',
      '  Classify/EveryDay/OfThe… ░░░░░░░░░░░░░█░░░░░░░░░░░░ 1 s, after 5 min 0 s',
    ],
  ],
  [
    120,
    [
      'Jobs, in the 10 min 0 s that it took:',
      '  Train                    ░░░░████████████████░░░░░░░░░░░░░░░░░░░░ 4 min 0 s, after 1 min 0 s',
      '  Compile                  ░░░░░░░░░░░░░░░░░░░░████████████████░░░░ 4 min 0 s, after 5 min 0 s',
      '  Classify/EveryDay/OfThe… ░░░░░░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░░░░ 1 s, after 5 min 0 s',
    ],
  ],
])('draws jobs beside each other in %d columns', (width, lines) => {
  expect(jobChart(RUNS, 10 * MINUTE, width)).toEqual(lines);
});

test('is as wide where nobody knows how wide a line may be', () => {
  expect(jobChart(RUNS, 10 * MINUTE, Infinity)).toEqual(jobChart(RUNS, 10 * MINUTE, 120));
});

test('does not draw one job, and of many those that began first', () => {
  expect(jobChart([RUNS[0]], MINUTE, 80)).toEqual([]);
  const many = Array.from({ length: 40 }, (_, index) => run(`Job${index}`, index, 1));
  const lines = jobChart(many, 41 * MINUTE, 80);
  expect(lines).toHaveLength(32);
  expect(lines.at(-1)).toBe('  … and 10 more');
});

test('shows as much of names as tells them from one another', () => {
  const runs = [run('Production/Penguins/EveryDay/Train', 0, 2), run('Production/Penguins/EveryDay/Compile', 2, 2)];
  expect(jobChart(runs, 4 * MINUTE, 90)).toEqual([
    'Jobs, in the 4 min 0 s that it took:',
    '  Production/Penguins/EveryDay/Train   ████████████░░░░░░░░░░░░ 2 min 0 s, after 0 s',
    '  Production/Penguins/EveryDay/Compile ░░░░░░░░░░░░████████████ 2 min 0 s, after 2 min 0 s',
  ]);
});
