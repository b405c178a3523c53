import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import { errorOf, warningsOf } from './job-findings';
import { CompilationTarget, DataInputConfig, Framework, TargetDevice } from '../../../../src';

const API = '(InputConfig.DataInputConfig)';
const ACKNOWLEDGED = '[ack: cdk-ml-jobs:neoDataInputConfig]';

const inputs = (value: { [name: string]: unknown } | unknown[], framework = 'PYTORCH', device = 'rasp3b') => ({
  framework: Framework.of(framework),
  target: CompilationTarget.device(TargetDevice.of(device)),
  dataInputConfig: Array.isArray(value) ? DataInputConfig.fromArray(value) : DataInputConfig.fromObject(value),
});

describe('inputs that AWS has in its documentation', () => {
  test.each([
    ['TENSORFLOW', 'ml_c5', { input: [1, 1024, 1024, 3] }],
    ['TENSORFLOW', 'ml_c5', { data1: [1, 28, 28, 1], data2: [1, 28, 28, 1] }],
    ['KERAS', 'ml_c5', { input_1: [1, 3, 224, 224] }],
    ['MXNET', 'ml_c5', { data: [1, 3, 1024, 1024] }],
    ['ONNX', 'rasp3b', { var1: [1, 1, 28, 28], var2: [1, 1, 28, 28] }],
    ['DARKNET', 'rasp3b', { data: [1, 3, 416, 416] }],
    ['TFLITE', 'rasp3b', { input: [1, 224, 224, 3] }],
    ['PYTORCH', 'ml_c5', { input0: [1, 3, 224, 224], input1: [1, 3, 224, 224] }],
    [
      'PYTORCH',
      'ml_inf1',
      [
        [1, 128],
        [1, 128],
      ],
    ],
    ['TENSORFLOW', 'coreml', { input_1: { shape: ['1..10', 224, 224, 3] } }],
    ['TENSORFLOW', 'coreml', { input_1: { shape: ['1..10', 224, 224, 3], default_shape: [1, 224, 224, 3] } }],
    [
      'PYTORCH',
      'coreml',
      [
        {
          shape: [
            [1, 3, 224, 224],
            [1, 3, 160, 160],
          ],
          default_shape: [1, 3, 224, 224],
        },
      ],
    ],
    [
      'TENSORFLOW',
      'coreml',
      {
        input_1: {
          shape: [
            [1, 224, 224, 3],
            [1, 160, 160, 3],
          ],
          default_shape: [1, 224, 224, 3],
          type: 'Image',
          bias: [-1, -1, -1],
          scale: 0.007843137255,
        },
      },
    ],
    ['XGBOOST', 'ml_c5', {}],
    ['XGBOOST', 'ml_c5', { data: [1, 69] }],
  ])('pass for %s on %s: %j', (framework, device, value) => {
    expect(errorOf(inputs(value, framework, device))).toBeUndefined();
    expect(warningsOf(inputs(value, framework, device))).toEqual([]);
  });
});

test('an input of MXNet has sizes', () => {
  expect(errorOf(inputs({ data: [] }, 'MXNET'))).toContain(
    `'dataInputConfig.data' ${API} must be a list of sizes, such as [1, 3, 224, 224], got []`,
  );
  expect(errorOf(inputs({ data: [] }, 'ONNX'))).toBeUndefined();
});

test('inputs without names are refused as a text, too', () => {
  const text = (framework: string) => ({
    ...inputs([], framework),
    dataInputConfig: DataInputConfig.fromString('[[1, 3, 4, 4]]'),
  });
  expect(errorOf(text('ONNX'))).toContain(
    `'dataInputConfig' ${API} must be an object of shapes by name for ONNX, for example DataInputConfig.fromObject({ input: [1, 3, 224, 224] }), got [[1,3,4,4]]`,
  );
  expect(errorOf(text('PYTORCH'))).toBeUndefined();
});

