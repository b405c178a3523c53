import { Size } from 'aws-cdk-lib';
import { isPlainObject } from '../../../src/validation/plain-object';

test.each([[{}], [{ a: 1 }], [Object.create(null)], [JSON.parse('{"a":1}')]])('%j is a plain object', (value) => {
  expect(isPlainObject(value)).toBe(true);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['a string', 'a'],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a size', Size.gibibytes(1)],
  ['a function', () => 1],
])('%s is none', (_, value) => {
  expect(isPlainObject(value)).toBe(false);
});
