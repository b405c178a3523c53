import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with files, from their contents; it is there until the tests of the file have run. */
export function folderWith(files: { readonly [name: string]: string | Buffer }): string {
  const folder = mkdtempSync(join(tmpdir(), 'batch-input-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** So many valid records of InvokeModel and of Converse alike, with ids that begin with a text. */
export function records(count: number, id = 'CALL'): string {
  const modelInput = { messages: [{ role: 'user', content: [{ text: 'Summarize the call.' }] }] };
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({ recordId: `${id}${index + 1}`, modelInput }).concat('\n'),
  ).join('');
}
