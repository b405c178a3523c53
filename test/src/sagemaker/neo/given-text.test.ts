import { givenTextRules, inputsInText } from '../../../../src/sagemaker/neo/given-text';

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
  expect([...givenTextRules('{"x": [1, 3]}', 'ONNX')]).toEqual([]);
  expect([...givenTextRules('x:1,3', undefined)]).toEqual([]);
  expect([...givenTextRules('x:1,3', 'ONNX')]).toEqual([
    {
      member: { property: 'dataInputConfig', api: 'InputConfig.DataInputConfig' },
      text: `should be JSON, such as {"input": [1, 3, 224, 224]}, or Python's form of it, as in AWS's own examples, got 'x:1,3'`,
      warning: 'cdk-ml-jobs:neoDataInputConfig',
    },
  ]);
});

test.each([
  ['\uFEFF{"x": [1, 3]}', 'which begins with a byte order mark that is not to be seen: leave it out'],
  ['{\u201Cx\u201D: [1, 3]}', 'whose quotes are curly: write straight ones'],
  ['{\\"x\\": [1, 3]}', 'whose quotes have backslashes before them: leave those out'],
])('the warning says what keeps %j from being read', (text, hint) => {
  expect([...givenTextRules(text, 'ONNX')]).toMatchObject([{ text: expect.stringMatching(new RegExp(`, ${hint}$`)) }]);
});

test('JSON within JSON is refused', () => {
  expect([...givenTextRules(JSON.stringify('{"x":[1,3]}'), 'ONNX')]).toEqual([
    {
      member: { property: 'dataInputConfig', api: 'InputConfig.DataInputConfig' },
      text: `must be JSON once, as in {"x":[1,3]}: it is JSON within JSON, got '"{\\"x\\":[1,3]}"'`,
    },
  ]);
});
