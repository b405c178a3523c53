import type { FileProblem } from './file-facts';
import { archiveKind, isWebPage } from '../../../local-file/file-signature';
import { isLfsPointer } from '../../../local-file/lfs-pointer';

/** The formats of which some frameworks make their models. */
export type OwnFormat = 'zip' | 'gzip';

/**
 * What a file is that is no model of any framework, and yet has the name of one.
 *
 * @param head The beginning of the file.
 * @param own The archive format that the framework itself writes.
 */
export function disguiseOf(allowed: string, head: Buffer, size: number, own?: OwnFormat): FileProblem | undefined {
  if (size === 0) return { allowed, found: 'an empty file', advice: 'write the model once more, and pack it again' };
  if (isLfsPointer(head)) {
    const advice = "fetch the file itself with 'git lfs pull', and pack it again";
    return { allowed, found: `a Git LFS pointer of ${size} bytes`, advice };
  }
  if (isWebPage(head)) {
    const advice = 'download the file itself: this is what a server showed in its place';
    return { allowed, found: 'a web page', advice };
  }
  const found = archiveKind(head);
  if (found === undefined || (own !== undefined && found.includes(own))) return undefined;
  return { allowed, found, advice: 'pack what is in it, for Neo unpacks the outer archive only' };
}
