import { onnxModel } from './sample-models';
import { ArchiveContents } from '../../../../src/sagemaker/model-archive/archive-contents';
import type { ArchiveProblem } from '../../../../src/sagemaker/model-archive/archive-problem';

/** What the problems say but for how they begin. */
function textsOf(problems: readonly ArchiveProblem[]): string[] {
  return problems.map(({ text }) => text.replace(/^an archive /, ''));
}

function problemsOf(framework: unknown, paths: readonly string[]): string[] {
  const contents = new ArchiveContents();
  for (const path of paths) contents.add({ path, isFile: true });
  return textsOf(contents.problems(framework, "'model.tar.gz'"));
}

describe('what Neo takes', () => {
  test.each([
    ['ONNX', ['model.onnx']],
    ['PYTORCH', ['model.pth']],
    ['PYTORCH', ['model.pt', 'code/inference.py', 'code/requirements.txt', 'README.md']],
    ['PYTORCH', ['model.pth', '._model.pth', '.DS_Store', 'code/._inference.py']],
    ['XGBOOST', ['penguins.model']],
    ['XGBOOST', ['penguins.model', 'README.md']],
    ['XGBOOST', ['xgboost-model']],
    ['XGBOOST', ['xgboost-model-0', 'xgboost-model-1', 'xgboost-model-2']],
    ['TENSORFLOW', ['export/Servo/1/saved_model.pb', 'export/Servo/1/variables/variables.index']],
    ['TENSORFLOW', ['saved_model.pbtxt', 'variables/variables.data-00000-of-00001', 'variables/variables.index']],
    ['TENSORFLOW', ['frozen_graph.pb']],
    ['KERAS', ['model.h5']],
    ['KERAS', ['model.h5', 'model.weights.h5']],
    ['MXNET', ['model-symbol.json', 'model-0000.params']],
    ['MXNET', ['model_algo_1-symbol.json', 'model_algo_1-0000.params', 'hyperparams.json', 'model-shapes.json']],
    ['MXNET', ['net-symbol.json', 'net-0001.params', 'net-0002.params']],
    ['MXNET', ['model0-symbol.json', 'model1-symbol.json', 'model0-0000.params', 'model1-0000.params']],
    ['TFLITE', ['model.tflite', 'labels.txt']],
    ['DARKNET', ['yolov3.cfg', 'yolov3.weights']],
    ['SKLEARN', ['model.joblib']],
    ['NEWER', ['anything']],
    [undefined, ['anything']],
    [{ Ref: 'Framework' }, ['anything']],
  ])('for %s: %j', (framework, paths) => {
    expect(problemsOf(framework, paths)).toEqual([]);
  });
});

