import { sampleFolder, type SampleEntry, tarGzOf } from './sample-archive';
import { onnxModel } from './sample-models';
import { archiveInputs, archiveProblems } from '../../../../src/sagemaker/model-archive/archive-problems';

const { write } = sampleFolder();
const POINTER = Buffer.from(
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
);
const real = (content: Buffer = onnxModel(), path = 'real.bin'): SampleEntry => ({ path, content });
const link = (linkpath = 'real.bin', type: 'Link' | 'SymbolicLink' = 'SymbolicLink'): SampleEntry => ({
  path: 'model.onnx',
  type,
  linkpath,
});
const told = (...entries: readonly SampleEntry[]) => {
  const path = write('linked.tar.gz', tarGzOf(...entries));
  return archiveProblems(path, 'ONNX').map(({ text }) => text.replace(`'${path}'`, 'it'));
};

test.each<[string, readonly SampleEntry[]]>([
  ['a hard link after its file', [real(), link('real.bin', 'Link')]],
  ['a symbolic link after its file', [real(), link()]],
  ['a symbolic link before its file', [link(), real()]],
  ['a link to a hidden file', [real(undefined, '.real'), link('.real')]],
  [
    'a link through a folder',
    [real(undefined, 'v/1'), { path: 'now', type: 'SymbolicLink', linkpath: 'v' }, link('now/1')],
  ],
])('%s is read for what its name says', (_, entries) => {
  expect(told(...entries)).toEqual([]);
  const path = write('linked.tar.gz', tarGzOf(...entries));
  expect(archiveInputs(path, 'ONNX')).toEqual(archiveInputs(write('plain.tar.gz', tarGzOf('model.onnx')), 'ONNX'));
});

test.each<[string, readonly SampleEntry[], string]>([
  ['a pointer of Git LFS', [real(POINTER), link()], 'got a Git LFS pointer of'],
  ['a model that is too new', [real(onnxModel({ opset: 17 })), link()], 'got one with the operator set 17'],
  ['a text', [link(), real(Buffer.from('no model at all'))], 'got a text'],
  ['itself', [link('model.onnx')], 'got a link that leads back to itself, and to no file in it'],
  [
    'a link that leads back',
    [link('b'), { path: 'b', type: 'SymbolicLink', linkpath: 'model.onnx' }],
    'got a link that leads back to itself, and to no file in it',
  ],
  ['nothing', [link('gone')], 'got a link to gone, which it does not have in it: pack the file itself'],
  ['what lies outside', [link('../real.bin')], 'no path or link that leads out of it, got 1 in it'],
])('tells of a link to %s', (_, entries, text) => {
  expect(told(...entries)).toEqual([expect.stringContaining(text)]);
});
