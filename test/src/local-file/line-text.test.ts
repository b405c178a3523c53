import { countText, linesText } from '../../../src/local-file/line-text';

test.each([
  [0, '0'],
  [999.6, '1,000'],
  [1234567, '1,234,567'],
])('%d is written as %s', (value, text) => {
  expect(countText(value)).toBe(text);
});

test.each([
  [[3], 'line 3'],
  [[3, 4], 'lines 3 and 4'],
  [[3, 4, 70], 'lines 3, 4 and 70'],
])('lines %j are named as %s', (numbers, text) => {
  expect(linesText(numbers)).toBe(text);
});
