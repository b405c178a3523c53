import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { archiveProblem } from '../../../rehearsal/sagemaker/model-archive';
import { tarGz } from '../fixture-archive';

const folder = mkdtempSync(join(tmpdir(), 'archives-'));

function problem(content: Buffer | string, framework: string): string | undefined {
  const path = join(folder, 'model.tar.gz');
  writeFileSync(path, content);
  return archiveProblem(path, framework);
}

const UNTAR = 'ClientError: InputConfiguration: Unable to untar input model. Please confirm the model is a tar.gz file';

test.each([
  ['XGBOOST', ['penguins.model', 'notes.txt']],
  ['MXNET', ['model-symbol.json', 'model-0000.params']],
  ['TENSORFLOW', ['saved/saved_model.pb', 'saved/variables/variables.index']],
  ['PYTORCH', ['model.pth']],
  ['SKLEARN', ['anything']],
  ['XGBOOST', ['xgboost-model']],
  ['MXNET', ['model-symbol.json', 'hyperparams.json', 'model-0001.params', 'model-0002.params']],
])('accepts an archive for %s with %j', (framework, files) => {
  expect(problem(tarGz(files), framework)).toBeUndefined();
});

test.each(['text', gzipSync('text'), gzipSync(Buffer.alloc(2000))])('refuses what is no gzip tar', (content) => {
  expect(problem(content, 'XGBOOST')).toBe(UNTAR);
});

test.each([
  ['XGBOOST', ['notes.txt'], 'Exactly one .model file is allowed for XGBoost models.'],
  ['XGBOOST', ['a.model', 'b.model'], 'Exactly one .model file is allowed for XGBoost models.'],
  ['TENSORFLOW', ['a.h5'], 'Exactly one .pb or .pbtxt file is allowed for TensorFlow models.'],
  ['MXNET', ['model.json'], 'At least one .params file is needed for MXNet models.'],
])('refuses an archive for %s with %j', (framework, files, expected) => {
  expect(problem(tarGz(['readme.txt', ...files]), framework)).toBe(`ClientError: InputConfiguration: ${expected}`);
});

test('files that macOS adds do not count', () => {
  expect(problem(tarGz(['a.model', '._a.model']), 'XGBOOST')).toBeUndefined();
});
