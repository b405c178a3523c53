import { gzipSync } from 'node:zlib';
import { kindOfFile } from '../../../../src/sagemaker/data-file/file-kind';

test.each([
  ['gzip', gzipSync('a')],
  ['LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n'],
  ['manifest', '[ {"prefix": "s3://bucket/"},\n "a" ]'],
  ['augmented manifest', '{"source-ref": "s3://bucket/a.jpg", "label": 1}\n'],
  ['manifest', "[{'prefix': 's3://bucket/'}]"],
  ['augmented manifest', "{'source-ref': 's3://bucket/a.jpg', 'label': 1}\n"],
  ['no text', '<!DOCTYPE html><html>'],
  ['no text', Buffer.from('PAR1\0\0')],
  [undefined, 'PAR1,PAR2\n'],
  ['no text', Buffer.from('\ufeff1,2', 'utf16le')],
  [undefined, '{"source": "s3://bucket/a.jpg"}\n'],
  [undefined, '1,2\n'],
  [undefined, ''],
])('%#: is %s', (kind, content) => {
  expect(kindOfFile(Buffer.from(content))).toBe(kind);
});
