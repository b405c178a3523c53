import { brokenJsonReason } from '../../../src/local-file/broken-json';

const LONG = 'a'.repeat(5000);

test.each([
  ["{'a': 1}", 'what Python prints, and no JSON: write it with json.dumps()'],
  ['{"a": True}', 'what Python prints, and no JSON: write it with json.dumps()'],
  ['[None, 1]', 'what Python prints, and no JSON: write it with json.dumps()'],
  ['{"a": NaN}', 'NaN, which JSON does not have: write null, or leave the member out'],
  ['{"a": -Infinity}', 'Infinity, which JSON does not have: write null, or leave the member out'],
  [' {', 'the beginning of a document of several lines: write each record on one line'],
  ['[\r', 'the beginning of a document of several lines: write each record on one line'],
  ['{"a": 1},', 'a comma after the document: lines of JSON have nothing between them but their ends'],
  [`{"a": "${LONG}"},`, 'a comma after the document: lines of JSON have nothing between them but their ends'],
  ['{"a": 1} {"b": 2}', 'several documents in one line: write each record on a line of its own'],
  // what is in a text says nothing of the line
  ['{"prompt": "one of [True, False], or [NaN]", ', undefined],
  ['{"prompt": "write {\\"a\\": 1} {\\"b\\": None}', undefined],
  ['{"a": ', undefined],
  ['oops', undefined],
])('%s: %s', (line, reason) => {
  expect(brokenJsonReason(Buffer.from(line))).toBe(reason);
});
