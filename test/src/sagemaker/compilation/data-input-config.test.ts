import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import { CompilationTarget, DataInputConfig, Framework, TargetDevice } from '../../../../src';
import { requestOf } from '../../sample-job';
import { errorOf } from '../neo/job-findings';

const rendered = (dataInputConfig: DataInputConfig) =>
  (requestOf({ framework: Framework.PYTORCH, dataInputConfig }).InputConfig as { DataInputConfig: unknown })
    .DataInputConfig;

const renderedFor = (framework: Framework, requestOverrides?: { [member: string]: unknown }) =>
  (
    requestOf({
      framework,
      requestOverrides,
      target: CompilationTarget.device(TargetDevice.COREML),
      dataInputConfig: DataInputConfig.fromObject({ z: { shape: [1, 3], default_shape: [1, 3] }, b: [1] }),
    }).InputConfig as { DataInputConfig: unknown }
  ).DataInputConfig;
const GIVEN = '{"z":{"default_shape":[1,3],"shape":[1,3]},"b":[1]}';
const SORTED = '{"b":[1],"z":{"default_shape":[1,3],"shape":[1,3]}}';

test.each(['PYTORCH', 'MXNET', 'ONNX', 'DARKNET'])(
  'Neo takes the inputs of %s in order: they keep it, and what describes one is in the order of its keys',
  (framework) => {
    expect(renderedFor(Framework.of(framework))).toBe(GIVEN);
  },
);

test.each(['TENSORFLOW', 'KERAS', 'TFLITE'])('the inputs of %s are in the order of their names', (framework) => {
  expect(renderedFor(Framework.of(framework))).toBe(SORTED);
});

test('the framework that counts is the one that is sent', () => {
  expect(renderedFor(Framework.ONNX, { InputConfig: { Framework: 'TFLITE' } })).toBe(SORTED);
  expect(renderedFor(Framework.TFLITE, { InputConfig: { Framework: 'ONNX' } })).toBe(GIVEN);
  expect(renderedFor(Framework.TFLITE, { InputConfig: { Framework: Aws.STACK_NAME } })).toBe(GIVEN);
});

test('a list is rendered as JSON', () => {
  expect(rendered(DataInputConfig.fromArray([[1, 3, 224, 224]]))).toBe('[[1,3,224,224]]');
});

test.each(["{'input': [1, 3, 224, 224]}", '{"input": "1,3"', 'none'])('a string is sent as it is: %s', (text) => {
  expect(rendered(DataInputConfig.fromString(text))).toBe(text);
});

test('names, shapes, dimensions and all may be tokens', () => {
  const config = DataInputConfig.fromObject({
    [Aws.STACK_NAME]: [1, Token.asNumber(Fn.ref('Channels'))],
    list: Fn.split(',', Aws.REGION),
    lazy: Lazy.any({ produce: () => [1, 3] }),
  });
  expect(rendered(config)).toEqual({
    'Fn::Join': [
      '',
      [
        '{"',
        { Ref: 'AWS::StackName' },
        '":[1,',
        { Ref: 'Channels' },
        '],"list":',
        { 'Fn::GetAtt': [expect.stringContaining('CdkJsonStringify'), 'Value'] },
        ',"lazy":[1,3]}',
      ],
    ],
  });
});

test.each([
  ['no characters', ''],
  ['too many', 'x'.repeat(16_385)],
])('fails with %s', (_, text) => {
  expect(errorOf({ dataInputConfig: DataInputConfig.fromString(text) })).toContain(
    `Stack/Compile: 'dataInputConfig' (InputConfig.DataInputConfig) must be 1 to 16384 characters (it has ${text.length}), got`,
  );
});

test('fails with an object that is too long as JSON', () => {
  const dataInputConfig = DataInputConfig.fromObject({ ['x'.repeat(16_384)]: [1] });
  expect(errorOf({ framework: Framework.ONNX, dataInputConfig })).toContain(
    "'dataInputConfig' (InputConfig.DataInputConfig) must be 1 to 16384 characters (it has 16392), got",
  );
});
