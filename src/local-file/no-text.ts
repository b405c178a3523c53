import { archiveKind, binaryKind, isUtf16, isUtf32, isWebPage } from './file-signature';
import { isLfsPointer } from './lfs-pointer';

/** What a file is that should be a text, and what to do about it; undefined for a text. */
export function noTextReason(head: Buffer): string | undefined {
  if (isLfsPointer(head)) {
    return 'is a pointer of Git LFS, and not the file itself: get the file with `git lfs pull` before the synthesis';
  }
  if (isWebPage(head)) return 'is a web page: download the file itself, this is what a server showed in its place';
  if (isUtf32(head)) return 'is a text in UTF-32: save it as UTF-8, without a byte order mark';
  if (isUtf16(head)) return 'is a text in UTF-16: save it as UTF-8, without a byte order mark';
  const archive = archiveKind(head);
  if (archive !== undefined) return `is ${archive}: decompress it`;
  const binary = binaryKind(head);
  return binary === undefined ? undefined : `is ${binary}, and no text`;
}
