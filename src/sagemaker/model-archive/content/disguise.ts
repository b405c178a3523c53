import type { FileProblem } from './file-facts';
import { isPickle } from './pickle-start';
import { archiveKind, isWebPage, type Signature, signatureIn } from '../../../local-file/file-signature';
import { isLfsPointer } from '../../../local-file/lfs-pointer';

const START = 512;
const LONGEST_TEXT = 60;

/** How the models of frameworks begin that are taken for those of another by mistake. */
const MODELS: readonly Signature[] = [
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
  const archive = archiveKind(head);
  if (archive !== undefined && (own === undefined || !archive.includes(own))) {
    return { allowed, found: archive, advice: 'pack what is in it, for Neo unpacks the outer archive only' };
  }
  const model = signatureIn(MODELS, head);
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
  if (!isWebPage(head)) return undefined;
  return { found: 'a web page', advice: 'download the file itself: this is what a server showed in its place' };
}

/** Whether bytes are lines of ASCII and nothing else. */
function isText(head: Buffer): boolean {
  return head.subarray(0, START).every((byte) => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13));
}
