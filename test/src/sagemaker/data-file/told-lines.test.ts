import { ToldLines } from '../../../../src/sagemaker/data-file/told-lines';

test.each([
  [[7], 'line 7'],
  [[1, 2, 3], 'lines 1, 2 and 3'],
  [Array.from({ length: 1005 }, (_, index) => index + 1), 'lines 1, 2 and 3, and 1,002 more'],
])('%#', (numbers, text) => {
  const lines = new ToldLines();
  expect(lines.isEmpty).toBe(true);
  for (const number of numbers) lines.add(number);
  expect(lines.text).toBe(text);
  expect(lines.isEmpty).toBe(false);
});
