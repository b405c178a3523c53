import { gzipSync } from 'node:zlib';
import { kindOfFile } from '../../../../src/sagemaker/data-file/first-bytes';

test.each([
  [gzipSync('a'), 'gzip'],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'LFS pointer'],
  ['[ {"prefix": "s3://bucket/"},\n "a" ]', 'manifest'],
  ['{"source-ref": "s3://bucket/a.jpg", "label": 1}\n', 'augmented manifest'],
  ['{"source": "s3://bucket/a.jpg"}\n', undefined],
  ['1,2\n', undefined],
  ['', undefined],
])('%#: is %s', (content, kind) => {
  expect(kindOfFile(Buffer.from(content))).toBe(kind);
});
