import type { FileProblem } from './file-facts';
import { isPickle } from './pickle-start';
import { archiveKind, isWebPage, type Signature, signatureIn } from '../../../local-file/file-signature';
import { isLfsPointer } from '../../../local-file/lfs-pointer';

const START = 512;
const LONGEST_TEXT = 60;
/** Of UTF-8. */
const BYTE_ORDER_MARK = 'efbbbf';
/** A few characters of two bytes each, with or without a mark before them. */
// eslint-disable-next-line no-control-regex
const UTF_16 = /^(?:\u00ff\u00fe)?(?:[\t\n\r -~]\0){4}|^(?:\u00fe\u00ff)?(?:\0[\t\n\r -~]){4}/;

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
  if (own === 'text') return markedText(allowed, head);
  if (archive !== undefined || !isText(head) || isPickle(head)) return undefined;
  const shown = head.toString('latin1', 0, LONGEST_TEXT).replace(/\s+/g, ' ').trim();
  const more = size > LONGEST_TEXT ? '...' : '';
  return { allowed, found: `a text: '${shown}${more}'`, advice: 'download or write the model itself once more' };
}

/** A text with what nobody sees in front of it, which those who read models take for a part of it. */
function markedText(allowed: string, head: Buffer): FileProblem | undefined {
  const advice = 'save it as UTF-8, without a byte order mark';
  if (UTF_16.test(head.toString('latin1', 0, 10))) return { allowed, found: 'a text in UTF-16', advice };
  const isMarked = head.toString('hex', 0, 3) === BYTE_ORDER_MARK;
  return isMarked ? { allowed, found: 'a text that begins with a byte order mark', advice } : undefined;
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