describe('a text that can be read', () => {
  const told = (text: string, framework = 'ONNX') => {
    const given = { ...inputs([], framework), dataInputConfig: DataInputConfig.fromString(text) };
    const error = errorOf(given);
    return { error, warnings: error === undefined ? warningsOf(given) : [] };
  };

  test.each([
    ['{"input": [1, 3, 224, 224]}', 'ONNX'],
    ["{'input': (1, 3, 224, 224)}", 'ONNX'],
    ['{"input": []}', 'ONNX'],
    ['[[1, 3], [1, 3]]', 'PYTORCH'],
    ['{}', 'XGBOOST'],
  ])('passes with right shapes: %s for %s', (text, framework) => {
    expect(told(text, framework)).toEqual({ error: undefined, warnings: [] });
  });

  test.each([
    ['{"input": "1,3,224,224"}', 'ONNX', "'dataInputConfig.input' "],
    ['{"input": ["1", "3"]}', 'ONNX', "'dataInputConfig.input[0]' "],
    ["{'input': ['batch', 3]}", 'ONNX', "'dataInputConfig.input[0]' "],
    ['{"input": [0, 3]}', 'ONNX', "'dataInputConfig.input[0]' "],
    ['{"input": [1.0, 3.5]}', 'ONNX', "'dataInputConfig.input[1]' "],
    ['{"input": 224}', 'ONNX', "'dataInputConfig.input' "],
    ['{}', 'ONNX', 'must have an input for ONNX, got none'],
    ['"{\\"input\\": [1, 3]}"', 'ONNX', 'must be JSON once'],
    ['224', 'ONNX', 'must be an object of shapes by name, or a list of shapes, got 224'],
    ['[1, 3]', 'PYTORCH', "'dataInputConfig[0]' "],
    ["[{'input': [1, 3]}]", 'PYTORCH', "'dataInputConfig[0]' "],
  ])('is refused with wrong ones: %s for %s', (text, framework, expected) => {
    expect(told(text, framework).error).toContain(expected);
  });

  test('is warned of where its sizes are open', () => {
    expect(told('{"input": [-1, 3]}')).toEqual({
      error: undefined,
      warnings: [
        expect.stringContaining("'dataInputConfig.input' (InputConfig.DataInputConfig) has more than one size"),
      ],
    });
  });
});

test.each([
  [{ inputs: { input: [1, 3] } }, "'dataInputConfig.inputs'"],
  [[{ input: [1, 3] }], "'dataInputConfig[0]'"],
])('shapes by name that are a level too deep are told as that: %j', (value, member) => {
  expect(errorOf(inputs(value))).toBe(
    `Stack/Compile: ${member} ${API} must be a shape, and not an object with shapes by name: take one level away, so that it is {"input":[1,3]}, got {"input":[1,3]}`,
  );
});

describe('names', () => {
  test.each(['TENSORFLOW', 'KERAS', 'MXNET', 'ONNX', 'DARKNET', 'TFLITE'])('must be given for %s', (framework) => {
    expect(errorOf(inputs([[1, 3]], framework))).toBe(
      `Stack/Compile: 'dataInputConfig' ${API} must be an object of shapes by name for ${framework}, for example DataInputConfig.fromObject({ input: [1, 3, 224, 224] }), got [[1,3]]`,
    );
  });

  test.each(['', ' '])('must not be empty: "%s"', (name) => {
    expect(errorOf(inputs({ [name]: [1, 3] }))).toBe(
      `Stack/Compile: 'dataInputConfig' ${API} must be shapes by names that are not empty, got {"${name}":[1,3]}`,
    );
  });

  test.each([[{}], [[]]])('must be there: %j', (value) => {
    expect(errorOf(inputs(value))).toBe(
      `Stack/Compile: 'dataInputConfig' ${API} must have an input for PYTORCH, got none`,
    );
  });
});

test('inputs that are nothing fail', () => {
  expect(errorOf(inputs(null as never))).toBe(
    `Stack/Compile: 'dataInputConfig' ${API} must be an object of shapes by name, or a list of shapes, got null`,
  );
});

