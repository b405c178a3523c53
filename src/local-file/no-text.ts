import { archiveKind, binaryKind, isUtf16, isUtf32, isWebPage } from './file-signature';
import { isLfsPointer } from './lfs-pointer';

/** What a file is that should be a text, and what to do about it. */
export interface NoText {
  readonly found: string;
  readonly advice: string;
}

const WITHOUT_MARK = 'save it as UTF-8, without a byte order mark';

/** What a file is that should be a text; undefined for a text. */
export function noTextIn(head: Buffer): NoText | undefined {
  if (isLfsPointer(head)) {
    const advice = 'get the file with `git lfs pull` before the synthesis';
    return { found: 'is a pointer of Git LFS, and not the file itself', advice };
  }
  if (isWebPage(head)) {
    return { found: 'is a web page', advice: 'download the file itself, this is what a server showed in its place' };
  }
  if (isUtf32(head)) return { found: 'is a text in UTF-32', advice: WITHOUT_MARK };
  if (isUtf16(head)) return { found: 'is a text in UTF-16', advice: WITHOUT_MARK };
  const archive = archiveKind(head);
  if (archive !== undefined) return { found: `is ${archive}`, advice: 'decompress it' };
  const binary = binaryKind(head);
  return binary === undefined
    ? undefined
    : { found: `is ${binary}, and no text`, advice: 'write what is in it as a text' };
}

/** The same as a clause. */
export function noTextReason(head: Buffer): string | undefined {
  const noText = noTextIn(head);
  return noText && `${noText.found}: ${noText.advice}`;
}
