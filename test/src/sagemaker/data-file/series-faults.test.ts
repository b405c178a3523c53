import { SeriesFaults } from '../../../../src/sagemaker/data-file/series-faults';

const START = '2024-01-01 00:00:00';

function told(...series: readonly unknown[]): string[] {
  const faults = new SeriesFaults();
  series.forEach((each, index) => faults.take(each, index + 1));
  return [...faults.texts(({ text }) => `${text}:`)];
}

test.each<[string, readonly unknown[]]>([
  ['a series alone', [{ start: START, target: [1, 2.5, null, 'NaN'] }]],
  ['a day', [{ start: '2024-01-01', target: [] }]],
  ['a time as ISO 8601 has it', [{ start: '2024-01-01T10:30', target: [1] }]],
  ['fractions of a second', [{ start: '2024-01-01 10:30:00.5', target: [1] }]],
  [
    'categories and features',
    [
      {
        start: START,
        target: [1, 2],
        cat: [0, 3],
        dynamic_feat: [
          [0.5, 1],
          [2, 3],
        ],
      },
      { start: START, target: [1], cat: [1, 0], dynamic_feat: [[0], [1]] },
    ],
  ],
  [
    'a category as it was written once',
    [
      { start: START, target: [1], cat: 0 },
      { start: START, target: [1], cat: [2] },
    ],
  ],
  ['members that nobody knows', [{ start: START, target: [1], item_id: 'A' }]],
])('%s is as it should be', (_, series) => {
  expect(told(...series)).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['a list', [1, 2], "line 1: no object with 'start' and 'target'"],
  ['nothing', null, "line 1: no object with 'start' and 'target'"],
  ['no start', { target: [1] }, "line 1: no 'start', the time of the first value as YYYY-MM-DD HH:MM:SS"],
  [
    'seconds as the start',
    { start: 1704067200, target: [1] },
    "line 1: no 'start', the time of the first value as YYYY-MM-DD HH:MM:SS, got 1704067200",
  ],
  [
    'a week',
    { start: '2024-01-01/2024-01-07', target: [1] },
    'line 1: a \'start\' of another form than YYYY-MM-DD HH:MM:SS, got "2024-01-01/2024-01-07"',
  ],
  [
    'a time zone',
    { start: '2024-01-01T00:00:00Z', target: [1] },
    'line 1: a \'start\' with a time zone, which DeepAR does not take: leave the zone out, got "2024-01-01T00:00:00Z"',
  ],
  ['no target', { start: START }, "line 1: no 'target', the list of the values of the series"],
  [
    'a number as the target',
    { start: START, target: 3 },
    "line 1: no 'target', the list of the values of the series, got 3",
  ],
  [
    'a missing value in other letters',
    { start: START, target: [1, 'Nan'] },
    'line 1: in \'target\' what is no number, and neither null nor "NaN", got "Nan"',
  ],
  [
    'a text as a category',
    { start: START, target: [1], cat: ['red'] },
    'line 1: in \'cat\' what is no whole number of at least 0, got "red"',
  ],
  [
    'a category below zero',
    { start: START, target: [1], cat: [-1] },
    "line 1: in 'cat' what is no whole number of at least 0, got -1",
  ],
  [
    'features that end before the series',
    { start: START, target: [1, 2], dynamic_feat: [[1]] },
    "line 1: in 'dynamic_feat' a list that is not as long as 'target'",
  ],
  [
    'a feature that is missing',
    { start: START, target: [1], dynamic_feat: [[null]] },
    "line 1: in 'dynamic_feat' what is no number: values cannot be missing there, got null",
  ],
  [
    'a name of GluonTS',
    { start: START, target: [1], feat_static_cat: [0] },
    "line 1: a member 'feat_static_cat', which is 'cat' for DeepAR",
  ],
])('%s is told', (_, series, text) => {
  expect(told(series)).toEqual([text]);
});

test('what is found first is the example, and lines are counted', () => {
  const odd = (value: string) => ({ start: START, target: [value] });
  expect(told(odd('n/a'), odd('-'), odd('-'), odd('-'))).toEqual([
    'lines 1, 2 and 3, and 1 more: in \'target\' what is no number, and neither null nor "NaN", got "n/a"',
  ]);
});

test('a long example is cut', () => {
  const [text] = told({ start: 'x'.repeat(100), target: [1] });
  expect(text).toBe(`line 1: a 'start' of another form than YYYY-MM-DD HH:MM:SS, got "${'x'.repeat(39)}…`);
});

test('all series have as many categories and features as the first one', () => {
  const lists = [[1]];
  expect(
    told(
      { start: START, target: [1], cat: [0], dynamic_feat: lists },
      { start: START, target: [1] },
      { start: START, target: [1], cat: [0, 1], dynamic_feat: lists },
    ),
  ).toEqual([
    "lines 2 and 3: another number of 'cat' than the first series, which has 1",
    "line 2: another number of 'dynamic_feat' than the first series, which has 1",
  ]);
});
