import { isLfsPointer } from '../../../src/local-file/lfs-pointer';

test.each([
  ['version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n', true],
  ['version https://git-lfs.github.com/', false],
  ['{"modelInput": {}}', false],
  ['', false],
])('%j is a pointer of Git LFS: %s', (text, expected) => {
  expect(isLfsPointer(Buffer.from(text))).toBe(expected);
});
