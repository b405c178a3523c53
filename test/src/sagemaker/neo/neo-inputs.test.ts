import { modelInputRules } from '../../../../src/sagemaker/neo/model-inputs';
import { openInputsText } from '../../../../src/sagemaker/neo/neo-inputs';
import { sentence } from '../../../../src/validation/finding';

test('the example has a shape where the model says none', () => {
  expect(openInputsText('MXNET', [{ name: 'data', isOptional: true }])).toBe(
    `the model leaves sizes open ('data' of any shape): say them, for example DataInputConfig.fromObject({"data":[1,3,224,224]})`,
  );
});

test.each<[string, readonly (number | string)[], string]>([
  ['ONNX', ['batch', 3, 'height', 'width'], '[1,3,224,224]'],
  ['KERAS', ['', '', '', 3], '[1,3,224,224]'],
  ['TENSORFLOW', ['', '', '', 3], '[1,224,224,3]'],
  ['ONNX', ['batch', 'frames', 80], '[1,1,80]'],
])('the example of %s for %j is %s', (framework, shape, example) => {
  expect(openInputsText(framework, [{ name: 'x', shape }])).toMatch(`DataInputConfig.fromObject({"x":${example}})`);
});

test('inputs that are left out are told as none', () => {
  expect([...modelInputRules({}, 'ONNX', [{ name: 'x', shape: [1, 3] }])].map(sentence)).toEqual([
    "'dataInputConfig' (InputConfig.DataInputConfig) must have the inputs that the model has: 'x' [1, 3], got none",
  ]);
});
