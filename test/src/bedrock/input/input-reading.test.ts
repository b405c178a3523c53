import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { folderWith, records } from './input-folder';
import { InputReading, type InputRules } from '../../../../src/bedrock/input/input-reading';
import { ReadingProgress } from '../../../../src/bedrock/input/reading-progress';
import { recordFilesAt } from '../../../../src/bedrock/input/record-files';
import { ModelInvocationType } from '../../../../src/bedrock/model-invocation-type';
import { requestCheckOf } from '../../../../src/bedrock/request-body/request-check';

const RULES: InputRules = {
  checkRequest: requestCheckOf(ModelInvocationType.INVOKE_MODEL, undefined),
  minimumRecords: 0,
  maximumBytes: 5 * 2 ** 30,
};

/** Reads the files of a folder, and returns what it says about the time that it takes: a second for each look at it. */
function readFolder(folder: string, rules: Partial<InputRules> = {}): string[] {
  const lines: string[] = [];
  let now = 0;
  const progress = new ReadingProgress(
    'Stack',
    () => (now += 1000),
    (line) => lines.push(line),
  );
  const { files } = recordFilesAt(folder);
  new InputReading(files, { ...RULES, ...rules }, progress, (text) => new Error(text)).run();
  return lines;
}
const read = (files: Record<string, string | Buffer>, rules?: Partial<InputRules>) =>
  readFolder(folderWith(files), rules);

test.each([ModelInvocationType.INVOKE_MODEL, ModelInvocationType.CONVERSE])('records of %s are read', (type) => {
  const rules = { checkRequest: requestCheckOf(type, undefined), minimumRecords: 5 };
  expect(() => read({ 'a.jsonl': records(2), 'b.jsonl': records(3, 'B') }, rules)).not.toThrow();
});

test('lines may end as on Windows, and the last one may have no end', () => {
  expect(() => read({ 'a.jsonl': records(3).trim().replace(/\n/g, '\r\n') }, { minimumRecords: 3 })).not.toThrow();
});

test('records need no ids', () => {
  expect(() => read({ 'a.jsonl': '{"modelInput":{}}\n'.repeat(100) }, { minimumRecords: 100 })).not.toThrow();
});

test('what takes its time says how far it is', () => {
  expect(read({ 'a.jsonl': records(20_000) })[0]).toBe('Stack: reading a.jsonl: 1 of 2 MB\n');
});

test.each([
  ['in the middle', `${records(2)}oops\n${records(1, 'B')}`, 3],
  ['at the end', `${records(1)}oops`, 2],
])('fails with a wrong line %s, and says which it is', (_, content, line) => {
  expect(() => read({ 'a.jsonl': records(3, 'A'), 'b.jsonl': content })).toThrow(
    new Error(`b.jsonl, line ${line}: not valid JSON: Unexpected token 'o'`),
  );
});

test('tells each kind of thing once, with where it was first', () => {
  const wrong = (index: number) => (index % 2 === 0 ? '{"modelInput":{},"record_id":1}' : 'oops');
  const lines = Array.from({ length: 2000 }, (_, index) => wrong(index)).join('\n');
  expect(() => read({ 'a.jsonl': `${records(1)}${lines}`, 'b.jsonl': 'oops' })).toThrow(
    new Error(
      [
        '2 things are wrong:',
        "a.jsonl, lines 2, 4 and 6, and 997 more: 'record_id' is no member of a record: did you mean 'recordId'?",
        "a.jsonl, lines 3, 5 and 7, and 998 more: not valid JSON: Unexpected token 'o'",
      ].join('\n  - '),
    ),
  );
});

/** What a file of some content is warned of. */
const reading = (content: string) => warningsOf({ 'a.jsonl': content });

function warningsOf(contents: Record<string, string>) {
  const { files } = recordFilesAt(folderWith(contents));
  return new InputReading(files, RULES, new ReadingProgress('Stack'), (text) => new Error(text)).run();
}

test('warns of half of a character, and of more records than any model takes', () => {
  const cut = '{"modelInput":{"a":"cut \\ud83d"}}\n';
  const lines = `${records(1)}${cut}`;
  expect(reading(lines)).toEqual([
    {
      id: 'recordCharacter',
      text: "a.jsonl, line 2: has half of a character in a text ('\\ud83d' without its other half): the APIs of models refuse such a request. Cut texts between characters",
    },
  ]);
  expect(reading('{"modelInput":{}}\n'.repeat(100_000))).toEqual([]);
  expect(reading('{"modelInput":{}}\n'.repeat(100_001))).toEqual([
    {
      id: 'recordCount',
      text: expect.stringMatching(/^a\.jsonl has 100,001 records, and a job takes 100,000 at most/),
    },
  ]);
});

