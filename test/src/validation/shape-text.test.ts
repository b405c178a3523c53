import { rangeText, sizeText } from '../../../src/validation/shape-text';

test.each([
  [{ min: 1, max: 5 }, ' from 1 to 5', '1 to 5 items'],
  [{ min: 1 }, ' of at least 1', 'at least 1 item'],
  [{ max: 5 }, ' of at most 5', '0 to 5 items'],
  [{ min: 2, max: 2 }, ' from 2 to 2', '2 items'],
  [{ max: 1 }, ' of at most 1', '0 to 1 item'],
  [{}, '', 'items'],
])('%j: a whole number%s, %s', (bounds, range, size) => {
  expect(rangeText({ type: 'integer', ...bounds })).toBe(range);
  expect(sizeText({ type: 'list', ...bounds }, 'items')).toBe(size);
});
