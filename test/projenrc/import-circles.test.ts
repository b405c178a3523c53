import { filesIn, importsOf } from './file-imports';
import { FOLDERS } from '../../projenrc/imports';

type Imports = ReadonlyMap<string, readonly string[]>;

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

test('no file imports itself through others, be it only types', () => {
  const files = ['src', 'test', 'projenrc', ...FOLDERS].flatMap(filesIn);
  expect(files.length).toBeGreaterThan(500);
  expect(circlesIn(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
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