test.each([
  ['between records', `${records(1)}\n${records(1, 'B')}`, 'line 2'],
  ['after the last record', `${records(2)}\r\n\n`, 'lines 3 and 4'],
  ['alone', ' \t\n', 'line 1'],
])('warns of a blank line %s, which is no record', (_, content, lines) => {
  const text = `a.jsonl, ${lines}: a blank line, which is no record: leave it out`;
  expect(reading(content)).toEqual([{ id: 'recordBlankLine', text }]);
});

test.each(['\u001a', '\u0000', ' \u0000 '])('takes a line of %j for no blank one', (line) => {
  expect(() => reading(`${records(1)}${line}\n`)).toThrow('a.jsonl, line 2: ');
});

test('fails with nothing but blank lines, and soon', () => {
  expect(() => read({ 'a.jsonl': '\n'.repeat(1000) }, { minimumRecords: 1 })).toThrow(
    new Error("a.jsonl has 0 records, and a job takes 1 at least ('minimumRecords')"),
  );
  const end = 'a.jsonl, line 10000001: what follows was not read, as too many lines before it are wrong or blank';
  expect(() => read({ 'a.jsonl': '\n'.repeat(10_000_100) })).toThrow(new Error(end));
});

test.each([
  ['a,b\n', "not valid JSON: Unexpected token 'a'"],
  ['{"modelInput":{"modelId":"a"}}\n', "'modelInput.modelId' must be left out, for the job says which model it is"],
  ['{"modelInput":{"body":{}}}\n', expect.anything()],
])('fails with a file of nothing but wrong lines, and leaves most of it: %j', (line, text) => {
  const checkRequest = requestCheckOf(ModelInvocationType.CONVERSE, undefined);
  let [message, unread] = ['', ''];
  try {
    read({ 'a.jsonl': line.repeat(100_001) + records(1), 'b.jsonl': 'oops' }, { checkRequest });
  } catch (error) {
    [, message, unread] = (error as Error).message.split('\n  - ');
  }
  expect(message).toMatch(/^a\.jsonl, lines 1, 2 and 3, and 99,998 more: /);
  expect(message.slice(message.indexOf('more: ') + 6)).toEqual(text);
  expect(unread).toBe(
    'a.jsonl, line 100001: what follows was not read, as too many lines before it are wrong or blank',
  );
});

test('says of records that are printed over several lines where they begin, and nothing of their other lines', () => {
  const pretty = `${JSON.stringify({ recordId: 'A', modelInput: { text: ['a', 'b'] } }, undefined, 2)}\n`;
  expect(() => read({ 'a.jsonl': `${pretty}${pretty}${records(1)}oops`, 'b.jsonl': 'oops' })).toThrow(
    new Error(
      [
        '2 things are wrong:',
        'a.jsonl, lines 1 and 10: the beginning of a document of several lines: write each record on one line',
        "a.jsonl, line 20; b.jsonl, line 1: not valid JSON: Unexpected token 'o'",
      ].join('\n  - '),
    ),
  );
});

test('fails with a request that is none of Converse only where it is to be one', () => {
  const files = { 'a.jsonl': '{"modelInput":{"text":"Hello"}}' };
  expect(() => read(files)).not.toThrow();
  const checkRequest = requestCheckOf(ModelInvocationType.CONVERSE, undefined);
  expect(() => read(files, { checkRequest })).toThrow(new Error("a.jsonl, line 1: 'modelInput.messages' is missing"));
});

/** What a warning says of an id that is there twice. */
const repeated = (place: string, id: string, other: string) => [
  {
    id: 'recordRepeatedId',
    text: `${place}: 'recordId' should be unique, which tells results apart, got '${id}' again, as in ${other}`,
  },
];

test('warns of an id that another record of the file has', () => {
  expect(reading(`${records(4)}${records(1)}`)).toEqual(repeated('a.jsonl, line 5', 'CALL1', 'line 1'));
});

test('says how many more records have an id that was there before', () => {
  expect(reading(`${records(4)}${records(4)}`)).toEqual(repeated('a.jsonl, line 5, and 3 more', 'CALL1', 'line 1'));
});

