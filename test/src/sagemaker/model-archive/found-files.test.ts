import { FoundFiles } from '../../../../src/sagemaker/model-archive/found-files';
import type { FrameworkFile } from '../../../../src/sagemaker/model-archive/framework-file';

function problemOf(wanted: FrameworkFile, ...paths: string[]): string | undefined {
  const files = new FoundFiles('ONNX', wanted);
  paths.forEach((path) => files.add(path));
  return files.problem("'model.tar.gz'")?.text.replace('an archive ', '');
}

const ONE: FrameworkFile = { endings: ['.onnx'] };

test('one file is as wanted, whatever else there is', () => {
  expect(problemOf(ONE, 'code/a.onnx', 'README.md')).toBeUndefined();
});

test('none, or several, are a problem that says what was found', () => {
  expect(problemOf(ONE)).toBe(
    "with exactly one .onnx file for ONNX, got none in 'model.tar.gz', which has no files. Pack the model, under a name that ends in .onnx",
  );
  expect(problemOf(ONE, 'a.txt')).toBe(
    "with exactly one .onnx file for ONNX, got none in 'model.tar.gz', which has a.txt. Pack the model, under a name that ends in .onnx",
  );
  expect(problemOf(ONE, 'a.onnx', 'b/c.onnx')).toBe(
    "with exactly one .onnx file for ONNX, got 2 in 'model.tar.gz': a.onnx, b/c.onnx. Pack one of them alone",
  );
});

test('what to do follows from what is there', () => {
  expect(problemOf(ONE, 'A.ONNX')).toMatch(/A\.ONNX\. Write the ending in small letters$/);
  expect(problemOf(ONE, 'model.zip')).toMatch(/Pack what is in the archive, for Neo unpacks the outer one only$/);
  expect(problemOf({ ...ONE, advice: [[/\.ort/, 'Export it']] }, 'a.ort')).toMatch(/a\.ort\. Export it$/);
});

test.each([
  ['group1-shard1of4.bin', 'A model of TensorFlow.js'],
  ['Model.mlpackage/Manifest.json', 'A model of Core ML'],
  ['net.caffemodel', 'A model of Caffe'],
  ['inference.pdmodel', 'A model of PaddlePaddle'],
  ['model.plan', 'An engine of TensorRT'],
  ['model.ort', "A model in ONNX Runtime's own format"],
  ['model.gguf', 'A model in GGUF'],
])('%s is told as %s', (path, model) => {
  expect(problemOf(ONE, path)).toBe(
    `with exactly one .onnx file for ONNX, got none in 'model.tar.gz', which has ${path}. ${model} is none that Neo takes: pack the model that it was made of`,
  );
});

test('what only a loader insists on is a warning, unless there is no file at all', () => {
  const files = new FoundFiles('SKLEARN', { ...ONE, warning: 'neoModelFormat', said: ', as it says,' });
  expect(files.problem('it')?.warning).toBeUndefined();
  files.add('a.txt');
  expect(files.problem('it')).toEqual({
    text: 'an archive with exactly one .onnx file, as it says, for SKLEARN, got none in it, which has a.txt. Pack the model, under a name that ends in .onnx',
    warning: 'neoModelFormat',
  });
});

test('files of other endings are read where there is none of the right one', () => {
  const files = new FoundFiles('SKLEARN', { endings: ['.joblib'], alsoRead: ['.pkl'] });
  files.add('a.pkl');
  expect(files.candidates).toEqual(['a.pkl']);
  files.add('a.joblib');
  expect(files.candidates).toEqual(['a.joblib']);
});

test('there may be several where the framework takes one of them', () => {
  expect(problemOf({ endings: ['.params'], several: true }, 'a.params', 'b.params')).toBeUndefined();
  expect(problemOf({ endings: ['.json'], taken: /^model0/ }, 'a.json', 'model0.json')).toBeUndefined();
  expect(problemOf({ endings: ['.json'], taken: /^model0/ }, 'a.json', 'b.json')).toContain('got 2 in');
});

test('files that are known to be something else do not count', () => {
  expect(problemOf({ endings: ['.json'], others: ['shapes.json'] }, 'a.json', 'shapes.json')).toBeUndefined();
});

test('a file of any name will do where it is the only one', () => {
  const wanted = { endings: ['.model'], orOnlyFile: true };
  expect(problemOf(wanted, 'xgboost-model')).toBeUndefined();
  expect(problemOf(wanted, 'a', 'b')).toBe(
    "with exactly one .model file, or no other file than the model, for ONNX, got none in 'model.tar.gz', which has a, b. Pack the model, under a name that ends in .model",
  );
});
