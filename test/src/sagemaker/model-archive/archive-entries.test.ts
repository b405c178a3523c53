import { gzipSync } from 'node:zlib';
import { damagedAt, END_OF_TAR, type SampleEntry, sampleFolder, tarGzOf, tarOf } from './sample-archive';
import { readEntries } from '../../../../src/sagemaker/model-archive/archive-entries';
import type { ArchiveEntry } from '../../../../src/sagemaker/model-archive/archive-entry';

const { write } = sampleFolder();

function entriesOf(content: Buffer): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  readEntries(write('model.tar.gz', content), ({ size: _, ...entry }) => {
    entries.push(entry);
    return undefined;
  });
  return entries;
}

test('has the files, in any folder', () => {
  expect(entriesOf(tarGzOf('a.onnx', './b.txt', 'code/inference.py'))).toEqual([
    { path: 'a.onnx', isFile: true },
    { path: 'b.txt', isFile: true },
    { path: 'code/inference.py', isFile: true },
  ]);
});

test('has long paths as a whole', () => {
  const long = `${'folder/'.repeat(30)}model.onnx`;
  const record = `${long.length + 10} path=${long}\n`;
  const extended = Buffer.alloc(512);
  extended.write(record);
  const header: SampleEntry = { path: 'PaxHeader/model.onnx', type: 'ExtendedHeader', size: record.length };
  const archive = Buffer.concat([tarOf(header), extended, tarOf('shortened'), END_OF_TAR]);
  expect(entriesOf(gzipSync(archive))).toEqual([{ path: long, isFile: true }]);
});

const typed = (type: 'Directory' | 'FIFO' | 'CharacterDevice' | 'SparseFile' | 'ContiguousFile') => ({
  path: type,
  type,
});
test('says which entries become files', () => {
  const types = (['Directory', 'FIFO', 'CharacterDevice', 'SparseFile', 'ContiguousFile'] as const).map(typed);
  expect(entriesOf(tarGzOf(...types)).map(({ path, isFile }) => [path, isFile])).toEqual([
    ['Directory', false],
    ['FIFO', false],
    ['CharacterDevice', false],
    ['SparseFile', true],
    ['ContiguousFile', true],
  ]);
});

test.each([
  ['SymbolicLink', '../weights/b.onnx', 'weights/b.onnx'],
  ['SymbolicLink', '../../b.onnx', '../b.onnx'],
  ['SymbolicLink', '/b.onnx', '/b.onnx'],
  ['Link', 'weights/b.onnx', 'weights/b.onnx'],
] as const)('says where a %s to %s points at', (type, linkpath, target) => {
  expect(entriesOf(tarGzOf({ path: 'models/a.onnx', type, linkpath }))).toEqual([
    { path: 'models/a.onnx', isFile: true, target },
  ]);
});

test('needs no blocks at the end', () => {
  expect(entriesOf(gzipSync(tarOf('a.onnx')))).toHaveLength(1);
});

test('has no entries where there are none', () => {
  expect(entriesOf(gzipSync(END_OF_TAR))).toEqual([]);
});

test('does not look at what follows the end, nor keep it', () => {
  const padding = Buffer.alloc(20_000_000);
  expect(entriesOf(gzipSync(Buffer.concat([tarOf('a.onnx'), END_OF_TAR, padding, tarOf('b.onnx')])))).toHaveLength(1);
});

const GZIP_TAR = 'a gzip-compressed tar archive';
const files = tarOf('a.onnx', 'b.onnx');
const sparse: SampleEntry = { path: 'holes.onnx', type: 'SparseFile' };
test.each([
  ['text', Buffer.from('text'), 'which is compressed, but is no tar archive'],
  ['nothing', Buffer.alloc(0), 'which is compressed, but is no tar archive'],
  ['bytes that are no header', Buffer.alloc(5000, 'text'), 'which is compressed, but is no tar archive'],
  ['a compressed archive', tarGzOf('a.onnx'), 'which is compressed twice'],
  ['half a file', files.subarray(0, 1700), "which ends in the middle of 'b.onnx'"],
  ['a damaged header', damagedAt(files, 1024 + 3), "which is damaged after 'a.onnx': checksum failure"],
  [
    'a sparse file with a long map',
    Buffer.concat([tarOf(sparse), Buffer.alloc(512, 'map')]),
    "which has the sparse file 'holes.onnx': leave out tar's --sparse",
  ],
])('refuses %s', (_, content, found) => {
  expect(() => entriesOf(gzipSync(content))).toThrow(new Error(`${GZIP_TAR}, ${found}`));
});

test('refuses what is damaged after the archive has ended', () => {
  const compressed = damagedAt(gzipSync(Buffer.concat([files, END_OF_TAR])), -8);
  expect(() => entriesOf(compressed)).toThrow(new Error(`${GZIP_TAR}, which is damaged: incorrect data check`));
});