test('warns of an id that a record of another file has', () => {
  expect(
    warningsOf({ 'a.jsonl': records(4), 'b.jsonl': `${records(1, 'B')}{"recordId":"CALL3","modelInput":{}}` }),
  ).toEqual(repeated('b.jsonl, line 2', 'CALL3', 'a.jsonl, line 3'));
});

test('one id that comes again is found among a hundred thousand', () => {
  const content = records(99_999);
  expect(reading(content)).toEqual([]);
  expect(reading(`${content}${records(1).replace('CALL1', 'CALL77777')}`)).toEqual(
    repeated('a.jsonl, line 100000', 'CALL77777', 'line 77777'),
  );
});

test.each([
  [{ 'a.jsonl': records(99) }, 'a.jsonl has 99 records'],
  [{ 'a.jsonl': records(1) }, 'a.jsonl has 1 record'],
  [{ 'a.jsonl': records(50), 'b.jsonl': records(49, 'B') }, 'the folder of 2 files has 99 records'],
])('fails with too few records: %#', (files, got) => {
  expect(() => read(files, { minimumRecords: 100 })).toThrow(
    new Error(`${got}, and a job takes 100 at least ('minimumRecords')`),
  );
});

test('fails with an empty file', () => {
  expect(() => read({ 'a.jsonl': records(1), 'b.jsonl': '' })).toThrow(new Error('b.jsonl is empty'));
});

test('fails with too large a file, and does not read it', () => {
  const folder = folderWith({ 'a.jsonl': '' });
  truncateSync(join(folder, 'a.jsonl'), 2 ** 30 + 1);
  expect(() => readFolder(folder)).toThrow(new Error('a.jsonl has 1.01 GB, and a file may have 1 GB at most'));
});

test('fails with files that are too large together', () => {
  const folder = folderWith({ 'a.jsonl': '', 'b.jsonl': '', 'c.jsonl': '' });
  for (const name of ['a', 'b', 'c']) truncateSync(join(folder, `${name}.jsonl`), 2 ** 30);
  expect(() => readFolder(folder, { maximumBytes: 2 * 2 ** 30 })).toThrow(
    new Error("the folder of 3 files has 3 GB, and the input of a job may have 2 GB at most ('maximumSize')"),
  );
});

test('fails with lines that no record can be, without holding them, and goes on with the others', () => {
  const folder = folderWith({ 'a.jsonl': '' });
  truncateSync(join(folder, 'a.jsonl'), 300_000_000);
  appendFileSync(join(folder, 'a.jsonl'), '\noops');
  writeFileSync(join(folder, 'b.jsonl'), ' '.repeat(32_000_001));
  const long =
    'longer than 32 MB, and the body of a request has 25 MB at most: give large media as objects in S3, or make several records of it';
  expect(() => readFolder(folder)).toThrow(
    new Error(
      [
        '2 things are wrong:',
        `a.jsonl, line 1; b.jsonl, line 1: ${long}`,
        "a.jsonl, line 2: not valid JSON: Unexpected token 'o'",
      ].join('\n  - '),
    ),
  );
});

test.each([
  [gzipSync('{}'), 'is a file that is compressed with gzip: decompress it'],
  [Buffer.from('\ufeff{}', 'utf16le'), 'is a text in UTF-16: save it as UTF-8, without a byte order mark'],
  [
    'version https://git-lfs.github.com/spec/v1\n',
    'is a pointer of Git LFS, and not the file itself: get the file with `git lfs pull` before the synthesis',
  ],
])('fails with a file that is no text: %#', (content, text) => {
  expect(() => readFolder(folderWith({ 'a.jsonl': content }))).toThrow(new Error(`a.jsonl ${text}`));
});

test('warns of what a record has besides its own members', () => {
  const lines = '{"modelInput":{},"label":1}\n{"modelInput":{},"label":null,"split":"a"}\n';
  expect(reading(lines)).toEqual([
    {
      id: 'recordMember',
      text: "a.jsonl, line 1: 'label' should be left out, for a record has 'modelInput' and 'recordId' only",
    },
    {
      id: 'recordMember',
      text: "a.jsonl, line 2: 'label' is null, and should be left out, for a record has 'modelInput' and 'recordId' only",
    },
    {
      id: 'recordMember',
      text: "a.jsonl, line 2: 'split' should be left out, for a record has 'modelInput' and 'recordId' only",
    },
  ]);
});
