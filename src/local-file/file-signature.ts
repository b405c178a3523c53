import { closeSync, openSync, readSync } from 'node:fs';

/** How a file begins that is of a format of its own, whatever its name is: bytes, and where they are. */
export type Signature = readonly [bytes: string, at: number, what: string];

const LENGTH = 4096;

/** RFC 1952: the two bytes of its identification. */
const GZIP: Signature = ['1f8b', 0, 'a file that is compressed with gzip'];

/** Archives, and files that are compressed. */
const ARCHIVES: readonly Signature[] = [
  GZIP,
  ['504b0304', 0, 'a zip archive'],
  ['425a68', 0, 'a file that is compressed with bzip2'],
  ['fd377a585a00', 0, 'a file that is compressed with xz'],
  ['28b52ffd', 0, 'a file that is compressed with Zstandard'],
  ['377abcaf271c', 0, 'a 7z archive'],
  ['7573746172', 257, 'a tar archive'],
];

/** Data that is no text. RecordIO has the number 0xced7230a in the bytes of a small-endian machine. */
const BINARIES: readonly Signature[] = [
  ['50415231', 0, 'a Parquet file'],
  ['0a23d7ce', 0, 'a file of RecordIO'],
  ['934e554d5059', 0, 'an array of NumPy'],
  ['894844460d0a1a0a', 0, 'an HDF5 file'],
  ['4f626a01', 0, 'an Avro file'],
  ['ffd8ff', 0, 'a JPEG image'],
  ['89504e47', 0, 'a PNG image'],
  ['800495', 0, 'a pickle of Python'],
  ['800595', 0, 'a pickle of Python'],
];

/** What no text has, and all of these formats do. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0e-\x1f]/;
const WEB_PAGE = /^(\u00ef\u00bb\u00bf)?\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<(!doctype html|html|error))/i;

/** The beginning of a file. */
export function firstBytesOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(LENGTH);
    return buffer.subarray(0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

/** Whether bytes are the beginning of what gzip has made, be it damaged after that. */
export function isGzip(head: Buffer): boolean {
  return signatureIn([GZIP], head) !== undefined;
}

/** Which kind of archive a file is, by its beginning. */
export function archiveKind(head: Buffer): string | undefined {
  return signatureIn(ARCHIVES, head);
}

/** Which format of data a file has that is no text, by its beginning. */
export function binaryKind(head: Buffer): string | undefined {
  // a table may have a column that is called PAR1
  return CONTROL.test(head.toString('latin1', 0, 512)) ? signatureIn(BINARIES, head) : undefined;
}

/** Whether a file is a text of two bytes a character: it says so, or every other byte of an English text is 0. */
export function isUtf16(head: Buffer): boolean {
  const mark = head.toString('hex', 0, 2);
  return mark === 'fffe' || mark === 'feff' || /^(?:[ -~]\0){8}|^(?:\0[ -~]){8}/.test(head.toString('latin1', 0, 16));
}

/** Whether a file is a text of four bytes a character. */
export function isUtf32(head: Buffer): boolean {
  const mark = head.toString('hex', 0, 4);
  return (
    mark === 'fffe0000' ||
    mark === '0000feff' ||
    /^(?:[ -~]\0{3}){4}|^(?:\0{3}[ -~]){4}/.test(head.toString('latin1', 0, 16))
  );
}

/** Whether a file is what a server shows in the place of another one. */
export function isWebPage(head: Buffer): boolean {
  return WEB_PAGE.test(head.toString('latin1', 0, 512));
}

/** What a file is that begins like one of these. */
export function signatureIn(signatures: readonly Signature[], head: Buffer): string | undefined {
  return signatures.find(([bytes, at]) => head.subarray(at, at + bytes.length / 2).toString('hex') === bytes)?.[2];
}
