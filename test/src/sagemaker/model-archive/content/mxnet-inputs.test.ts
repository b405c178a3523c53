import { mxnetInputs } from '../../../../../src/sagemaker/model-archive/content/mxnet-inputs';

test('what the symbol takes and the parameters do not have are inputs, or labels', () => {
  const symbol = { problems: [], variables: ['data', 'fc_weight', 'softmax_label'] };
  expect(mxnetInputs(symbol, [{ problems: [], parameters: new Set(['fc_weight']) }])).toEqual([
    { name: 'data', isOptional: true },
    { name: 'softmax_label', isOptional: true },
  ]);
  expect(mxnetInputs(symbol, [{ problems: [] }])).toBeUndefined();
  expect(mxnetInputs(symbol, [])).toBeUndefined();
});
