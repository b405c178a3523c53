import { modelProblem } from '../../../../rehearsal/bedrock/import/model-files';
import { uploaded, uriOf } from '../../fixture-batch';

const WEIGHTS = { 'model/model.safetensors': 'x' };
const CONFIG = { 'model/config.json': '{"model_type":"llama"}' };
const problemOf = (files: { readonly [name: string]: string }) => modelProblem(uriOf('model/'), uploaded(files));

test('nothing is wrong with weights and a configuration', () => {
  expect(problemOf({ ...WEIGHTS, ...CONFIG })).toBeUndefined();
});

test('nothing is known of what the assembly does not upload', () => {
  expect(modelProblem('s3://models/llama/', uploaded(CONFIG))).toBeUndefined();
});

test.each([
  ['no weights', CONFIG, 'There are no safetensors files in'],
  ['no configuration', WEIGHTS, 'The file config.json is missing in'],
  ['a configuration that is no JSON', { ...WEIGHTS, 'model/config.json': '{' }, 'is not valid JSON'],
  [
    'a configuration of nothing',
    { ...WEIGHTS, 'model/config.json': '[]' },
    'The architecture of the model is not supported',
  ],
])('%s', (_, files, problem) => {
  expect(problemOf(files)).toContain(problem);
});
