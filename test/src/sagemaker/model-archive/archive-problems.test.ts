import { sampleFolder, tarGzOf } from './sample-archive';
import { archiveProblems } from '../../../../src/sagemaker/model-archive/archive-problems';

const { write } = sampleFolder();

test('an archive that has what its framework needs has no problem', () => {
  expect(archiveProblems(write('model.tar.gz', tarGzOf('a.onnx')), 'ONNX')).toEqual([]);
});

test('each problem says what the archive must be, and what was found', () => {
  const path = write('two.tar.gz', tarGzOf('a.onnx', '../b.onnx'));
  expect(archiveProblems(path, 'ONNX').map(({ text }) => text)).toEqual([
    `an archive with no path or link that leads out of it, got 1 in '${path}': ../b.onnx. Pack the files themselves by relative paths, as tar -C <folder> does`,
    `an archive with exactly one .onnx file for ONNX, got 2 in '${path}': a.onnx, ../b.onnx. Pack one of them alone`,
  ]);
});

test('an archive that cannot be read is a problem, too', () => {
  const path = write('text.tar.gz', Buffer.from('text'));
  expect(archiveProblems(path, 'ONNX').map(({ text }) => text)).toEqual([
    `a gzip-compressed tar archive, got '${path}', which is not compressed with gzip: pack the model once more, for example with tar -czf`,
  ]);
});

test('any other error is not taken for one', () => {
  expect(() => archiveProblems('/no/such/model.tar.gz', 'ONNX')).toThrow('ENOENT');
});
