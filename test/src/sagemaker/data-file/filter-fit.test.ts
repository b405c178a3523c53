import { filterProblem, type FilterStep } from '../../../../src/sagemaker/data-file/filter-fit';

const names = (...each: string[]): FilterStep => ({ names: each });
const indexes = (...each: number[]): FilterStep => ({ indexes: each });
const json = (value: unknown) => ({ value });

test.each([
  [names('a'), json({ a: 1 })],
  [names('a', 'SageMakerOutput'), json({ a: 1 })],
  [names('a'), json(null)],
  [indexes(0, -1), json([1])],
  [indexes(1), { columns: 2 }],
])('has nothing against %j of %j', (step, record) => {
  expect(filterProblem(step, record)).toBeUndefined();
});

test.each([
  [names('a'), json({ b: 1 }), "takes 'a', which the record does not have"],
  [names('a'), json([1]), 'takes members by their names, and the record is a list'],
  [indexes(0), json({ a: 1 }), 'takes items by their indexes, and the record is no list'],
  [indexes(1), json([1]), 'takes the index 1, and the record has 1 items'],
  [indexes(-3), { columns: 2 }, 'takes the index -3, and the record has 2 columns'],
])('tells of %j of %j', (step, record, text) => {
  expect(filterProblem(step, record)).toBe(text);
});