describe('a shape', () => {
  const dimension = "a whole number of at least 1, or a range such as '1..10'";

  test.each([
    [{ x: [1, 0] }, `'dataInputConfig.x[1]' ${API} must be ${dimension}, got 0`],
    [{ x: [1.5] }, `'dataInputConfig.x[0]' ${API} must be ${dimension}, got 1.5`],
    [{ x: [-3] }, `'dataInputConfig.x[0]' ${API} must be ${dimension}, got -3`],
    [{ x: [NaN] }, `'dataInputConfig.x[0]' ${API} must be ${dimension}, got NaN`],
    [{ x: ['224'] }, `'dataInputConfig.x[0]' ${API} must be ${dimension}, got '224'`],
    [{ x: ['10..1'] }, `'dataInputConfig.x[0]' ${API} must be ${dimension}, got '10..1'`],
    [{ x: ['0..1'] }, `'dataInputConfig.x[0]' ${API} must be ${dimension}, got '0..1'`],
    [{ x: [[1, '1..2']] }, `'dataInputConfig.x[0][1]' ${API} must be a whole number of at least 1, got '1..2'`],
    [{ x: [[1], 2] }, `'dataInputConfig.x[1]' ${API} must be a list of sizes, such as [1, 3, 224, 224], got 2`],
    [{ x: 3 }, `'dataInputConfig.x' ${API} must be a shape: a list of dimensions, such as [1, 3, 224, 224], got 3`],
    [[1, 3], `'dataInputConfig[0]' ${API} must be a shape: a list of dimensions, such as [1, 3, 224, 224], got 1`],
  ])('fails with %j', (value, text) => {
    expect(errorOf(inputs(value))).toContain(text);
  });

  test.each([
    [{ x: [null, 3] }, 'has more than one size'],
    [{ x: [-1, 3] }, 'has more than one size'],
    [{ x: ['1..10', 3] }, 'has more than one size'],
    [
      {
        x: [
          [1, 3],
          [2, 3],
        ],
      },
      'has more than one size',
    ],
    [{ x: { shape: [1, 3] } }, 'is an object with a shape'],
  ])('should be fixed unless the device is coreml: %j', (value, what) => {
    expect(warningsOf(inputs(value))).toEqual([
      `'dataInputConfig.x' ${API} ${what}, which Neo's documentation has for the device coreml only: for rasp3b, give a list of whole numbers ${ACKNOWLEDGED}`,
    ]);
  });

  test('of Keras should have its channels first', () => {
    expect(warningsOf(inputs({ input_1: [1, 224, 224, 3] }, 'KERAS'))).toEqual([
      `'dataInputConfig.input_1' ${API} looks as if the channels come last: Neo takes the shapes of KERAS models with the channels first (NCHW) ${ACKNOWLEDGED}`,
    ]);
  });
});

