import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { folderWith } from './input-folder';
import { inputFilesAt } from '../../../../src/bedrock/input/input-files';
import { newStack } from '../../sample-job';

const filesAt = (path: string) => inputFilesAt(newStack(), path);

test('a path may name one file', () => {
  const path = join(folderWith({ 'my records.jsonl': 'abc' }), 'my records.jsonl');
  expect(filesAt(path)).toEqual({ isFolder: false, files: [{ path, name: 'my records.jsonl', size: 3 }] });
});

test('of a folder, the files of records are taken, in the order of their names', () => {
  const folder = folderWith({
    'b.jsonl': 'b',
    "a-1_('*!).jsonl": 'aa',
    'README.md': '',
    '.hidden.jsonl': '',
    '.git/c.jsonl': '',
    'images/c.png': '',
  });
  expect(filesAt(folder)).toEqual({
    isFolder: true,
    files: [
      { path: join(folder, "a-1_('*!).jsonl"), name: "a-1_('*!).jsonl", size: 2 },
      { path: join(folder, 'b.jsonl'), name: 'b.jsonl', size: 1 },
    ],
  });
});

test('symbolic links stand for what they point to', () => {
  const folder = folderWith({ 'data/a.jsonl': 'abc', 'links/README.md': '' });
  symlinkSync(join(folder, 'data', 'a.jsonl'), join(folder, 'links', 'b.jsonl'));
  symlinkSync(join(folder, 'nothing'), join(folder, 'links', 'c.txt'));
  symlinkSync(join(folder, 'links'), join(folder, 'link'));
  expect(filesAt(join(folder, 'link')).files).toEqual([
    { path: join(folder, 'link', 'b.jsonl'), name: 'b.jsonl', size: 3 },
  ]);
  expect(filesAt(join(folder, 'links', 'b.jsonl')).files[0].size).toBe(3);
});

const NOT_RECORDS = "the path of a file whose name ends in '.jsonl', or of a folder of such files";
const NO_FILE = "a folder with at least one file whose name ends in '.jsonl'";
test.each([
  ['a path where nothing is', {}, 'a.jsonl', 'a file or a folder that exists'],
  ['another kind of file', { 'a.json': '' }, 'a.json', NOT_RECORDS],
  ['an empty folder', { 'a/b': '' }, '', NO_FILE],
  ['a folder of other files', { 'a.json': '', '.b.jsonl': '' }, '', NO_FILE],
])('fails with %s', (_, files, name, allowed) => {
  const path = join(folderWith(files), name);
  expect(() => filesAt(path)).toThrow(`Stack: 'input' must be ${allowed}, got '${path}'`);
});

test('fails with a name that the API does not take', () => {
  expect(() => filesAt(folderWith({ 'a b.jsonl': '' }))).toThrow(
    "Stack: 'input' must be a folder whose '.jsonl' files have names of letters, digits and -!_*'(). only, got 'a b.jsonl'",
  );
});

test('fails with records in a folder of the folder', () => {
  const folder = folderWith({ 'a.jsonl': '', 'more/b.jsonl': '' });
  expect(() => filesAt(folder)).toThrow(
    `Stack: 'input' must have all its '.jsonl' files directly in the folder '${folder}', got 'more/b.jsonl' in a folder of it`,
  );
});

test('fails with a symbolic link to nothing, and with one to itself', () => {
  const folder = folderWith({});
  symlinkSync(join(folder, 'nothing'), join(folder, 'a.jsonl'));
  expect(() => filesAt(folder)).toThrow(
    `Stack: 'input' must be a folder of files that can be read (ENOENT: no such file or directory, stat '${folder}/a.jsonl'), got '${folder}/a.jsonl'`,
  );
  const loop = folderWith({});
  symlinkSync(join(loop, 'a.jsonl'), join(loop, 'a.jsonl'));
  expect(() => filesAt(loop)).toThrow('(ELOOP: too many symbolic links encountered');
});

test('fails with what is neither file nor folder, and does not wait for it', async () => {
  const folder = folderWith({});
  const server = createServer();
  await new Promise<void>((listening) => server.listen(join(folder, 'a.jsonl'), listening));
  expect(() => filesAt(folder)).toThrow(
    `Stack: 'input' must be a folder whose '.jsonl' files are regular files, got '${folder}/a.jsonl'`,
  );
  expect(() => filesAt(join(folder, 'a.jsonl'))).toThrow(`Stack: 'input' must be ${NOT_RECORDS}`);
  await new Promise((closed) => server.close(closed));
});

test('a folder whose name ends as a file of records is a folder', () => {
  const folder = folderWith({});
  mkdirSync(join(folder, 'a.jsonl'));
  writeFileSync(join(folder, 'a.jsonl', 'b.jsonl'), '');
  expect(filesAt(join(folder, 'a.jsonl')).files.map(({ name }) => name)).toEqual(['b.jsonl']);
});
