import { closeSync, openSync, readSync } from 'node:fs';
import { isLfsPointer } from '../../local-file/lfs-pointer';

const LENGTH = 4096;

/** What a file turns out to be, whatever its name is. */
export type FileKind = 'gzip' | 'LFS pointer' | 'manifest' | 'augmented manifest';

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

/** What a file is, as far as its beginning says it; undefined for data. */
export function kindOfFile(first: Buffer): FileKind | undefined {
  // RFC 1952: the two bytes of its identification, and the one method of compression
  if (first[0] === 0x1f && first[1] === 0x8b && first[2] === 8) return 'gzip';
  const text = first.toString('latin1');
  if (isLfsPointer(first)) return 'LFS pointer';
  if (/^\s*\[\s*\{\s*"prefix"\s*:/.test(text)) return 'manifest';
  return /^\s*\{[^{}\n]*"[\w-]+-ref"\s*:\s*"s3:\/\//.test(text) ? 'augmented manifest' : undefined;
}
