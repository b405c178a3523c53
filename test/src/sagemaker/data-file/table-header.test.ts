import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { tableHeaderIn, textCellIn } from '../../../../src/sagemaker/data-file/table-header';

const folder = mkdtempSync(path.join(tmpdir(), 'table-header-'));
afterAll(() => rmSync(folder, { recursive: true }));

function headerOf(content: string | Buffer): string | undefined {
  const file = path.join(folder, 'data.csv');
  writeFileSync(file, content);
  return tableHeaderIn(file);
}

test.each([
  ['age,income\n1,2\n', 'age,income'],
  ['target, "age"\r\n1,a\r\n', 'target, "age"'],
  // an index that pandas writes has no name
  [',age,income\n0,1,2\n', ',age,income'],
  ['"age, in years",größe\n1,2', '"age, in years",größe'],
  ['y\n1\n', 'y'],
])('%j begins with the names of columns', (content, header) => {
  expect(headerOf(content)).toBe(header);
});

test.each<string | Buffer>([
  '1,2\n3,4\n',
  'spam,1\nham,2\n',
  // texts in all columns say nothing of the first line
  'spam,short\nham,long\n',
  // names that are numbers, as pandas makes them, may be values
  '0,1,2\n1,2,3\n',
  'nan,NA\n1,2\n',
  ',\n1,2\n',
  '1e5,-0.5\n1,2\n',
  'age,income',
  '',
  gzipSync('age,income\n1,2\n'),
])('%j does not', (content) => {
  expect(headerOf(content)).toBeUndefined();
});

test.each([
  ['1,setosa\n', false, 'setosa'],
  ['y,species\n1,"setosa"\n', true, 'setosa'],
  ['1,2\n3,setosa\n', false, undefined],
  ['1,nan,,1e-3\n', false, undefined],
  ['1,2024-01-01,3\n', false, '2024-01-01'],
  ['1,50%\n', false, '50%'],
  ['1,$5\n', false, '$5'],
  ['1,"1,200",3\n', false, '1,200'],
  ['1,"2"\n', false, undefined],
  ['1;2,5;3\n', false, undefined],
  ['1,"2\n', false, undefined],
  // cut off in the middle of a value
  [`1,${'2'.repeat(4092)}e-5\n`, false, undefined],
  ['[{"prefix": "s3://bucket/"}, "a"]\n', false, undefined],
  ['y\n', true, undefined],
])('the text in the first row of %j, with a header: %j, is %j', (content, hasHeader, text) => {
  const file = path.join(folder, 'cells.csv');
  writeFileSync(file, content);
  expect(textCellIn(file, hasHeader)).toBe(text);
});

test('a header may have semicolons between its names', () => {
  expect(headerOf('age;income\n1;2\n')).toBe('age;income');
});
