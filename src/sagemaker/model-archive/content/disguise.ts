import type { FileProblem } from './file-facts';
import { isPickle } from './pickle-start';
import { isLfsPointer } from '../../../local-file/lfs-pointer';

const START = 512;
const LONGEST_TEXT = 60;

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

/** How the models of frameworks begin that are taken for those of another by mistake. */
const MODELS: readonly (readonly [bytes: string, at: number, what: string])[] = [
  ['894844460d0a1a0a', 0, 'HDF5, as Keras writes it'],
  ['54464c33', 4, 'a TensorFlow Lite model'],
];

/** The formats of which some frameworks make their models. */
export type OwnFormat = 'zip' | 'compressed' | 'HDF5' | 'TensorFlow Lite' | 'text';

/**
 * What a file is that is no model of any framework, or one of another, and yet has the name of one.
 *
 * @param head The beginning of the file.
 * @param own The format that the framework itself writes.
 */
export function disguiseOf(allowed: string, head: Buffer, size: number, own?: OwnFormat): FileProblem | undefined {
  const placeholder = placeholderOf(head, size);
  if (placeholder) return { allowed, ...placeholder };
  const archive = archiveOf(head);
  if (archive !== undefined && (own === undefined || !archive.includes(own))) {
    return { allowed, found: archive, advice: 'pack what is in it, for Neo unpacks the outer archive only' };
  }
  const model = found(MODELS, head);
  if (model !== undefined && (own === undefined || !model.includes(own))) {
    return { allowed, found: model, advice: "pack a model of the job's framework, or say another framework" };
  }
  if (own === 'text' || archive !== undefined || !isText(head) || isPickle(head)) return undefined;
  const shown = head.toString('latin1', 0, LONGEST_TEXT).replace(/\s+/g, ' ').trim();
  const more = size > LONGEST_TEXT ? '...' : '';
  return { allowed, found: `a text: '${shown}${more}'`, advice: 'download or write the model itself once more' };
}

/** What a file is that stands for another which is not there: nothing, a pointer of Git LFS, or what a server has shown. */
export function placeholderOf(head: Buffer, size: number): Omit<FileProblem, 'allowed'> | undefined {
  if (size === 0) return { found: 'an empty file', advice: 'write the model once more, and pack it again' };
  if (isLfsPointer(head)) {
    const advice = "fetch the file itself with 'git lfs pull', and pack it again";
    return { found: `a Git LFS pointer of ${size} bytes`, advice };
  }
  const text = head.subarray(0, START).toString('latin1');
  if (!/^(\u00ef\u00bb\u00bf)?\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<(!doctype html|html|error))/i.test(text)) {
    return undefined;
  }
  return { found: 'a web page', advice: 'download the file itself: this is what a server showed in its place' };
}

/** Which archive, or compressed file, begins with some bytes. */
export function archiveOf(head: Buffer): string | undefined {
  return found(MAGIC, head);
}

function found(table: typeof MAGIC, head: Buffer): string | undefined {
  return table.find(([bytes, at]) => head.subarray(at, at + bytes.length / 2).toString('hex') === bytes)?.[2];
}

/** Whether bytes are lines of ASCII and nothing else. */
function isText(head: Buffer): boolean {
  return head.subarray(0, START).every((byte) => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13));
}
