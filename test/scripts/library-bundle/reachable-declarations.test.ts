import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pruneDeclarations, reachableDeclarations } from '../../../scripts/library-bundle/reachable-declarations';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'declarations-'));
  mkdirSync(path.join(folder, 'job'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: { readonly [name: string]: string }) =>
  Object.entries(files).forEach(([name, text]) => writeFileSync(path.join(folder, name), text));
const names = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .sort();

test('what the entry leads to stays, through imports, exports, import types and folders, and all that is no declaration', () => {
  write({
    'index.d.ts': "export * from './a';\nexport { J } from './job';",
    'a.d.ts': "import type { B } from './b';\nimport { Stack } from 'aws-cdk-lib';\nexport interface A { b: B }",
    'b.d.ts': "import { A } from './a';\nexport type B = import('./c').C;",
    'c.d.ts': 'export type C = string;',
    'job/index.d.ts': 'export type J = 1;',
    'inside.d.ts': "import { A } from './a';",
    'job/inside.d.ts': '',
    'inside.js': '',
  });
  pruneDeclarations(folder, 'index.d.ts');
  expect(names()).toEqual(['a.d.ts', 'b.d.ts', 'c.d.ts', 'index.d.ts', 'inside.js', 'job/index.d.ts']);
});

test('an import that leads nowhere is an error', () => {
  write({ 'index.d.ts': "export * from './gone';" });
  expect(() => reachableDeclarations(path.join(folder, 'index.d.ts'))).toThrow(
    `${path.join(folder, 'index.d.ts')} imports ./gone, of which there are no declarations`,
  );
});
