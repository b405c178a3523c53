import { constants, gunzipSync, inflateSync } from 'node:zlib';
import type { FileFacts, FileProblem } from './file-facts';
import { endsAsPickle, firstPickled, isPickle } from './pickle-start';
import { SampledReader } from './sampled-reader';
import { isGzip } from '../../../local-file/file-signature';

const ALLOWED = 'an estimator of scikit-learn that joblib or pickle has written';
const DUMP = 'write it with joblib.dump';
const DUMP_ALONE = 'dump the estimator alone, as in joblib.dump(model, path), and keep other data in files of its own';
const OTHER_DATA = 'a pickle of an array or other data';
const SAMPLE = { head: 4096, tail: 8 };
/** So much of a compressed file is decompressed: zlib makes about a thousand times as much of it at most. */
const COMPRESSED_START = 1024;
/** What zlib's output begins with, which joblib compresses with. */
const ZLIB = 0x78;
/** What else joblib compresses with: bzip2, xz, the older form of LZMA, LZ4, and its own form before version 0.10. */
const OTHER_COMPRESSED = /^(425a68|fd377a58|5d0000|04224d18|5a46)/;
/** How a pickle ends that is a tuple of a few objects: its opcode, and what remembers it. An estimator ends otherwise. */
// eslint-disable-next-line no-control-regex
const TUPLE_END = /[\u0085-\u0087](?:\u0094|q[^]|r[^]{4})?\.$/;
/** What an array is written as, and what plain data is made of. */
const DATA = /^(joblib\.numpy_pickle\.\w+|numpy[\w.]*|builtins\.\w+|__builtin__\.\w+|collections\.\w+)$/;

/** The modules of scikit-learn without estimators: data, and what splits, scores or stands for a part of an estimator. */
const NO_ESTIMATORS =
  /^sklearn\.(?:utils|datasets|metrics|cross_validation|externals|_loss|model_selection\._split|tree\._tree|gaussian_process\.kernels)\./;

/**
 * Reads how an estimator of scikit-learn begins, as pickle or joblib 1.5 writes it. Of what is compressed with zlib or gzip, the
 * beginning is decompressed; of what is compressed otherwise, nothing is said.
 *
 * @see https://joblib.readthedocs.io/en/stable/persistence.html
 */
export class SklearnReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: SAMPLE, own: 'compressed' });
  }

  protected factsOf(head: Buffer): FileFacts {
    if (OTHER_COMPRESSED.test(head.toString('hex', 0, 4))) return { problems: [] };
    const start = decompressed(head);
    const problem = isPickle(start) ? pickleProblem(start) : refused('a file that is no pickle');
    if (problem) return { problems: [problem] };
    if (start === head && TUPLE_END.test(this.sample.tail.toString('latin1'))) {
      return { problems: [refused(OTHER_DATA, DUMP_ALONE)] };
    }
    const isCutOff = start === head && !endsAsPickle(this.sample.tail);
    return { problems: isCutOff ? [refused('a pickle that is cut off')] : [] };
  }
}

function pickleProblem(start: Buffer): FileProblem | undefined {
  const { className: name, isReference } = firstPickled(start.toString('latin1')) ?? {};
  if (name?.startsWith('sklearn.')) return partProblem(name, isReference);
  if (name === undefined || DATA.test(name)) return refused(OTHER_DATA, DUMP_ALONE);
  const found = `a pickle of the class ${name.slice(0, 100)}`;
  return { allowed: ALLOWED, found, advice: 'Neo would need the code of its class', warning: 'neoModelFormat' };
}

function partProblem(name: string, isReference = false): FileProblem | undefined {
  const shown = name.slice(0, 100);
  if (NO_ESTIMATORS.test(name)) return refused(`a pickle of ${shown}, which is no estimator`, DUMP_ALONE);
  return isReference ? refused(`${shown} itself, and no estimator of it`, 'fit one, and dump that') : undefined;
}

function refused(found: string, advice = DUMP): FileProblem {
  return { allowed: ALLOWED, found, advice };
}

/** The beginning of what is compressed in a way that Node.js knows; otherwise the bytes themselves. */
function decompressed(head: Buffer): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  const start = head.subarray(0, COMPRESSED_START);
  try {
    if (head[0] === ZLIB) return inflateSync(start, options);
    if (isGzip(head)) return gunzipSync(start, options);
  } catch {
    // it is no pickle either
  }
  return head;
}
