import {
  type Neighbours,
  neighbourProblems,
} from '../../../../../src/sagemaker/model-archive/content/neighbour-problems';

const archive = (files: { readonly [path: string]: boolean | undefined }, ...variables: string[]): Neighbours => ({
  hasFile: (path) => (path in files ? files[path] : false),
  hasVariables: (folder) => variables.includes(folder),
});
const foundOf = (path: string, neededFiles: readonly string[], neighbours: Neighbours) =>
  [...neighbourProblems(path, { problems: [], neededFiles }, neighbours)].map(({ found, warning }) => [found, warning]);

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

test.each([
  ['1/saved_model.pb', ['1'], []],
  ['1/saved_model.pb', ['2'], [['none such', undefined]]],
  ['saved_model.pb', ['.'], []],
  ['frozen.pb', [], []],
])('%s, with variables in %j, lacks %j', (path, variables, expected) => {
  expect(foundOf(path, [], archive({}, ...variables))).toEqual(expected);
});
