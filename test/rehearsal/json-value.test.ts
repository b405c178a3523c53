import { asJsonObject, canonicalJson, isJsonObject } from '../../rehearsal/json-value';

test('equal values have equal texts', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});

test.each<[unknown, boolean]>([
  [{}, true],
  [[], false],
  [null, false],
  ['text', false],
])('%j is an object: %p', (value, expected) => {
  expect(isJsonObject(value)).toBe(expected);
});

test.each([undefined, null, 'text', ['item']])('%j is read as an object without members', (value) => {
  expect(asJsonObject(value)).toEqual({});
});
