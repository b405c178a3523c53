import { isHidden, leadsOut } from '../../../../src/sagemaker/model-archive/archive-entry';

test.each([
  ['model.onnx', undefined, false],
  ['a/../model.onnx', undefined, true],
  ['..model.onnx', undefined, false],
  ['a..b/model.onnx', undefined, false],
  ['../model.onnx', undefined, true],
  ['..', undefined, true],
  ['a/../../model.onnx', undefined, true],
  ['/model.onnx', undefined, true],
  ['link', 'models/a.onnx', false],
  ['link', '../a.onnx', true],
  ['link', '/etc/passwd', true],
])('%s, with the target %s, leads out: %s', (path, target, expected) => {
  expect(leadsOut({ path, isFile: true, target })).toBe(expected);
});

test.each([
  ['model.onnx', false],
  ['.hidden/model.onnx', false],
  ['._model.onnx', true],
  ['code/.DS_Store', true],
])('%s is hidden: %s', (path, expected) => {
  expect(isHidden(path)).toBe(expected);
});

test.each(['/', './', '//', '/./'])('the top of the archive as a folder, %s, does not lead out', (path) => {
  expect(leadsOut({ path, isFile: false })).toBe(false);
  expect(leadsOut({ path: `${path}x/..`, isFile: false })).toBe(true);
});
