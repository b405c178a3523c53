import { gzipSync } from 'node:zlib';
import { noTextReason } from '../../../src/local-file/no-text';

const bytes = (hex: string) => Buffer.from(`${hex}00000000`, 'hex');

test.each<[string, string | Buffer]>([
  ['is a file that is compressed with gzip: decompress it', gzipSync('a')],
  ['is a zip archive: decompress it', bytes('504b0304')],
  ['is a file that is compressed with Zstandard: decompress it', bytes('28b52ffd')],
  ['is a Parquet file, and no text: write what is in it as a text', bytes('50415231')],
  ['is a file of RecordIO, and no text: write what is in it as a text', bytes('0a23d7ce')],
  ['is an array of NumPy, and no text: write what is in it as a text', bytes('934e554d5059')],
  ['is a web page: download the file itself, this is what a server showed in its place', '<!DOCTYPE html>'],
  ['is a text in UTF-16: save it as UTF-8, without a byte order mark', Buffer.from('\ufeff{"a":1}', 'utf16le')],
  ['is a text in UTF-16: save it as UTF-8, without a byte order mark', Buffer.from('{"a":123}', 'utf16le')],
  ['is a text in UTF-32: save it as UTF-8, without a byte order mark', bytes('fffe00007b000000')],
  ['is a text in UTF-32: save it as UTF-8, without a byte order mark', bytes('7b00000022000000610000002200')],
  [
    'is a pointer of Git LFS, and not the file itself: get the file with `git lfs pull` before the synthesis',
    'version https://git-lfs.github.com/spec/v1\n',
  ],
])('%#: %s', (reason, content) => {
  expect(noTextReason(Buffer.from(content as string))).toBe(reason);
});

test.each(['', 'a', '\ufeff{}', '{"modelInput":{}}', 'PAR1,PAR2\n1,2\n', '日本'])('%j is a text', (content) => {
  expect(noTextReason(Buffer.from(content))).toBeUndefined();
});
