import { gzipSync } from 'node:zlib';
import { checkArchive } from '../../check/archive-check';
import { sampleFolder, type SampleEntry, tarGzOf } from '../src/sagemaker/model-archive/sample-archive';
import {
  field,
  kerasModel,
  onnxModel,
  sampleContent,
  variablesIndex,
} from '../src/sagemaker/model-archive/sample-models';

const { write } = sampleFolder();
const check = (entries: readonly SampleEntry[], framework?: string) =>
  checkArchive(write('model.tar.gz', tarGzOf(...entries)), framework);

test.each([
  [['model.onnx'], ['ONNX']],
  [['model.pt'], ['PYTORCH']],
  [['model.tflite', 'labels.txt'], ['TFLITE']],
  [['model-symbol.json', 'model-0000.params'], ['MXNET']],
  [['model.onnx', 'config.json'], ['ONNX']],
  [['model.cfg', 'model.weights'], ['DARKNET']],
  [['booster.model'], ['XGBOOST']],
  [
    ['model.onnx', 'model.pt'],
    ['ONNX', 'PYTORCH'],
  ],
])('%j would be taken for %j', (paths, frameworks) => {
  expect(check(paths)).toMatchObject({ frameworks, findings: [] });
});

test('the framework may be said, and then it is the only one', () => {
  const { frameworks, findings } = check(['model.onnx'], 'PYTORCH');
  expect(frameworks).toEqual([]);
  expect(findings).toEqual([
    {
      severity: 'error',
      text: expect.stringMatching(/^must be an archive with exactly one \.pt or \.pth file for PYTORCH, got none in /),
    },
  ]);
});

test('what is likely to have been meant is what errors are about', () => {
  const textsOf = (paths: readonly string[]) => check(paths).findings.map(({ text }) => text);
  expect(textsOf(['model.weights.h5'])).toEqual([expect.stringContaining('for KERAS, got weights alone')]);
  expect(textsOf(['model.keras'])).toEqual([
    expect.stringContaining("Save the whole model as HDF5: model.save('model.h5')"),
  ]);
  expect(textsOf(['a.onnx', 'b.onnx'])).toEqual([expect.stringContaining('exactly one .onnx file for ONNX, got 2')]);
  expect(textsOf(['model.params'])).toEqual([expect.stringContaining('exactly one .json file for MXNET, got none')]);
});

test.each<[SampleEntry[], string[]]>([
  [
    ['MODEL.ONNX'],
    ['exactly one .onnx file for ONNX, got none in .*, which has MODEL.ONNX. Write the ending in small letters$'],
  ],
  [
    ['m-symbol.json'],
    [
      'at least one .params file for MXNET, got none in .*, which has m-symbol.json. Pack the parameters beside the symbol: net.export writes both files$',
    ],
  ],
  [
    ['model.ckpt.index', 'model.ckpt.data-00000-of-00001'],
    [
      'exactly one .pb or .pbtxt file for TENSORFLOW, .* A checkpoint is no model: write one with tf.saved_model.save, and pack the whole folder$',
    ],
  ],
  [['checkpoint.pth.tar'], ['exactly one .pt or .pth file for PYTORCH, .* Save what torch.jit.trace']],
  [
    [{ path: 'readme.txt', content: Buffer.from('Hello') }],
    ["with the files of a framework that Neo knows, got readme.txt in .*: give '--framework' for what it lacks$"],
  ],
  [
    [{ path: 'model.tar.gz', content: gzipSync('a') }],
    ['got model.tar.gz in .*: pack what is in that one, for Neo unpacks the outer archive only$'],
  ],
  [
    [
      { path: 'saved_model.pb', content: sampleContent('saved_model.pb') },
      { path: 'fingerprint.pb', content: Buffer.from([8, 1]) },
      { path: 'variables/variables.index', content: variablesIndex(['', field(1, 1)]) },
      { path: 'variables/variables.data-00000-of-00001', content: Buffer.alloc(0) },
    ],
    [
      'exactly one .pb or .pbtxt file for TENSORFLOW, got 2 in .*: saved_model.pb, fingerprint.pb. Leave out fingerprint.pb',
    ],
  ],
  [
    ['m-symbol.json', 'm-0000.params', { path: 'labels.json', content: Buffer.from('["a"]') }],
    ['exactly one .json file for MXNET, got 2 in .*: m-symbol.json, labels.json. Pack one of them alone$'],
  ],
])('%j is told as what it is, in one sentence each', (entries, texts) => {
  const errors = check(entries).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ text }) => text)).toEqual(texts.map((text) => expect.stringMatching(new RegExp(text))));
});

test('warns of a version that no target takes', () => {
  const content = Buffer.concat([kerasModel(), Buffer.from('keras_version\0\0' + '3.3.3\0')]);
  expect(check([{ path: 'model.h5', content }]).findings).toContainEqual({
    severity: 'warning',
    id: 'cdk-ml-jobs:neoModelVersion',
    text: "should be an archive whose model.h5 is a model of KERAS 2.2 and earlier, as Neo's documentation has it for every target, got one that version 3.3.3 has saved: save it with such a version",
  });
});

test('fails with an archive without a model, and says what is in it', () => {
  expect(check(['README.md', 'notes.txt']).findings).toEqual([
    {
      severity: 'error',
      text: expect.stringMatching(
        /^must be an archive with the files of a framework that Neo knows, got README\.md, notes\.txt in /,
      ),
    },
  ]);
  expect(check([]).findings).toEqual([
    { severity: 'error', text: expect.stringMatching(/^must be an archive with a model in it, got no file in /) },
  ]);
});

test('warns of a name that Neo does not document', () => {
  const path = write('model.tgz', tarGzOf('model.onnx'));
  expect(checkArchive(path).findings).toEqual([
    {
      severity: 'warning',
      id: 'cdk-ml-jobs:modelArchiveName',
      text: `should have a name that ends in '.tar.gz', as Neo's documentation has it, got '${path}'`,
    },
  ]);
});

test('says the inputs as a job would send them, or what is open', () => {
  const keras = kerasModel({
    class_name: 'Sequential',
    config: { layers: [{ class_name: 'InputLayer', config: { name: 'image', batch_input_shape: [1, 8, 8, 3] } }] },
  });
  expect(check([{ path: 'model.h5', content: keras }]).dataInputConfig).toBe('{"image":[1,3,8,8]}');
  const open = onnxModel({ inputs: { input: ['batch', 3] } });
  const { dataInputConfig, openInputs } = check([{ path: 'model.onnx', content: open }]);
  expect(dataInputConfig).toBeUndefined();
  expect(openInputs).toBe(
    'the model leaves sizes open (\'input\' [batch, 3]): say them, for example DataInputConfig.fromObject({"input":[1,3]})',
  );
});
