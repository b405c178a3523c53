import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { dataFileRules } from '../../../../src/sagemaker/data-file/data-file-check';
import type { DataFileRules } from '../../../../src/sagemaker/data-file/data-file-rules';
import { sentence } from '../../../../src/validation/finding';

const folder = mkdtempSync(path.join(tmpdir(), 'data-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

function told(content: string | Buffer, rules: Partial<DataFileRules>, bytes?: number): string[] {
  const file = path.join(folder, 'data');
  writeFileSync(file, content);
  if (bytes !== undefined) truncateSync(file, bytes);
  const findings = dataFileRules({ path: file, name: 'data' }, { member: 'input', isGzip: false, ...rules });
  return [...findings].map(
    (finding) => `${finding.warning === undefined ? '' : `[${finding.warning}] `}${sentence(finding)}`,
  );
}

const LINES = { isSplitByLine: true, megabytes: 1 };
const MANY_VALUES = `[${'1,'.repeat(1_200_000)}1]`;
const WHOLE = { isSplitByLine: false, megabytes: 1 };

test.each<[string, string | Buffer, Partial<DataFileRules>]>([
  ['rows', '1,2\n3,4\n', { contentType: 'text/csv', payload: LINES }],
  ['lines of JSON', '{"a":1}\n\n[1]\n', { contentType: 'application/jsonlines' }],
  ['a document', '{\n"a":1}', { contentType: 'application/json', payload: WHOLE }],
  ['a document that may be lines', '{\n"a":1}', { contentType: 'application/json' }],
  ['lines that may be a document', '{"a":1}\n{"a":2}\n', { contentType: 'application/json' }],
  [
    'an image as a list of numbers, which is too large to be looked at',
    `${MANY_VALUES}\n`,
    {
      contentType: 'application/jsonlines',
      isReadByService: true,
      inputFilter: { text: '$.a', step: { names: ['a'] } },
    },
  ],
  [
    'a document of as many values',
    MANY_VALUES,
    { contentType: 'application/json', isReadByService: true, payload: { isSplitByLine: false } },
  ],
  ['what its reader separates', '1;2;3\n4;5,0;6\n', { contentType: 'text/csv', hasAnySeparator: true }],
  ['what is declared', gzipSync('1,2\n3'), { contentType: 'text/csv', isGzip: true }],
  ['what only the deployment knows', gzipSync('1,2'), { contentType: 'text/csv', isGzip: undefined }],
  ['compressed data of a type of its own', gzipSync('a'), { contentType: 'application/x-parquet' }],
  ['data of no type', '1,2\n3\n{', {}],
  ['Parquet', 'PAR1...', { contentType: 'application/x-parquet' }],
  ['an empty file beside Parquet', '', { contentType: 'application/x-parquet' }],
  [
    'a series on each line',
    '{"start":"2024-01-01","target":[1,null,"NaN"]}\n\n{"start":"2024-01-01 00:00:00","target":[]}\n',
    { hasObjectLines: true },
  ],
  ['Parquet for a reader of lines', 'PAR1...', { hasObjectLines: true }],
  ['an empty file of no type', '', { payload: WHOLE }],
  ['images', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), { contentType: 'application/x-image', payload: WHOLE }],
  ['texts with semicolons', 'a; b; c\nd\n', { contentType: 'text/csv' }],
  ['records that are wrapped', 'a', { contentType: 'application/x-recordio', isWrapped: true }],
  [
    'what a filter finds',
    '1,2\n',
    { contentType: 'text/csv', payload: LINES, inputFilter: { text: '$[1:]', step: { indexes: [1] } } },
  ],
  [
    'a line that is as long as a payload may be',
    '1'.repeat(33_000_000),
    { payload: { isSplitByLine: true, megabytes: 50 } },
  ],
])('has nothing against %s', (_, content, rules) => {
  expect(told(content, rules)).toEqual([]);
});

test.each<[string, string | Buffer, Partial<DataFileRules>, string]>([
  [
    'ragged rows',
    '1,2\n3\n4\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataRows] 'input' has in data, lines 2 and 3: rows of another number of columns than the first one: 1, and 2 there. Give every row as many values, with those in quotes that have commas in them",
  ],
  [
    'ends of lines in quotes',
    '"1\n2",3\n',
    { contentType: 'text/csv', payload: LINES },
    "[cdk-ml-jobs:dataRows] 'input' has in data, line 1: the end of a line in quotes, at which batch transform cuts the record: write something else in its place, such as a space",
  ],
  [
    'a broken line',
    '{"a":1}\n{"a":\n',
    { contentType: 'application/jsonlines' },
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 2: no JSON (Unexpected end of JSON input), and 'contentType' is 'application/jsonlines': write each record as JSON on a line of its own",
  ],
  [
    'a broken line that the service reads',
    '{"a":1}\n{"a":\n',
    { contentType: 'application/jsonlines', isReadByService: true },
    "'input' has in data, line 2: no JSON (Unexpected end of JSON input), and 'contentType' is 'application/jsonlines': write each record as JSON on a line of its own",
  ],
  [
    'broken lines, whatever is wrong with each',
    '{"a":1}\n{"a":1]\nx\n',
    { contentType: 'application/jsonlines' },
    "[cdk-ml-jobs:dataRecords] 'input' has in data, lines 2 and 3: no JSON (Expected ',' or '}' after property value at position 6), and 'contentType' is 'application/jsonlines': write each record as JSON on a line of its own",
  ],
  [
    'what Python prints',
    "{'a': 1}\n",
    { contentType: 'application/jsonlines' },
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 1: what Python prints, and no JSON: write it with json.dumps()",
  ],
  [
    'lines in place of a document',
    '{"a":1}\n{"a":2}\n',
    { contentType: 'application/json', payload: WHOLE },
    "[cdk-ml-jobs:dataRecords] 'input' has data, which is no JSON document: its lines are, give 'splitType: TransformSplitType.LINE'",
  ],
  ...[
    ['{"a":1,}', 7],
    ['{"a":1,}\n', 7],
    ['\n{"a":1,}', 8],
  ].map(([content, position]): [string, string, Partial<DataFileRules>, string] => [
    'a broken document of one line',
    String(content),
    { contentType: 'application/json', payload: WHOLE },
    `[cdk-ml-jobs:dataRecords] 'input' has data, which is no JSON document (Expected double-quoted property name at position ${position}): write it anew, for example with json.dumps()`,
  ]),
  [
    'what is neither a document nor lines',
    '{"a":1,\n"b":}\n',
    { contentType: 'application/json', isReadByService: true },
    "[cdk-ml-jobs:dataRecords] 'input' has data, which is no JSON document (Unexpected token '}'): write it anew, for example with json.dumps()",
  ],
  [
    'undeclared gzip',
    gzipSync('1,2'),
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:compressedData] 'input' has data, which is compressed with gzip, and 'contentType' is 'text/csv': nothing decompresses it before it is read. Give 'compression', where the job can do that, or decompress the file",
  ],
  [
    'declared gzip that is none',
    '1,2\n',
    { isGzip: true },
    "'input' has data, which is not compressed with gzip: leave 'compression' out, or compress all files",
  ],
  [
    'an empty file',
    '',
    { contentType: 'application/json', payload: WHOLE },
    "[cdk-ml-jobs:dataFile] 'input' has data, which is empty: leave it out, or there is no record for its part",
  ],
  [
    'a web page',
    '<!DOCTYPE html>',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which is a web page, and 'contentType' is 'text/csv': download the file itself, this is what a server showed in its place",
  ],
  [
    'a byte order mark',
    '\ufeff1,2\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which begins with a byte order mark, which readers take for a part of the first value: save it as UTF-8 without one",
  ],
  [
    'semicolons',
    '1;2;3\n4;5;6\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which has semicolons between its values, and CSV has commas: write commas in their place",
  ],
  [
    'spaces, as NumPy writes them',
    '1.000e+00 2 -3\n4 5 6\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which has spaces between its values, and CSV has commas: write commas in their place",
  ],
  [
    'quotes that are open',
    '1,"a\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataRows] 'input' has in data, line 1: quotes that are never closed: close them, and write two where one is meant",
  ],
  [
    'pipes',
    '1|2|3\n4|5|6\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which has pipes between its values, and CSV has commas: write commas in their place",
  ],
  [
    'a list of JSON in place of rows',
    '[{"a":1},{"a":2}]\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which looks like JSON, and 'contentType' is 'text/csv': give the type that the data has",
  ],
  [
    'an image in place of rows',
    Buffer.from('ffd8ffe000104a464946', 'hex'),
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which is a JPEG image, and no text, and 'contentType' is 'text/csv': write what is in it as a text",
  ],
  [
    'a pickle in place of rows',
    Buffer.from('8004950000', 'hex'),
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which is a pickle of Python, and no text, and 'contentType' is 'text/csv': write what is in it as a text",
  ],
  [
    'JSON in Latin-1',
    Buffer.from('{"a":"caf\u00e9"}\n', 'latin1'),
    { contentType: 'application/jsonlines' },
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 1: bytes that are no UTF-8, as JSON has to be: save the file as UTF-8",
  ],
  [
    'JSON in place of rows',
    '{"a": 1}\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which looks like JSON, and 'contentType' is 'text/csv': give the type that the data has",
  ],
  [
    'LIBSVM in place of rows',
    '1 1:2 2:3\n',
    { contentType: 'text/csv' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which looks like LIBSVM, and 'contentType' is 'text/csv': give the type that the data has",
  ],
  [
    'rows in place of LIBSVM',
    '1,2\n',
    { contentType: 'text/libsvm' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which looks like CSV, and 'contentType' is 'text/libsvm': give the type that the data has",
  ],
  [
    'what is no RecordIO',
    '1,2\n',
    { contentType: 'application/x-recordio-protobuf' },
    "[cdk-ml-jobs:dataFile] 'input' has data, which begins with no record of RecordIO, and 'contentType' is 'application/x-recordio-protobuf': give the type that the data has",
  ],
  [
    'a filter for another record',
    '{"b":1}\n',
    { contentType: 'application/jsonlines', inputFilter: { text: '$.a', step: { names: ['a'] } } },
    "[cdk-ml-jobs:filterMiss] 'inputFilter' (DataProcessing.InputFilter) is '$.a', which takes 'a', which the record does not have, in the first record of data: the model gets nothing of it",
  ],
  [
    'a filter for a wider row',
    '1,2\n',
    { contentType: 'text/csv', inputFilter: { text: '$[5]', step: { indexes: [5] } } },
    "[cdk-ml-jobs:filterMiss] 'inputFilter' (DataProcessing.InputFilter) is '$[5]', which takes the index 5, and the record has 2 columns, in the first record of data: the model gets nothing of it",
  ],
  [
    'the name of the answers',
    '{"SageMakerOutput":1}\n',
    { contentType: 'application/jsonlines', isJoined: true },
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 1: a member SageMakerOutput, which the answers are joined as: it may be overwritten",
  ],
  [
    'a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\n',
    {},
    "[cdk-ml-jobs:dataFile] 'input' has data, which is a pointer of Git LFS, and not the data itself: get the file with `git lfs pull` before the synthesis",
  ],
  [
    'a manifest',
    '[{"prefix": "s3://bucket/"}, "a"]',
    {},
    "[cdk-ml-jobs:dataManifest] 'input' has data, which looks like a manifest, and all files are data here: upload it, and give it with 'fromManifest()'",
  ],
  [
    'a record that is too large',
    `${'1'.repeat(2 ** 20 + 1)}\n1\n`,
    { payload: LINES },
    "'input' has in data, line 1: more than the 1 MB that a request has at most ('maxPayload'), so that the record fits into none: give a larger 'maxPayload' up to 100 MB, or shorten the record",
  ],
])('tells of %s', (_, content, rules, text) => {
  expect(told(content, rules)).toEqual([text]);
});

test('a file that is sent as a whole must fit into a request', () => {
  expect(told('', { payload: WHOLE }, 2 ** 20)).toEqual([]);
  expect(told('', { payload: { isSplitByLine: false } }, 2 ** 24)).toEqual([]);
  expect(told('', { payload: WHOLE }, 2 ** 20 + 1)).toEqual([
    "'input' has data of 2 MB, which is sent as a whole without a 'splitType', and a request has 1 MB at most ('maxPayload'): give 'splitType', such as TransformSplitType.LINE, or a larger 'maxPayload' up to 100 MB",
  ]);
});

test('a line that is too long to be held is told where no request takes it', () => {
  expect(told('', { contentType: 'application/jsonlines' }, 100_000_001)).toEqual([]);
  expect(told('', { contentType: 'application/jsonlines', payload: LINES }, 100_000_001)).toEqual([
    "'input' has in data, line 1: more than the 1 MB that a request has at most ('maxPayload'), so that the record fits into none: give a larger 'maxPayload' up to 100 MB, or shorten the record",
  ]);
});

test.each<[string, Partial<DataFileRules>, string]>([
  [
    '1,2\n',
    { contentType: 'application/x-parquet' },
    "does not begin as Parquet does, and 'contentType' is 'application/x-parquet': give the type that the data has",
  ],
  [
    '[{"start":"2024-01-01"}]',
    { hasObjectLines: true },
    'is a list as JSON, and this algorithm reads an object on each line: write each series on a line of its own',
  ],
  [
    '{\n"start":"2024-01-01"}',
    { hasObjectLines: true },
    'has an object over several lines, and this algorithm reads one on each line: write each series on a line of its own',
  ],
])('warns of %j for %j', (content, rules, text) => {
  expect(told(content, rules)).toEqual([`[cdk-ml-jobs:dataFile] 'input' has data, which ${text}`]);
});

test('lines that are no series are told together', () => {
  const content = '{"start":"2024Q1","target":[1]}\n{"start":"2024-01-01","target":[NaN]}\nstart,target\n';
  expect(told(content, { hasObjectLines: true })).toEqual([
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 2: NaN, which JSON does not have: write null, or leave the member out",
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 3: no JSON (Unexpected token 's'), and this algorithm reads a series on each line: write each record as JSON on a line of its own",
    "[cdk-ml-jobs:dataRecords] 'input' has in data, line 1: a 'start' of another form than YYYY-MM-DD HH:MM:SS, got \"2024Q1\"",
  ]);
});
