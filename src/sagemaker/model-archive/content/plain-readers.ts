import { disguiseOf, type OwnFormat } from './disguise';
import type { ContentReader, FileFacts, FileProblem } from './file-facts';
import { FileSample } from './file-sample';

const SAMPLE = { head: 64 * 1024, tail: 0 };
const PICKLE = 0x80;
/** What zlib's output begins with, which joblib compresses with. */
const ZLIB = 0x78;

/** Reads a file whose beginning tells whether it is what it should be. */
abstract class PlainReader implements ContentReader {
  protected abstract readonly allowed: string;
  protected abstract readonly advice: string;
  protected readonly own?: OwnFormat;
  private readonly sample: FileSample;

  constructor(private readonly size: number) {
    this.sample = new FileSample(size, SAMPLE);
  }

  public take(piece: Buffer): void {
    this.sample.take(piece);
  }

  public facts(): FileFacts {
    const { allowed, advice } = this;
    const { head } = this.sample;
    const disguise = disguiseOf(allowed, head, this.size, this.own);
    if (disguise) return { problems: [disguise] };
    const found = this.found(head);
    return { problems: found === undefined ? [] : [{ allowed, advice, ...found }] };
  }

  protected abstract found(head: Buffer): Pick<FileProblem, 'found' | 'warning'> | undefined;
}

/**
 * The configuration of a Darknet network: sections, of which the first is the network.
 *
 * @see https://github.com/pjreddie/darknet/blob/master/src/parser.c
 */
export class DarknetConfigurationReader extends PlainReader {
  protected readonly allowed = 'the configuration of a Darknet network, whose first section is [net]';
  protected readonly advice = 'pack the .cfg file that the network was trained with, of a network without YOLO layers';

  protected found(head: Buffer): Pick<FileProblem, 'found' | 'warning'> | undefined {
    const text = head.toString('latin1');
    const first = /^[ \t]*(\[[^\]\n]{0,50}\])/m.exec(text)?.[1];
    if (first === undefined) return { found: 'a text without sections' };
    if (!/^\[net(work)?\]$/.test(first)) return { found: `one that begins with ${first}` };
    if (!/^[ \t]*\[yolo\]/m.test(text)) return undefined;
    return { found: "one with [yolo], which Neo's documentation excepts", warning: 'neoModelFormat' };
  }
}

/**
 * The weights of a Darknet network: a version of three whole numbers, and how many images were seen.
 *
 * @see https://github.com/pjreddie/darknet/blob/master/src/parser.c
 */
export class DarknetWeightsReader extends PlainReader {
  protected readonly allowed = 'the weights of a Darknet network';
  protected readonly advice = 'pack the .weights file that Darknet has written';

  protected found(head: Buffer): Pick<FileProblem, 'found'> | undefined {
    if (head.length < 16) return { found: `a file of ${head.length} bytes` };
    const [major, minor] = [head.readInt32LE(0), head.readInt32LE(4)];
    const isVersion = major >= 0 && major < 100 && minor >= 0 && minor < 100;
    return isVersion ? undefined : { found: 'a file that does not begin with a version' };
  }
}

/**
 * An estimator of scikit-learn, as pickle or joblib writes it.
 *
 * @see https://joblib.readthedocs.io/en/stable/persistence.html
 */
export class SklearnReader extends PlainReader {
  protected readonly allowed = 'an estimator of scikit-learn that joblib or pickle has written';
  protected readonly advice = 'write it with joblib.dump';
  protected override readonly own = 'gzip';

  protected found(head: Buffer): Pick<FileProblem, 'found'> | undefined {
    if (head[0] === PICKLE || head[0] === ZLIB || head.subarray(0, 2).toString('hex') === '1f8b') return undefined;
    return { found: 'a file that is no pickle' };
  }
}