describe('an input for Core ML', () => {
  const coreMl = (input: { [member: string]: unknown }) => inputs({ x: input }, 'TENSORFLOW', 'coreml');
  const image = { shape: [1, 224, 224, 3], type: 'Image', bias: [-1, -1, -1], scale: 0.5 };

  test.each([
    [{}, `'dataInputConfig.x.shape' ${API} must be given, such as [1, 224, 224, 3], got undefined`],
    [
      { shape: [0] },
      `'dataInputConfig.x.shape[0]' ${API} must be a whole number of at least 1, or a range such as '1..10', got 0`,
    ],
    [
      { shape: [1], default_shape: ['1..2'] },
      `'dataInputConfig.x.default_shape[0]' ${API} must be a whole number of at least 1, got '1..2'`,
    ],
    [{ shape: [1], type: 'image' }, `'dataInputConfig.x.type' ${API} must be one of Image, Tensor, got 'image'`],
    [{ shape: [1], type: 'Image' }, `'dataInputConfig.x' ${API} must have bias and scale, for its type is Image`],
    [{ ...image, scale: undefined }, `'dataInputConfig.x' ${API} must have scale, for its type is Image`],
    [
      { ...image, bias: ['1'] },
      `'dataInputConfig.x.bias' ${API} must be a number, or a list of them, such as [-1, -1, -1], got ["1"]`,
    ],
    [
      { ...image, scale: '0.5' },
      `'dataInputConfig.x.scale' ${API} must be a number, or a list of them, such as 0.0078, got '0.5'`,
    ],
  ])('fails with %j', (input, text) => {
    expect(errorOf(coreMl(input))).toBe(`Stack/Compile: ${text}`);
  });

  test.each([
    [{ shape: ['1..10', 3], default_shape: [11, 3] }],
    [
      {
        shape: [
          [1, 3],
          [2, 3],
        ],
        default_shape: [3, 3],
      },
    ],
    [{ shape: [1, 3], default_shape: [1, 3, 3] }],
  ])('should have a default that the shape allows: %j', (input) => {
    expect(warningsOf(coreMl(input))).toEqual([
      `'dataInputConfig.x.default_shape' ${API} is none that 'dataInputConfig.x.shape' allows ${ACKNOWLEDGED}`,
    ]);
  });

  test('should have no members but those of the documentation', () => {
    expect(warningsOf(coreMl({ shape: [1], shapes: [2] }))).toEqual([
      `'dataInputConfig.x' ${API} has shapes, and Neo's documentation has for Core ML: shape, default_shape, type, bias, scale ${ACKNOWLEDGED}`,
    ]);
  });
});

describe('a missing configuration', () => {
  const without = (framework: Framework, frameworkVersion?: string) => ({ framework, frameworkVersion });

  test.each([
    [Framework.XGBOOST, undefined],
    [Framework.PYTORCH, '2.0'],
    [Framework.PYTORCH, Fn.ref('Version')],
  ])('passes for $value %s', (framework, version) => {
    expect(warningsOf(without(framework, version))).toEqual([]);
  });

  test('has a warning for a framework that needs it', () => {
    expect(warningsOf(without(Framework.ONNX))).toEqual([
      `'dataInputConfig' ${API} is not given, and Neo's documentation asks for the inputs of ONNX models ${ACKNOWLEDGED}`,
    ]);
  });

  test.each([undefined, '1.13'])('has a warning for PyTorch %s', (version) => {
    expect(warningsOf(without(Framework.PYTORCH, version))).toEqual([
      `'dataInputConfig' ${API} is not given, and Neo's documentation asks for the inputs of PYTORCH models unless version 2.0 or later has saved the model ${ACKNOWLEDGED}`,
    ]);
  });
});

test('tokens are left to the deployment', () => {
  const number = Token.asNumber(Fn.ref('Size'));
  const anything = Lazy.any({ produce: () => 0 });
  const value = {
    [Aws.REGION]: [number, anything, Fn.ref('Range')],
    list: Fn.split(',', Aws.REGION),
    lazy: anything,
    described: {
      shape: anything,
      default_shape: [number],
      type: Fn.ref('Type'),
      bias: [number],
      scale: anything,
    },
    enumerated: { shape: [[number, 3], anything], default_shape: [2, 3] },
  };
  expect(errorOf(inputs(value, 'TENSORFLOW', 'coreml'))).toBeUndefined();
  expect(warningsOf(inputs(value, 'TENSORFLOW', 'coreml'))).toEqual([]);
});

test('an override stands for itself', () => {
  const requestOverrides = { InputConfig: { DataInputConfig: '{"x": [0]}' } };
  expect(errorOf({ ...inputs({ x: [0] }), requestOverrides })).toBeUndefined();
});

test('a text that cannot be read is not looked into', () => {
  const dataInputConfig = DataInputConfig.fromString("{'x': [0]");
  expect(errorOf({ ...inputs({}), dataInputConfig })).toBeUndefined();
});
