import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { licenceFiles } from '../../../scripts/third-party/licence-files';

let folder: string;

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'licence-files-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const found = (...names: string[]) => {
  for (const name of names) writeFileSync(path.join(folder, name), `\n${name}\r\n`);
  return licenceFiles(folder);
};

test.each(['LICENSE', 'license', 'LICENCE', 'LICENSE.md', 'LICENSE-MIT.txt', 'NOTICE', 'NOTICE.txt', 'COPYING'])(
  '%s is such a file',
  (name) => expect(found(name)).toEqual([{ name, text: name }]),
);

test.each(['README.md', 'licensing.js', 'notices', 'index.js'])('%s is none', (name) =>
  expect(found(name)).toEqual([]),
);

test('a package may have several', () => {
  expect(found('NOTICE', 'LICENSE').map(({ name }) => name)).toEqual(['LICENSE', 'NOTICE']);
});
