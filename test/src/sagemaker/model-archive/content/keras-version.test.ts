import { kerasVersion } from '../../../../../src/sagemaker/model-archive/content/keras-version';

/** An attribute that points at an object of the global heap, behind it. */
function pointing(text: string, { object = 1, heap = 200 } = {}): Buffer {
  const bytes = Buffer.alloc(300);
  bytes.write('keras_version\0');
  bytes.writeUInt32LE(text.length, 24);
  bytes.writeBigUInt64LE(BigInt(heap), 28);
  bytes.writeUInt32LE(object, 36);
  bytes.write('GCOL', 200);
  bytes.writeUInt16LE(1, 216);
  bytes.writeBigUInt64LE(BigInt(text.length), 224);
  bytes.write(text, 232);
  return bytes;
}

test('is in the attribute itself, or in the heap', () => {
  expect(kerasVersion(Buffer.from('keras_version\0\0\0type\0\u00002.2.4\0'))).toBe('2.2.4');
  expect(kerasVersion(pointing('2.15.0'))).toBe('2.15.0');
});

test('is not known where it is not found', () => {
  expect(kerasVersion(Buffer.from('keras_version'))).toBeUndefined();
  expect(kerasVersion(pointing('tensorflow'))).toBeUndefined();
  expect(kerasVersion(pointing('2.15.0', { object: 2 }))).toBeUndefined();
  expect(kerasVersion(pointing('2.15.0', { heap: 1000 }))).toBeUndefined();
});
