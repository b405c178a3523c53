import type { FileFacts, VariableShards } from '../../../../../src/sagemaker/model-archive/content/file-facts';
import { neighbourProblems } from '../../../../../src/sagemaker/model-archive/content/neighbour-problems';
import type { Neighbours } from '../../../../../src/sagemaker/model-archive/content/neighbours';

const archive = (
  files: { readonly [path: string]: boolean | undefined },
  { folders = [], sizes = {}, placeholders = [], shards }: SampleNeighbours = {},
): Neighbours => ({
  hasFile: (path) => (path in files ? files[path] : false),
  sizeOf: (path) => sizes[path],
  placeholder: (path) => (placeholders.includes(path) ? { found: 'an empty file', advice: 'write it' } : undefined),
  factsOf: () => ({ problems: [], shards }),
  hasVariables: (folder) => folders.includes(folder),
});

interface SampleNeighbours {
  /** The folders with a folder for variables. */
  readonly folders?: readonly string[];
  readonly sizes?: { readonly [path: string]: number };
  readonly placeholders?: readonly string[];
  readonly shards?: VariableShards;
}

const problemsOf = (path: string, facts: Partial<FileFacts>, neighbours: Neighbours) =>
  [...neighbourProblems(path, { problems: [], ...facts }, neighbours)].map((problem) => ({
    found: problem.found,
    path: problem.path,
    warning: problem.warning,
  }));
const foundOf = (path: string, neededFiles: readonly string[], neighbours: Neighbours) =>
  problemsOf(path, { neededFiles }, neighbours).map(({ found, warning }) => [found, warning]);

test('weights in another file must be in the folder of the model, and are a warning there', () => {
  const there = 'one whose weights are in weights.bin';
  const missing = `${there}, which the archive does not have beside it`;

  expect(foundOf('a/model.onnx', [], archive({}))).toEqual([]);
  expect(foundOf('a/model.onnx', ['weights.bin'], archive({ 'weights.bin': true }))).toEqual([[missing, undefined]]);
  expect(foundOf('a/model.onnx', ['weights.bin'], archive({ 'a/weights.bin': true }))).toEqual([
    [there, 'neoModelFormat'],
  ]);
});

test('weights of which it is not known whether they are there are not missing', () => {
  expect(foundOf('model.onnx', ['weights.bin'], archive({ 'weights.bin': undefined }))).toEqual([
    ['one whose weights are in weights.bin', 'neoModelFormat'],
  ]);
});

test('a file with weights that only stands for another is named', () => {
  const neighbours = archive({ 'a/w.bin': true }, { placeholders: ['a/w.bin'] });
  expect(problemsOf('a/model.onnx', { neededFiles: ['w.bin'] }, neighbours)).toEqual([
    { found: 'an empty file', path: 'a/w.bin' },
    { found: 'one whose weights are in w.bin', warning: 'neoModelFormat' },
  ]);
});

test('a file with weights that is too short is named', () => {
  const problems = (size: number) =>
    problemsOf(
      'a/model.onnx',
      { neededFiles: ['w.bin'], neededBytes: new Map([['w.bin', 20]]) },
      archive({ 'a/w.bin': true }, { sizes: { 'a/w.bin': size } }),
    );
  expect(problems(20)).toEqual([{ found: 'one whose weights are in w.bin', warning: 'neoModelFormat' }]);
  expect(problems(19)[0]).toEqual({
    found: 'one of 19 bytes that is cut off: the model has weights up to 20',
    path: 'a/w.bin',
  });
});

describe('the variables of a SavedModel', () => {
  const index = '1/variables/variables.index';
  const data = '1/variables/variables.data-00000-of-00001';
  const foundIn = (neighbours: Neighbours, hasVariables = true) =>
    problemsOf('1/saved_model.pb', { hasVariables }, neighbours);

  test('are all there', () => {
    const neighbours = archive(
      { [index]: true, [data]: true },
      { folders: ['1'], shards: { count: 1, leastBytes: [9] }, sizes: { [data]: 9 } },
    );
    expect(foundIn(neighbours)).toEqual([]);
  });

  test('must have their folder, whatever the model is', () => {
    expect(foundIn(archive({}, { folders: ['2'] }), false)).toEqual([{ found: 'none such' }]);
    expect(problemsOf('saved_model.pb', {}, archive({}, { folders: ['.'] }))).toEqual([]);
    expect(problemsOf('frozen.pb', {}, archive({}))).toEqual([]);
  });

  test('must have their index, where there are any', () => {
    const neighbours = archive({}, { folders: ['1'] });
    expect(foundIn(neighbours)).toEqual([{ found: 'one without variables/variables.index' }]);
    expect(foundIn(neighbours, false)).toEqual([]);
  });

  test('must have all files that the index names', () => {
    const neighbours = archive(
      { [index]: true, '1/variables/variables.data-00001-of-00002': true },
      { folders: ['1'], shards: { count: 2 } },
    );
    expect(foundIn(neighbours)).toEqual([{ found: 'one without variables/variables.data-00000-of-00002' }]);
  });

  test('must have as many bytes as the index says', () => {
    const options = { folders: ['1'], shards: { count: 1, leastBytes: [9] }, sizes: { [data]: 8 } };
    const files = { [index]: true, [data]: true };
    expect(foundIn(archive(files, options))).toEqual([
      { found: 'one of 8 bytes that is cut off: its index has 9', path: data },
    ]);
    expect(foundIn(archive(files, { ...options, placeholders: [data] }))).toEqual([
      { found: 'an empty file', path: data },
    ]);
  });

  test('are not known to be missing where not all files are known', () => {
    expect(foundIn(archive({ [index]: undefined }, { folders: ['1'], shards: undefined }))).toEqual([]);
  });
});
