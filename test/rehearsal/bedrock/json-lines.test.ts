import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines } from '../../../rehearsal/bedrock/json-lines';
import { temporaryFolder } from '../fixture-folder';

const folder = temporaryFolder();

function linesOf(content: string): (readonly [number, string])[] {
  const path = join(folder, 'lines.jsonl');
  writeFileSync(path, content);
  return [...lines(path)].map(({ number, text }) => [number, text]);
}

test('reads lines with and without an end, and counts the blank ones that it leaves out', () => {
  expect(linesOf('a\n\nb\n')).toEqual([
    [1, 'a'],
    [3, 'b'],
  ]);
  expect(linesOf('a\nb')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  expect(linesOf('')).toEqual([]);
});

test('a line, and a character of it, may be longer than the piece that is read', () => {
  const long = `x${'ü'.repeat(1_500_000)}`;
  expect(linesOf(`a\n${long}\nb\n`)).toEqual([
    [1, 'a'],
    [2, long],
    [3, 'b'],
  ]);
});
