import { FileSample } from '../../../../../src/sagemaker/model-archive/content/file-sample';
import { isHdf5CutOff, signatureAt } from '../../../../../src/sagemaker/model-archive/content/hdf5-end';

/** A superblock of a version, which says where the file ends. */
function superblock(version: number, end: bigint): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from('894844460d0a1a0a', 'hex').copy(bytes);
  bytes[8] = version;
  bytes[version < 2 ? 13 : 9] = 8;
  bytes.writeBigUInt64LE(end, version < 2 ? (version === 0 ? 40 : 44) : 28);
  return bytes;
}

function isCutOff(content: Buffer): boolean {
  const sample = new FileSample(content.length, { head: 1024, tail: 0 });
  sample.take(content);
  return isHdf5CutOff(sample, 0);
}

test.each([0, 1, 2, 3])('version %d says where the file ends', (version) => {
  expect(isCutOff(superblock(version, 64n))).toBe(false);
  expect(isCutOff(superblock(version, 65n))).toBe(true);
  expect(isCutOff(superblock(version, 64n).subarray(0, 20))).toBe(true);
});

test('nothing is said of a version or a size of addresses that is not known', () => {
  expect(isCutOff(superblock(4, 1000n))).toBe(false);
  const small = superblock(2, 1000n);
  small[9] = 4;
  expect(isCutOff(small)).toBe(false);
  expect(isCutOff(superblock(2, BigInt('0xffffffffffffffff')))).toBe(false);
});

test('the signature may come after a block of the user', () => {
  expect(signatureAt(superblock(0, 64n))).toBe(0);
  expect(signatureAt(Buffer.concat([Buffer.alloc(1024), superblock(0, 64n)]))).toBe(1024);
  expect(signatureAt(Buffer.concat([Buffer.alloc(100), superblock(0, 64n)]))).toBeUndefined();
});
