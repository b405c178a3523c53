import { fits } from '../../../../src/bedrock/request-body/body-fit';
import {
  ANY_TEXT,
  BYTES,
  filledListOf,
  LINK,
  listOf,
  number,
  object,
  oneOf,
  OPEN,
  tagged,
  TEXT,
  textOr,
  union,
  wholeNumber,
} from '../../../../src/bedrock/request-body/body-shape';

const NAMED = object({ name: TEXT, age: wholeNumber(0) }, { required: ['name'] });

test.each([
  [TEXT, 'a'],
  [ANY_TEXT, ''],
  [oneOf('a', 'b'), 'b'],
  [BYTES, 'aGk='],
  [number(0, 1), 0.5],
  [listOf(TEXT), []],
  [filledListOf(OPEN), [null]],
  [textOr(listOf(TEXT)), ['a']],
  [NAMED, { name: 'a' }],
  [union({ a: TEXT, b: TEXT }), { b: 'b' }],
  [tagged({ text: object({ type: TEXT, text: TEXT }) }), { type: 'text', text: 'a' }],
])('%#: fits %j', (shape, value) => {
  expect(fits(shape, value)).toBe(true);
});

test.each([
  [TEXT, ''],
  [oneOf('a', 'b'), 'c'],
  [BYTES, 'data:image/png;base64,aGk='],
  // where it lies is another matter
  [LINK, 's3://bucket/a.png'],
  [number(0, 1), 2],
  [wholeNumber(0), 0.5],
  [number(0), Number.NaN],
  [filledListOf(OPEN), []],
  [textOr(listOf(TEXT)), ''],
  [NAMED, { age: 1 }],
  [NAMED, { name: 'a', other: 1 }],
  [NAMED, null],
  [union({ a: TEXT, b: TEXT }), { a: 'a', b: 'b' }],
  [tagged({ text: object({ text: TEXT }) }), { type: 'image' }],
  [tagged({}), { type: 1 }],
])('%#: does not fit %j', (shape, value) => {
  expect(fits(shape, value)).toBe(false);
});
