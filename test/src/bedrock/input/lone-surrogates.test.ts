import { hasLoneSurrogate } from '../../../../src/bedrock/input/lone-surrogates';

const isFound = (document: string) => hasLoneSurrogate(Buffer.from(document), document, JSON.parse(document));

test.each([
  ['the first half', '{"a":["cut \\ud83d"]}'],
  ['the second half', '{"a":"\\uDE00 cut"}'],
  ['a half beside a whole one', '{"a":"\\ud83d\\ude00\\ud83d"}'],
  ['a half in a name', '{"a\\ud83d":1}'],
  ['halves the wrong way round', '"\\ude00\\ud83d"'],
])('finds %s', (_, document) => {
  expect(isFound(document)).toBe(true);
});

test.each([
  ['no escape', '{"a":"😀"}'],
  ['a whole pair', '{"a":"\\ud83d\\ude00"}'],
  ['other escapes', '{"a":"\\u00e9\\n"}'],
  ['the text of an escape', '{"a":"\\\\ud83d"}'],
])('finds nothing in %s', (_, document) => {
  expect(isFound(document)).toBe(false);
});

test('looks into a document of any depth', () => {
  const depth = 100_000;
  expect(isFound(`${'['.repeat(depth)}"\\ud83d"${']'.repeat(depth)}`)).toBe(true);
});