describe('what Neo does not take', () => {
  const archive = "'model.tar.gz'";
  const NO_VARIABLES = `whose saved_model.pb is a SavedModel with the folder variables beside it, got none such in ${archive}: pack the whole folder that tf.saved_model.save has written`;
  test.each([
    [
      'ONNX',
      ['a.onnx', 'notes.txt', 'models/b.onnx'],
      [`with exactly one .onnx file for ONNX, got 2 in ${archive}: a.onnx, models/b.onnx. Pack one of them alone`],
    ],
    [
      'ONNX',
      ['a.txt', 'b'],
      [
        `with exactly one .onnx file for ONNX, got none in ${archive}, which has a.txt, b. Pack the model, under a name that ends in .onnx`,
      ],
    ],
    [
      'ONNX',
      ['MODEL.ONNX'],
      [
        `with exactly one .onnx file for ONNX, got none in ${archive}, which has MODEL.ONNX. Write the ending in small letters`,
      ],
    ],
    [
      'ONNX',
      ['._a.onnx'],
      [
        `with exactly one .onnx file for ONNX, got none in ${archive}, which has no files. Pack the model, under a name that ends in .onnx`,
      ],
    ],
    [
      'PYTORCH',
      ['a.pt', 'a.pth'],
      [`with exactly one .pt or .pth file for PYTORCH, got 2 in ${archive}: a.pt, a.pth. Pack one of them alone`],
    ],
    [
      'TENSORFLOW',
      ['variables/variables.index'],
      [
        `with exactly one .pb or .pbtxt file for TENSORFLOW, got none in ${archive}, which has variables/variables.index. A checkpoint is no model: write one with tf.saved_model.save, and pack the whole folder`,
      ],
    ],
    [
      'TENSORFLOW',
      // a prefix without a name makes files that are hidden
      ['model/checkpoint', 'model/.index'],
      [
        `with exactly one .pb or .pbtxt file for TENSORFLOW, got none in ${archive}, which has model/checkpoint. A checkpoint is no model: write one with tf.saved_model.save, and pack the whole folder`,
      ],
    ],
    [
      'TENSORFLOW',
      ['saved_model.pb', 'keras_metadata.pb'],
      [
        `with exactly one .pb or .pbtxt file for TENSORFLOW, got 2 in ${archive}: saved_model.pb, keras_metadata.pb. Leave out fingerprint.pb and keras_metadata.pb, which newer versions of TensorFlow write beside the model and nothing needs to load it`,
        NO_VARIABLES,
      ],
    ],
    ['TENSORFLOW', ['saved_model.pb'], [NO_VARIABLES]],
    [
      'TENSORFLOW',
      ['1/saved_model.pb', '1/fingerprint.pb', '1/variables/a', '2/saved_model.pb', '2/variables/a'],
      [
        `with exactly one .pb or .pbtxt file for TENSORFLOW, got 3 in ${archive}: 1/saved_model.pb, 1/fingerprint.pb, 2/saved_model.pb. Pack the folder of one version alone`,
      ],
    ],
    [
      'KERAS',
      ['model.weights.h5'],
      [
        `with exactly one .h5 file for KERAS, got weights alone in ${archive}: model.weights.h5. Save the whole model as HDF5: model.save('model.h5')`,
      ],
    ],
    [
      'KERAS',
      ['model.keras'],
      [
        `with exactly one .h5 file for KERAS, got none in ${archive}, which has model.keras. Save the whole model as HDF5: model.save('model.h5')`,
      ],
    ],
    [
      'KERAS',
      ['a.h5', 'b.h5'],
      [`with exactly one .h5 file for KERAS, got 2 in ${archive}: a.h5, b.h5. Pack one of them alone`],
    ],
    [
      'XGBOOST',
      ['a.model', 'b.model'],
      [
        `with exactly one .model file, or no other file than the model, for XGBOOST, got 2 in ${archive}: a.model, b.model. Pack one of them alone`,
      ],
    ],
    [
      'XGBOOST',
      ['xgboost-model', 'README.md'],
      [
        `with exactly one .model file, or no other file than the model, for XGBOOST, got none in ${archive}, which has xgboost-model, README.md. Pack the model, under a name that ends in .model`,
      ],
    ],
    [
      'MXNET',
      ['a-symbol.json', 'b-symbol.json', 'a-0000.params'],
      [
        `with exactly one .json file for MXNET, got 2 in ${archive}: a-symbol.json, b-symbol.json. Pack one of them alone`,
      ],
    ],
    [
      'MXNET',
      ['hyperparams.json'],
      [
        `with exactly one .json file for MXNET, got none in ${archive}, which has hyperparams.json. Pack the model, under a name that ends in .json`,
        `with at least one .params file for MXNET, got none in ${archive}, which has hyperparams.json. Pack the model, under a name that ends in .params`,
      ],
    ],
    [
      'TFLITE',
      ['a.pb'],
      [
        `with exactly one .tflite file for TFLITE, got none in ${archive}, which has a.pb. Pack the model, under a name that ends in .tflite`,
      ],
    ],
    [
      'DARKNET',
      ['a.cfg', 'b.cfg'],
      [
        `with exactly one .cfg file for DARKNET, got 2 in ${archive}: a.cfg, b.cfg. Pack one of them alone`,
        `with exactly one .weights file for DARKNET, got none in ${archive}, which has a.cfg, b.cfg. Pack the model, under a name that ends in .weights`,
      ],
    ],
    [
      'SKLEARN',
      ['.DS_Store'],
      [
        `with exactly one .joblib file, as Neo's public loader takes it, for SKLEARN, got none in ${archive}, which has no files. Pack the model, under a name that ends in .joblib`,
      ],
    ],
    [undefined, [], [`with a model in it, got no file in ${archive}. Pack the model`]],
  ])('for %s: %j', (framework, paths, problems) => {
    expect(problemsOf(framework, paths)).toEqual(problems);
  });

  test('what leads out of the archive, beside what is missing', () => {
    const contents = new ArchiveContents();
    contents.add({ path: '../a.txt', isFile: true });
    contents.add({ path: '/folder', isFile: false });
    contents.add({ path: 'b', isFile: true, target: '../c' });
    expect(textsOf(contents.problems('ONNX', archive))).toEqual([
      `with no path or link that leads out of it, got 3 in ${archive}: ../a.txt, /folder, b -> ../c. Pack the files themselves by relative paths, as tar -C <folder> does`,
      `with exactly one .onnx file for ONNX, got none in ${archive}, which has ../a.txt, b. Pack the model, under a name that ends in .onnx`,
    ]);
  });

  test('a member that is there twice is named as that, and counts once', () => {
    expect(problemsOf('ONNX', ['a.onnx', 'a.onnx'])).toEqual([
      `with no member twice, of which unpacking keeps the last, got 1 in ${archive}: a.onnx. Pack each file once`,
    ]);
  });

  test('folders are no files', () => {
    const contents = new ArchiveContents();
    contents.add({ path: 'model.onnx', isFile: false });
    expect(textsOf(contents.problems('ONNX', archive))).toEqual([
      `with exactly one .onnx file for ONNX, got none in ${archive}, which has no files. Pack the model, under a name that ends in .onnx`,
    ]);
  });
});

test('an ONNX model whose weights lie in another file needs it beside it', () => {
  const archived = (...names: string[]) => {
    const contents = new ArchiveContents();
    const bytes = onnxModel({ weights: ['w'], location: 'w.data' });
    const reader = contents.add({ path: 'a.onnx', isFile: true, size: bytes.length })!;
    reader.take(bytes);
    reader.end();
    names.forEach((path) => contents.add({ path, isFile: true }));
    return contents.problems('ONNX', 'it');
  };
  expect(archived()).toEqual([{ text: expect.stringContaining('weights are in w.data, which the archive does not') }]);
  expect(archived('w.data')).toEqual([
    { text: expect.stringContaining('weights are in w.data in it'), warning: 'neoModelFormat' },
  ]);
});

describe('a link', () => {
  const problemsWith = (target: string, ...files: string[]) => {
    const contents = new ArchiveContents();
    files.forEach((path) => contents.add({ path, isFile: true }));
    contents.add({ path: 'model.onnx', isFile: true, target });
    return textsOf(contents.problems('ONNX', 'it'));
  };

  test('may lead to a file of the archive', () => {
    expect(problemsWith('./blobs/1', 'blobs/1')).toEqual([]);
  });

  test('must not lead to nothing', () => {
    expect(problemsWith('blobs/1')).toEqual([
      'whose model.onnx is a file, or a link to one in the archive, got a link to blobs/1, which it does not have in it: pack the file itself: tar follows links with --dereference (-h)',
    ]);
  });
});
