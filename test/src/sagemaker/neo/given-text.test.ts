import { inputsInText, unreadableTextRules } from '../../../../src/sagemaker/neo/given-text';

test.each([
  ['{"x": [1, 3]}', { x: [1, 3] }],
  ["{'x': [1, 3], 'y': [None, 2]}", { x: [1, 3], y: [null, 2] }],
  ["{'x': (1, 3,), }", { x: [1, 3] }],
  ['[[1, 3]]', [[1, 3]]],
  ['x:1,3', undefined],
  [undefined, undefined],
])('%j says %j', (text, inputs) => {
  expect(inputsInText(text)).toEqual(inputs);
});

test('a text that cannot be read is a warning', () => {
  expect([...unreadableTextRules('{"x": [1, 3]}', 'ONNX')]).toEqual([]);
  expect([...unreadableTextRules('x:1,3', undefined)]).toEqual([]);
  expect([...unreadableTextRules('x:1,3', 'ONNX')]).toEqual([
    {
      member: { property: 'dataInputConfig', api: 'InputConfig.DataInputConfig' },
      text: `should be JSON, such as {"input": [1, 3, 224, 224]}, or Python's form of it, as in AWS's own examples, got 'x:1,3'`,
      warning: 'cdk-ml-jobs:neoDataInputConfig',
    },
  ]);
});
