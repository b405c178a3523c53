import { isObject, itemsIn } from '../../../src/local-file/json-value';

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['{}', false],
  [undefined, false],
])('%j is an object: %j', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});

test.each([
  [
    [1, null],
    [1, null],
  ],
  [{ length: 1 }, []],
  ['ab', []],
  [undefined, []],
])('%j has the items %j', (value, items) => {
  expect(itemsIn(value)).toEqual(items);
});
