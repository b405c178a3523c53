import { archiveKind, binaryKind, isGzip, isUtf16, isWebPage } from '../../local-file/file-signature';
import { isLfsPointer } from '../../local-file/lfs-pointer';

/** What a file turns out to be, whatever its name is. */
export type FileKind = 'gzip' | 'LFS pointer' | 'manifest' | 'augmented manifest' | 'no text';

/** The one method of compression that gzip has: nobody decompresses what says another. */
const DEFLATE = 8;

/** What a file is, as far as its beginning says it; undefined for data that may be text. */
export function kindOfFile(first: Buffer): FileKind | undefined {
  if (isGzip(first) && first[2] === DEFLATE) return 'gzip';
  if (isLfsPointer(first)) return 'LFS pointer';
  if (isWebPage(first) || isUtf16(first) || archiveKind(first) !== undefined || binaryKind(first) !== undefined) {
    return 'no text';
  }
  const text = first.toString('latin1');
  // Python's quotes are none of JSON, and the file is a manifest all the same
  if (/^\s*\[\s*\{\s*["']prefix["']\s*:/.test(text)) return 'manifest';
  return /^\s*\{[^{}\n]*["'][\w-]+-ref["']\s*:\s*["']s3:\/\//.test(text) ? 'augmented manifest' : undefined;
}
