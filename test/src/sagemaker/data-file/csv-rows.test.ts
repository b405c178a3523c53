import { type CsvFault, CsvRows } from '../../../../src/sagemaker/data-file/csv-rows';

function faultsIn(text: string, pieceLength = text.length): CsvFault[] {
  const faults: CsvFault[] = [];
  const rows = new CsvRows((fault) => faults.push(fault));
  for (let at = 0; at < text.length; at += pieceLength) rows.take(Buffer.from(text.slice(at, at + pieceLength)));
  rows.end();
  return faults;
}

test.each([
  ['rows', '1,2\n3,4\n'],
  ['one row without an end', '1,2'],
  ['ends of lines as on Windows', '1,2\r\n3,4\r\n'],
  ['an empty line', '1,2\n\n3,4\n'],
  ['commas and quotes in quotes', '1,"a, ""b"""\n3,4\n'],
  ['a quote within a field', `5'10" tall,1\n6'0" tall,2\nmonitor 24",3\n`],
  ['a quote behind a space', 'a, "b,c\n1, "2,3\n'],
  ['a quote behind quotes', '"a"b"c,1\n2,3\n'],
  ['empty quotes', '"",1\n2,""\n'],
  ['empty fields', ',\n,\n'],
  ['nothing', ''],
])('finds nothing in %s', (_, text) => {
  expect(faultsIn(text)).toEqual([]);
  expect(faultsIn(text, 1)).toEqual([]);
});

test.each<[string, string, CsvFault]>([
  ['a row of more columns', '1,2\n3,4,5\n', { line: 2, kind: 'ragged', columns: 3 }],
  ['a row of fewer columns', '1,2\n3', { line: 2, kind: 'ragged', columns: 1 }],
  ['the end of a line in quotes', '1,2\n"3\n4",5\n6,7', { line: 2, kind: 'line in quotes', columns: 2 }],
  ['quotes that are open', '1,2\n3,"4\n5,6\n', { line: 2, kind: 'open quotes', columns: 2 }],
])('finds %s', (_, text, fault) => {
  expect(faultsIn(text)).toEqual([fault]);
  expect(faultsIn(text, 1)).toEqual([fault]);
});
