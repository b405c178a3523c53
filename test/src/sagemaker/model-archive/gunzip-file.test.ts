import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { damagedAt, sampleFolder } from './sample-archive';
import { gunzipFile } from '../../../../src/sagemaker/model-archive/gunzip-file';

const { write } = sampleFolder();
const CONTENT = randomBytes(300_000);
const COMPRESSED = gzipSync(CONTENT);

function decompressed(content: Buffer | string): Buffer {
  const pieces: Buffer[] = [];
  gunzipFile(write('file.gz', content), (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}

test('decompresses a file', () => {
  expect(decompressed(COMPRESSED).equals(CONTENT)).toBe(true);
});

test('goes on where one compressed part follows another', () => {
  const parts = [CONTENT.subarray(0, 1000), CONTENT.subarray(1000)];
  expect(decompressed(Buffer.concat(parts.map((part) => gzipSync(part)))).equals(CONTENT)).toBe(true);
});

test('takes zeros that follow, as tapes have them', () => {
  expect(decompressed(Buffer.concat([COMPRESSED, Buffer.alloc(50_000)])).equals(CONTENT)).toBe(true);
});

const GZIP = 'a gzip-compressed tar archive';
test.each([
  ['an empty file', Buffer.alloc(0), `${GZIP}, which is empty`],
  ['one byte', Buffer.from([0x1f]), `${GZIP}, which is not compressed with gzip`],
  ['text', 'no gzip', `${GZIP}, which is not compressed with gzip`],
  ['nothing but the beginning', COMPRESSED.subarray(0, 5), `${GZIP}, which is cut off`],
  ['a file without its last half', COMPRESSED.subarray(0, 150_000), `${GZIP}, which is cut off`],
  ['a file without its checksum', COMPRESSED.subarray(0, -8), `${GZIP}, which is cut off`],
  ['another method', damagedAt(COMPRESSED, 2), `${GZIP}, which is damaged: unknown compression method`],
  ['another byte in the middle', damagedAt(COMPRESSED, 150_000), `${GZIP}, which is damaged: incorrect data check`],
  ['another checksum', damagedAt(COMPRESSED, -8), `${GZIP}, which is damaged: incorrect data check`],
  [
    'text that follows',
    Buffer.concat([COMPRESSED, Buffer.from('text')]),
    `${GZIP}, which is damaged: incorrect header check`,
  ],
])('refuses %s', (_, content, message) => {
  expect(() => decompressed(content)).toThrow(new Error(message));
});

describe('a file that cannot be read', () => {
  const fails = (file: string) => () => gunzipFile(file, () => undefined);

  test('is an error, where it cannot be opened', () => {
    const file = write('locked.gz', COMPRESSED);
    jest.spyOn(fs, 'openSync').mockImplementationOnce(() => {
      throw new Error('EACCES: permission denied');
    });
    expect(fails(file)).toThrow(new Error('a file that can be read, which cannot: EACCES: permission denied'));
  });

  test('is an error, where it breaks off; it is closed', () => {
    const file = write('broken.gz', COMPRESSED);
    const close = jest.spyOn(fs, 'closeSync');
    jest.spyOn(fs, 'readSync').mockImplementationOnce(() => {
      throw new Error('EIO: i/o error, read');
    });
    expect(fails(file)).toThrow(new Error('a file that can be read, which cannot: EIO: i/o error, read'));
    expect(close).toHaveBeenCalledTimes(1);
  });
});
