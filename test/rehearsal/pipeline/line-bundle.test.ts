import { bundled, isStraight } from '../../../rehearsal/pipeline/line-bundle';

/** Lines from a row of one column to a row of the next. */
const linesOf = (...rows: readonly (readonly [number, number])[]) =>
  rows.map(([from, to]) => ({ from: { column: 0, row: from }, to: { column: 1, row: to } }));

test('sources that lead to the same targets share a bundle', () => {
  expect(bundled(linesOf([0, 0], [1, 0], [2, 2]))).toEqual([
    { sources: [0, 1], targets: [0] },
    { sources: [2], targets: [2] },
  ]);
});

test('a line leaves its row before another comes into it', () => {
  expect(bundled(linesOf([0, 1], [1, 2]))).toEqual([
    { sources: [1], targets: [2] },
    { sources: [0], targets: [1] },
  ]);
});

test('a line joins one of several lines to the right of where they part', () => {
  expect(bundled(linesOf([2, 1], [0, 0], [0, 1]))).toEqual([
    { sources: [0], targets: [0, 1] },
    { sources: [2], targets: [1] },
  ]);
});

test.each([
  ['two that change places', linesOf([0, 1], [1, 0])],
  ['two that share one of their targets', linesOf([0, 0], [0, 1], [3, 1], [3, 3])],
  ['a straight one that another joins on its way elsewhere', linesOf([0, 0], [0, 1], [1, 1])],
])('there is no unambiguous order for %s', (_what, lines) => {
  expect(bundled(lines)).toBeUndefined();
});

test('a bundle is straight if it is one line that stays in its row', () => {
  expect(isStraight({ sources: [1], targets: [1] })).toBe(true);
  expect(isStraight({ sources: [1], targets: [1, 2] })).toBe(false);
  expect(isStraight({ sources: [0], targets: [1] })).toBe(false);
});
