import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { FOLDERS } from '../../projenrc/imports';

const ROOT = path.join(__dirname, '..', '..');

/** The parts of the simulated world know it by its type, and it has them as its parts: only this circle is left. */
const WORLD = 'simulation/world.ts';

type Imports = ReadonlyMap<string, readonly string[]>;

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return /^(\.|cdk\.out$|node_modules$)/.test(entry.name) ? [] : filesIn(file);
    return /(?<!\.d)\.ts$/.test(entry.name) ? [file] : [];
  });

/** What a file imports of the repository, types as well. */
const importsOf = (file: string): string[] =>
  ts.preProcessFile(readFileSync(path.join(ROOT, file), 'utf8'), true, true).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const imported = path.posix.join(path.posix.dirname(file), fileName);
    return [`${imported}.ts`, `${imported}/index.ts`].filter((each) => existsSync(path.join(ROOT, each))).slice(0, 1);
  });

/** Every circle that a walk through the imports comes upon, as the files on its way. */
const circlesIn = (imports: Imports): string[] => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return;
    done.add(file);
    for (const imported of imports.get(file) ?? []) walk(imported, [...way, file]);
  };
  for (const file of imports.keys()) walk(file, []);
  return circles;
};

test('no file imports itself through others, be it only types, but for the simulated world', () => {
  const files = ['src', 'test', 'projenrc', ...FOLDERS].flatMap(filesIn);
  expect(files.length).toBeGreaterThan(500);
  const imports = files.map((file) => [file, importsOf(file).filter((imported) => imported !== WORLD)] as const);
  expect(circlesIn(new Map(imports))).toEqual([]);
});

test.each([
  ['one through another', { a: ['b'], b: ['a'] }, ['a -> b -> a']],
  ['one through two others', { a: ['b'], b: ['c'], c: ['a'] }, ['a -> b -> c -> a']],
  ['itself', { a: ['a'] }, ['a -> a']],
  ['one that another leads to', { a: ['b'], b: ['c'], c: ['b'] }, ['b -> c -> b']],
  ['none, where two import the same', { a: ['b', 'c'], b: ['c'], c: [] }, []],
])('a circle would be found out: %s', (_, imports, circles) => {
  expect(circlesIn(new Map(Object.entries(imports)))).toEqual(circles);
});
