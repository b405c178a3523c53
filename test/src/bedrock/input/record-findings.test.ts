import { placesText, RecordFindings } from '../../../../src/bedrock/input/record-findings';

const at = (line: number, file = 'a.jsonl') => ({ file, line });

test('tells a kind once, with the first places and how many more there are', () => {
  const findings = new RecordFindings();
  for (let line = 1; line <= 2000; line++) findings.add('kind', at(line), `text ${line}`);
  findings.add('other', at(7), 'other text', 'id');
  expect(findings.errors).toEqual(['a.jsonl, lines 1, 2 and 3, and 1,997 more: text 1']);
  expect(findings.warnings).toEqual([{ id: 'id', text: 'a.jsonl, line 7: other text' }]);
});

test('names a line once that has a thing twice', () => {
  const findings = new RecordFindings();
  findings.add('kind', at(1), 'text');
  findings.add('kind', at(1), 'text');
  expect(findings.errors).toEqual(['a.jsonl, line 1, and 1 more: text']);
});

test('tells no more kinds than a person reads', () => {
  const findings = new RecordFindings();
  for (let line = 1; line <= 1000; line++) findings.add(`kind ${line}`, at(line), 'text');
  expect(findings.errors).toHaveLength(21);
  expect(findings.errors[20]).toBe('and more of other kinds');
});

test('names the lines of each file together', () => {
  expect(placesText([at(1), at(2), at(1, 'b.jsonl')])).toBe('a.jsonl, lines 1 and 2; b.jsonl, line 1');
});
