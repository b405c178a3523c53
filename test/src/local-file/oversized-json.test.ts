import { hasTooManyValues } from '../../../src/local-file/oversized-json';

test.each([
  ['a small document', '[1,2,3]', false],
  ['a long text', `{"a":"${'a'.repeat(2_000_000)}"}`, false],
  ['a text of signs', `{"a":"${'[{,'.repeat(1_000_000)}\\"${',['.repeat(1000)}"}`, false],
  ['many numbers', `[${'0,'.repeat(1_000_001)}0]`, true],
  ['many levels', '['.repeat(1_000_002), true],
  ['many objects', `[${'{},'.repeat(600_000)}{}]`, true],
])('%s', (_, document, isTooMuch) => {
  expect(hasTooManyValues(Buffer.from(document))).toBe(isTooMuch);
});
