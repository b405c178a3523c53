import { brokenJsonReason } from '../../../src/local-file/broken-json';

test.each([
  ["{'a': 1}", 'what Python prints, and no JSON: write it with json.dumps()'],
  ['{"a": True}', 'what Python prints, and no JSON: write it with json.dumps()'],
  ['[None, 1]', 'what Python prints, and no JSON: write it with json.dumps()'],
  ['{"a": NaN}', 'NaN, which JSON does not have: write null, or leave the member out'],
  ['{"a": -Infinity}', 'Infinity, which JSON does not have: write null, or leave the member out'],
  [' {', 'the beginning of a document of several lines: write each record on one line'],
  ['[\r', 'the beginning of a document of several lines: write each record on one line'],
  ['{"a": 1},', 'a comma after the document: lines of JSON have nothing between them but their ends'],
  ['{"a": 1} {"b": 2}', 'several documents in one line: write each record on a line of its own'],
  ['\u00a0{"a": 1}', 'a character that cannot be seen (U+00A0), which JSON has in texts only: delete it'],
  ['{"a": 1}\u200b', 'a character that cannot be seen (U+200B), which JSON has in texts only: delete it'],
  ['\u001a', 'a character that cannot be seen (U+001A), which JSON has in texts only: delete it'],
  ['{\u201ca\u201d: 1}', 'a curly quote (U+201C), and JSON has straight ones: write the file with a program for code'],
  ['{"a\u00a0\u201cb\u201d": ', undefined],
  // what is in a text says nothing of the line
  ['{"prompt": "one of [True, False], or [NaN]", ', undefined],
  ['{"prompt": "write {\\"a\\": 1} {\\"b\\": None}', undefined],
  ['{"a": ', undefined],
  ['oops', undefined],
])('%j: %s', (line, reason) => {
  expect(brokenJsonReason(Buffer.from(line))).toBe(reason);
});

test.each([
  ['},', 'a comma after the document: lines of JSON have nothing between them but their ends'],
  ['}\f', 'a character that cannot be seen (U+000C), which JSON has in texts only: delete it'],
])('a long line that ends with %j: %s', (end, reason) => {
  expect(brokenJsonReason(Buffer.from(`{"a": "${'a'.repeat(5000)}"${end}`))).toBe(reason);
});
