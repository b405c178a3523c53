import { checkArchive } from '../../check/archive-check';
import { sampleFolder, type SampleEntry, tarGzOf } from '../src/sagemaker/model-archive/sample-archive';
import { kerasModel, onnxModel } from '../src/sagemaker/model-archive/sample-models';

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
