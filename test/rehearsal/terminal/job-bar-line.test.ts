import { jobBarLines } from '../../../rehearsal/terminal/job-bar-line';

const JOBS = [
  { name: 'Train', status: 'InProgress', elapsedMs: 60_000, totalMs: 240_000 },
  { name: 'Prepare/ForEveryDayOfTheWeek', status: 'Scheduled', elapsedMs: 5000, totalMs: 500_000 },
  { name: 'Compile', status: 'INPROGRESS', elapsedMs: 86_340_000, totalMs: 1000 },
];

test.each([
  [
    80,
    [
      ' Train                      InProgress      ██████░░░░░░░░░░░░░░░░░░ 1 min 0 s',
      ' Prepare/ForEveryDayOfTheW… Scheduled       ░░░░░░░░░░░░░░░░░░░░░░░░ 5 s',
      ' Compile                    INPROGRESS      ████████████████████████ 23 h 59 min',
    ],
  ],
  [
    120,
    [
      ' Train                        InProgress      ██████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 1 min 0 s',
      ' Prepare/ForEveryDayOfTheWeek Scheduled       ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 5 s',
      ' Compile                      INPROGRESS      ████████████████████████████████████████ 23 h 59 min',
    ],
  ],
])('bars are in one column on a terminal of %d', (width, lines) => {
  expect(jobBarLines(JOBS, width)).toEqual(lines);
});

test('no line is longer than the terminal is wide', () => {
  for (const width of [20, 40, 60, 80]) {
    expect(jobBarLines(JOBS, width).filter(({ length }) => length > width)).toEqual([]);
  }
  expect(jobBarLines([], 80)).toEqual([]);
});
