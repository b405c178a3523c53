import { gzipSync } from 'node:zlib';
import { kindOfFile } from '../../../../src/sagemaker/data-file/file-kind';

test.each([
  [gzipSync('a'), 'gzip'],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'LFS pointer'],
  ['[ {"prefix": "s3://bucket/"},\n "a" ]', 'manifest'],
  ['{"source-ref": "s3://bucket/a.jpg", "label": 1}\n', 'augmented manifest'],
  ["[{'prefix': 's3://bucket/'}]", 'manifest'],
  ["{'source-ref': 's3://bucket/a.jpg', 'label': 1}\n", 'augmented manifest'],
  ['<!DOCTYPE html><html>', 'no text'],
  [Buffer.from('PAR1\0\0'), 'no text'],
  ['PAR1,PAR2\n', undefined],
  [Buffer.from('\ufeff1,2', 'utf16le'), 'no text'],
  ['{"source": "s3://bucket/a.jpg"}\n', undefined],
  ['1,2\n', undefined],
  ['', undefined],
])('%#: is %s', (content, kind) => {
  expect(kindOfFile(Buffer.from(content))).toBe(kind);
});
