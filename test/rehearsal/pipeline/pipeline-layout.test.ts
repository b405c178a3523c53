import { layoutOf } from '../../../rehearsal/pipeline/pipeline-layout';
import { stepsOf } from '../fixture-pipeline';

/** The steps' names with column and row; `-` where a line passes. */
function placesOf(spec: Record<string, readonly string[]>): string[] {
  return layoutOf(stepsOf(spec)).places.map(({ step, column, row }) => `${step?.name ?? '-'} ${column},${row}`);
}

test('a chain is one row', () => {
  expect(placesOf({ A: [], B: ['A'], C: ['B'] })).toEqual(['A 0,0', 'B 1,0', 'C 2,0']);
});

test('the longest way goes straight on, and branches are below it', () => {
  expect(placesOf({ A: [], Short: ['A'], Long: ['A'], End: ['Long'] })).toEqual([
    'A 0,0',
    'Short 1,1',
    'Long 1,0',
    'End 2,0',
  ]);
});

test('a step is to the right of all that it waits for', () => {
  const { columns, rows, lines } = layoutOf(stepsOf({ A: [], B: ['A'], X: [], End: ['B', 'X'] }));
  expect({ columns, rows }).toEqual({ columns: 3, rows: 2 });
  const between = lines.map(({ from, to }) => `${from.step?.name ?? '-'}>${to.step?.name ?? '-'}`);
  expect(between.sort()).toEqual(['->End', 'A>B', 'B>End', 'X>-']);
});

test('nothing has no rows and columns', () => {
  expect(layoutOf([])).toEqual({ places: [], lines: [], columns: 0, rows: 0 });
});
