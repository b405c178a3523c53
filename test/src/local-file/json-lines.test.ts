import { join } from 'node:path';
import { readLines } from '../../../src/local-file/json-lines';
import { folderWith } from '../bedrock/input/input-folder';

/** What a visitor is told about a file of some content. */
function read(content: string | Buffer, longestLine?: number) {
  const path = join(folderWith({ 'a.jsonl': content }), 'a.jsonl');
  const lines: string[] = [];
  const numbers: number[] = [];
  let bytes = 0;
  const visitor = {
    line: (line: Buffer, number: number) => {
      lines.push(line.toString());
      numbers.push(number);
    },
    tooLong: (number: number) => new Error(`line ${number} is too long`),
    unreadable: (reason: string) => new Error(`cannot be read: ${reason}`),
    advanced: (more: number) => void (bytes += more),
  };
  readLines(path, visitor, longestLine);
  return { lines, numbers, bytes };
}

test.each([
  ['an empty file has none', '', []],
  ['a line feed at the end begins no line', 'a\nb\n', ['a', 'b']],
  ['the last line needs no line feed', 'a\nb', ['a', 'b']],
  ['blank lines are lines', '\na\n\n', ['', 'a', '']],
  ['a carriage return is part of its line', 'a\r\nb\r\n', ['a\r', 'b\r']],
])('%s', (_, content, lines) => {
  expect(read(content).lines).toEqual(lines);
});

test('lines count from 1, and all bytes are counted', () => {
  expect(read('ä\n\nb')).toEqual({ lines: ['ä', '', 'b'], numbers: [1, 2, 3], bytes: 5 });
});

test.each([-1, 0, 1])(
  'a line that is read in several pieces is one line (%i bytes about the size of a piece)',
  (more) => {
    const first = 'a'.repeat(1_048_576 + more);
    const long = 'ü'.repeat(1_500_000);
    const { lines, bytes } = read(`${first}\n${long}\nb`);
    expect(lines.map((line) => line.length)).toEqual([first.length, long.length, 1]);
    expect(lines).toEqual([first, long, 'b']);
    expect(bytes).toBe(first.length + 1 + 3_000_000 + 1 + 1);
  },
);

test('a line may be as long as the longest', () => {
  expect(read('abc\nabc', 3).lines).toEqual(['abc', 'abc']);
});

test.each([
  ['at the end', 'abc\nabcd', 2],
  ['before another', 'abcd\nabc', 1],
  ['in several pieces', `a\nb\n${'c'.repeat(1_100_000)}`, 3],
])('fails with a longer line %s', (_, content, number) => {
  expect(() => read(content, 3)).toThrow(`line ${number} is too long`);
});

test.each([
  ['at the end', 'abc\nabcd', ['1 abc', '2 passed over']],
  ['before another', 'abcd\nabc\n', ['1 passed over', '2 abc']],
  ['in several pieces', `a\n${'c'.repeat(3_100_000)}\nb`, ['1 a', '2 passed over', '3 b']],
  ['in several pieces at the end', `a\n${'c'.repeat(3_100_000)}`, ['1 a', '2 passed over']],
])('passes over a longer line %s, where the visitor says so', (_, content, visits) => {
  const path = join(folderWith({ 'a.jsonl': content }), 'a.jsonl');
  const seen: string[] = [];
  const visitor = {
    line: (line: Buffer, number: number) => void seen.push(`${number} ${line.toString()}`),
    tooLong: (number: number) => void seen.push(`${number} passed over`),
    unreadable: (reason: string) => new Error(reason),
    advanced: () => undefined,
  };
  readLines(path, visitor, 3);
  expect(seen).toEqual(visits);
});

test('fails with a file that cannot be read', () => {
  const folder = folderWith({});
  const visitor = {
    line: () => undefined,
    tooLong: () => new Error('too long'),
    unreadable: (reason: string) => new Error(`cannot be read: ${reason}`),
    advanced: () => undefined,
  };
  expect(() => readLines(join(folder, 'a.jsonl'), visitor)).toThrow(
    `cannot be read: ENOENT: no such file or directory, open '${folder}/a.jsonl'`,
  );
  expect(() => readLines(folder, visitor)).toThrow('cannot be read: EISDIR: illegal operation on a directory, read');
});
