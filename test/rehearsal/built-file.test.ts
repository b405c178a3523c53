import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './fixture-folder';
import { type BuiltFile, builtFile } from '../../rehearsal/built-file';

const FUNCTION_RUNTIME: BuiltFile = 'assets/rehearsal/lambda/function-runtime/index.js';

test.each(['rehearsal', 'assets/rehearsal/cli'])('finds what is built from %s', (folder) => {
  const top = temporaryFolder();
  const library = join(top, 'lib', 'main.js');
  mkdirSync(dirname(library));
  writeFileSync(library, '');
  expect(builtFile('lib/main.js', join(top, folder))).toBe(library);
});

test('finds the bundle that functions run in', () => {
  expect(builtFile(FUNCTION_RUNTIME)).toBe(join(__dirname, '..', '..', FUNCTION_RUNTIME));
});

test.each([
  [FUNCTION_RUNTIME, 'npm run bundle'],
  ['lib/main.js', 'npm run compile'],
] as const)('fails where there is no %s, saying how to make it', (file, command) => {
  const top = temporaryFolder();
  expect(() => builtFile(file, join(top, 'rehearsal'))).toThrow(`There is no ${join(top, file)}: run "${command}".`);
});

test('says where a bundle that runs in its folder has missed a file', () => {
  const top = temporaryFolder();
  writeFileSync(join(top, 'package.json'), '{}');
  const here = join(top, 'assets', 'rehearsal', 'cli');
  expect(() => builtFile('lib/main.js', here)).toThrow(
    `There is no ${join(top, 'lib', 'main.js')}: run "npm run compile".`,
  );
});

test("what is started is a file also where Yarn's Plug'n'Play installs the package", () => {
  const manifest = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ preferUnplugged: true });
});
