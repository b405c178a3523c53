import { factsOf, MODELS } from './read-sample';
import {
  DARKNET_NETWORK,
  field,
  frozenGraph,
  kerasModel,
  mxnetParameters,
  onnxModel,
  savedModel,
  tfliteModel,
  torchScript,
  zipOf,
} from '../sample-models';

describe.each(MODELS)('%s for %s', (name, framework, content) => {
  test('is taken, in whatever pieces it comes', () => {
    expect(factsOf(name, framework, content).problems).toEqual([]);
    expect(factsOf(name, framework, content, 1)).toEqual(factsOf(name, framework, content));
  });

  test.each([
    ['an empty file', ''],
    [
      'a Git LFS pointer of 132 bytes',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 1234567\n`,
    ],
    ['a web page', '\n<!DOCTYPE html><html></html>'],
    ['a 7z archive', Buffer.from('377abcaf271c0000', 'hex')],
    ['a tar archive', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0')])],
  ])('is told where it is %s', (found, other) => {
    expect(factsOf(name, framework, other).problems).toMatchObject([{ found }]);
  });
});

const torchZip = (pickle: string, ...names: string[]) =>
  zipOf(names, Buffer.from(`data.pkl\0\0\u0080\u0002${pickle}`, 'latin1'));
const keras = (members: object) => kerasModel({ class_name: 'Functional', ...members });

test.each([
  ['a.onnx', 'ONNX', 'text', "a text: 'text'"],
  ['a.onnx', 'ONNX', field(1, 7), 'no such: it has no graph'],
  ['a.onnx', 'ONNX', onnxModel().subarray(0, -1), 'no such: a field reaches beyond its message'],
  ['a.onnx', 'ONNX', onnxModel({ opset: 15, ir: 8 }), 'one with the operator set 15 and the IR version 8'],
  ['a.pth', 'PYTORCH', torchZip('ccollections\nOrderedDict\n', 'm/data.pkl'), /^a state dict/],
  ['a.pth', 'PYTORCH', torchZip('}', 'm/data.pkl'), /^a state dict/],
  [
    'a.pth',
    'PYTORCH',
    torchZip('cmine\nNet\n', 'm/data.pkl'),
    /^a module that is pickled whole, of the class mine.Net/,
  ],
  ['a.pt', 'PYTORCH', zipOf(['m/archive_format', 'm/models/model.json']), 'a program that torch.export has written'],
  ['a.pt', 'PYTORCH', torchScript().subarray(0, -30), /cut off/],
  ['a.pt', 'PYTORCH', Buffer.concat([Buffer.from([9, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{"a":[1]}')]), /safetensors/],
  ['a.tflite', 'TFLITE', Buffer.alloc(20), 'a file without it'],
  ['a.tflite', 'TFLITE', tfliteModel().subarray(0, 60), /^a damaged one: /],
  ['a.tflite', 'TFLITE', tfliteModel({ type: 9 }), "the input 'input' of the type INT8"],
  ['a.h5', 'KERAS', Buffer.alloc(20), 'a file without the signature of HDF5'],
  ['a.h5', 'KERAS', Buffer.from('\u0089HDF\r\n\u001a\nlayer_names', 'latin1'), /^weights alone/],
  ['a.h5', 'KERAS', Buffer.from('\u0089HDF\r\n\u001a\ntemperature', 'latin1'), /^HDF5 of something else/],
  ['a.h5', 'KERAS', zipOf(['metadata.json', 'config.json']), /^a \.keras archive/],
  ['saved_model.pb', 'TENSORFLOW', frozenGraph(), /^no such: /],
  ['a.json', 'MXNET', '{"nodes":[1]}', 'something else'],
  ['a.params', 'MXNET', mxnetParameters(), /^arrays without names/],
  ['a.cfg', 'DARKNET', '[convolutional]\n', 'one that begins with [convolutional]'],
  [
    'a.cfg',
    'DARKNET',
    '[net]\nwidth=8\nchannels=3\n# height=8\n',
    "one whose [net] has no number for height: Darknet says 'No input parameters supplied'",
  ],
  [
    'a.cfg',
    'DARKNET',
    '[network]\nheight=8\nwidth=abc\nchannels=3\n',
    "one whose [network] has no number for width: Darknet says 'No input parameters supplied'",
  ],
  ['a.cfg', 'DARKNET', `\uFEFF${DARKNET_NETWORK}`, 'a text that begins with a byte order mark'],
  ['a.cfg', 'DARKNET', Buffer.from(DARKNET_NETWORK, 'utf16le'), 'a text in UTF-16'],
  ['a-symbol.json', 'MXNET', '\uFEFF{"nodes":[]}', 'a text that begins with a byte order mark'],
  ['a.cfg', 'DARKNET', `${DARKNET_NETWORK}[yolo]\n`, /^one with \[yolo\]/],
  ['a.model', 'XGBOOST', 'tree\nversion=v4\n', 'a model of LightGBM'],
  ['a.cbm', 'XGBOOST', 'CBM1....', 'a model of CatBoost'],
  ['a.json', 'XGBOOST', '{"name":"tree","version":"v4"}', 'JSON of LightGBM'],
  ['a.json', 'XGBOOST', '{\n"ctr_data":{},"features_info":{}}', 'JSON of CatBoost'],
  [
    'a.json',
    'XGBOOST',
    '[\n  { "nodeid": 0, "leaf": 1 }]',
    'JSON that dump_model has written, which nothing reads back',
  ],
  ['a.json', 'XGBOOST', '\uFEFF{"learner":{}}', 'a text that begins with a byte order mark'],
  ['a.model', 'XGBOOST', 'booster: gbtree\n', 'a file in none of these formats'],
  ['a.model', 'XGBOOST', `binf${'\0'.repeat(144)}reg:linear\0gbtree`, 'a file in none of these formats'],
  ['a.model', 'XGBOOST', '{L\0\0\0\0\0\0\0\u0007learner', /^UBJSON/],
  [
    'a.model',
    'XGBOOST',
    '{"learner":{"learner_model_param":{"base_score":"[5E-1]"}},"version":[3,1,0]}',
    /^JSON of XGBoost 3.1 or/,
  ],
  ['a.model', 'XGBOOST', '{"learner":{},"version":[2,0,1]}', 'JSON of XGBoost 2.0.1'],
  ['a.model', 'XGBOOST', '{"trees":[]}', 'JSON without a learner'],
  ['a.model', 'XGBOOST', Buffer.from('\u0080\u0003csklearn.pipeline\nPipeline\n', 'latin1'), /^a pickled pipeline/],
])('%s for %s is told what it is (%#)', (name, framework, content, found) => {
  const { problems } = factsOf(name, framework, content);
  expect(problems).toHaveLength(1);
  expect(problems[0].found).toMatch(found);
});

test.each([
  ['a.onnx', 'ONNX', onnxModel({ inputs: { x: [1, 'n'], w: [3] }, weights: ['w'] }), [{ name: 'x', shape: [1, 'n'] }]],
  ['a.tflite', 'TFLITE', tfliteModel({ signature: [-1, 4] }), [{ name: 'input', shape: ['', 4] }]],
  [
    'saved_model.pb',
    'TENSORFLOW',
    savedModel({ x: ['serving_default_x:0', [-1, 4]], a: ['in:0', [2]] }),
    [
      { name: 'in', shape: [2] },
      { name: 'x', shape: ['', 4] },
    ],
  ],
  ['frozen.pb', 'TENSORFLOW', frozenGraph(), [{ name: 'input', shape: [1, 4] }]],
  [
    'a.h5',
    'KERAS',
    keras({
      config: {
        layers: [
          { class_name: 'InputLayer', config: { name: 'b', batch_shape: [null, 8] } },
          { class_name: 'InputLayer', name: 'a', config: { batch_input_shape: [1, 4] } },
        ],
        input_layers: [
          ['a', 0, 0],
          ['b', 0, 0],
        ],
      },
    }),
    [
      { name: 'a', shape: [1, 4] },
      { name: 'b', shape: ['', 8] },
    ],
  ],
  [
    'a.h5',
    'KERAS',
    kerasModel({ class_name: 'Sequential', config: [{ config: { name: 'dense', batch_input_shape: [null, 4] } }] }),
    [{ name: 'dense_input', shape: ['', 4] }],
  ],
])('%s for %s says its inputs (%#)', (name, framework, content, inputs) => {
  expect(factsOf(name, framework, content).inputs).toEqual(inputs);
});

test('an ONNX model says where its weights are', () => {
  const content = onnxModel({ weights: ['w'], location: 'w.data' });
  expect(factsOf('a.onnx', 'ONNX', content).neededFiles).toEqual(['w.data']);
});
