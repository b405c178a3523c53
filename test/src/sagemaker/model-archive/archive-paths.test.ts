import { ArchivePaths } from '../../../../src/sagemaker/model-archive/archive-paths';

function pathsOf(members: { readonly [path: string]: number | string }): ArchivePaths {
  const paths = new ArchivePaths();
  for (const [path, facts] of Object.entries(members)) paths.add(path, facts);
  return paths;
}

test.each([
  ['model.onnx', { 'model.onnx': 3 }, 'model.onnx', 3],
  ['model.onnx', { 'model.onnx': 'real.bin', 'real.bin': 3 }, 'real.bin', 3],
  ['model.onnx', { 'model.onnx': 'b', b: 'c/d', 'c/d': 3 }, 'c/d', 3],
  // a link to a folder, on the way and at the beginning
  ['model.onnx', { 'model.onnx': 'latest/a.bin', latest: 'v/1', 'v/1/a.bin': 3 }, 'v/1/a.bin', 3],
  ['variables/variables.index', { variables: 'v', 'v/variables.index': 3 }, 'v/variables.index', 3],
  ['model.onnx', { 'model.onnx': 'gone' }, 'gone', undefined],
  ['model.onnx', { 'model.onnx': '../gone' }, '../gone', undefined],
])('follows %s among %j', (path, members, end, size) => {
  const paths = pathsOf(members as { [path: string]: number | string });
  expect(paths.endOf(path)).toBe(end);
  expect(paths.sizeOf(path)).toBe(size);
  expect(paths.hasFile(path)).toBe(size !== undefined);
});

test.each([{ a: 'a' }, { a: 'b', b: 'a' }, { a: 'a/b' }])('ends with links that lead to one another: %j', (members) => {
  const paths = pathsOf(members as { [path: string]: string });
  expect(paths.endOf('a')).toBeUndefined();
  expect(paths.hasFile('a')).toBe(false);
  expect(paths.sizeOf('a')).toBeUndefined();
});

test('finds a hidden file that a link leads to', () => {
  const paths = pathsOf({ 'model.onnx': '.real' });
  paths.addHidden('.real', 3);
  expect(paths.hasFile('model.onnx')).toBe(true);
  expect(paths.sizeOf('model.onnx')).toBe(3);
  expect([...paths.names]).toEqual(['model.onnx']);
});

test('does not say what is missing where there is more than it knows', () => {
  const paths = pathsOf(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}`, 1])));
  expect(paths.hasFile('other')).toBeUndefined();
});
