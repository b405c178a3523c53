import type { FileFacts } from './file-facts';
import { SampledReader } from './sampled-reader';

const ALLOWED = 'an estimator of scikit-learn that joblib or pickle has written';
const PICKLE = 0x80;
/** What zlib's output begins with, which joblib compresses with. */
const ZLIB = 0x78;
const GZIP = '1f8b';

/**
 * Reads an estimator of scikit-learn, as pickle or joblib writes it.
 *
 * @see https://joblib.readthedocs.io/en/stable/persistence.html
 */
export class SklearnReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: ALLOWED, own: 'gzip' });
  }

  protected factsOf(head: Buffer): FileFacts {
    if (head[0] === PICKLE || head[0] === ZLIB || head.subarray(0, 2).toString('hex') === GZIP) return { problems: [] };
    return { problems: [{ allowed: ALLOWED, found: 'a file that is no pickle', advice: 'write it with joblib.dump' }] };
  }
}
