import type { FileProblem } from './file-facts';
import { isLfsPointer } from '../../../local-file/lfs-pointer';

const START = 512;

/** How archives and other files begin that are taken for models by mistake. */
const MAGIC: readonly (readonly [bytes: string, at: number, what: string])[] = [
  ['1f8b', 0, 'a file that is compressed with gzip'],
  ['504b0304', 0, 'a zip archive'],
  ['425a68', 0, 'a file that is compressed with bzip2'],
  ['fd377a585a00', 0, 'a file that is compressed with xz'],
  ['28b52ffd', 0, 'a file that is compressed with Zstandard'],
  ['377abcaf271c', 0, 'a 7z archive'],
  ['7573746172', 257, 'a tar archive'],
];

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
  const text = head.subarray(0, START).toString('latin1');
  if (isLfsPointer(head)) {
    const advice = "fetch the file itself with 'git lfs pull', and pack it again";
    return { allowed, found: `a Git LFS pointer of ${size} bytes`, advice };
  }
  if (/^(\u00ef\u00bb\u00bf)?\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<(!doctype html|html|error))/i.test(text)) {
    const advice = 'download the file itself: this is what a server showed in its place';
    return { allowed, found: 'a web page', advice };
  }
  const found = MAGIC.find(([bytes, at]) => head.subarray(at, at + bytes.length / 2).toString('hex') === bytes);
  if (!found || (own !== undefined && found[2].includes(own))) return undefined;
  return { allowed, found: found[2], advice: 'pack what is in it, for Neo unpacks the outer archive only' };
}
