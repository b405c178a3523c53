import { kindOf, shortened } from '../../../../src/bedrock/input/record-fault';

test.each([
  ['a string', 'a', "'a'"],
  ['a text of 40 characters', 'a'.repeat(40), `'${'a'.repeat(40)}'`],
  ['the beginning of a longer text', 'a'.repeat(41), `'${'a'.repeat(40)}...'`],
  ['a number', 12, '12'],
  ['a boolean', true, 'true'],
  ['null', null, 'null'],
  ['of an object, only that it is one', { a: 1 }, 'an object'],
  ['of a list, only that it is one', [1], 'a list'],
])('a message shows %s', (_, value, text) => {
  expect(shortened(value)).toBe(text);
});

test.each([
  [null, 'null'],
  [[], 'a list'],
  [{}, 'an object'],
  ['a', 'a string'],
  [1, 'a number'],
  [false, 'a boolean'],
])('the kind of %j is %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});
