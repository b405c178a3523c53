import type { FileFacts, ModelInput } from './file-facts';
import { SampledReader } from './sampled-reader';

const CONFIGURATION = 'the configuration of a Darknet network, whose first section is [net]';
const CONFIGURATION_ADVICE = 'pack the .cfg file that the network was trained with, of a network without YOLO layers';
const WEIGHTS = 'the weights of a Darknet network';
const WEIGHTS_ADVICE = 'pack the .weights file that Darknet has written';
const HEAD_BYTES = 64 * 1024;
/** What Darknet's own programs call the input. */
const INPUT = 'data';
/** Three numbers of the version, and one of four or eight bytes. */
const LONGEST_HEADER = 20;

/**
 * Reads the configuration of a Darknet network: sections, of which the first is the network.
 *
 * @see https://github.com/pjreddie/darknet/blob/master/src/parser.c
 */
export class DarknetConfigurationReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: CONFIGURATION, sizes: { head: HEAD_BYTES, tail: 0 }, own: 'text' });
  }

  protected factsOf(head: Buffer): FileFacts {
    const problem = (found: string, warning?: string): FileFacts => ({
      problems: [{ allowed: CONFIGURATION, found, advice: CONFIGURATION_ADVICE, warning }],
    });
    const text = head.toString('latin1');
    const first = /^[ \t]*(\[[^\]\n]{0,50}\])/m.exec(text)?.[1];
    if (first === undefined) return problem('a text without sections');
    if (!/^\[net(work)?\]$/.test(first)) return problem(`one that begins with ${first}`);
    if (!/^[ \t]*\[yolo\]/m.test(text)) return { problems: [], inputs: inputsOf(text) };
    return problem("one with [yolo], which Neo's documentation excepts", 'neoModelFormat');
  }
}

/**
 * Reads the weights of a Darknet network: a version of three whole numbers, and how many images were seen.
 *
 * @see https://github.com/pjreddie/darknet/blob/master/src/parser.c
 */
export class DarknetWeightsReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: WEIGHTS });
  }

  protected factsOf(head: Buffer): FileFacts {
    const problem = (found: string): FileFacts => ({ problems: [{ allowed: WEIGHTS, found, advice: WEIGHTS_ADVICE }] });
    if (this.size <= LONGEST_HEADER) return problem(`a file of ${this.size} bytes, which has no weights`);
    const [major, minor] = [head.readInt32LE(0), head.readInt32LE(4)];
    const isVersion = major >= 0 && major < 100 && minor >= 0 && minor < 100;
    return isVersion ? { problems: [] } : problem('a file that does not begin with a version');
  }
}

/** The input that the first section says: its channels, height and width. */
function inputsOf(text: string): readonly ModelInput[] | undefined {
  const [, section = ''] = /^[ \t]*\[net(?:work)?\]([^[]*)/m.exec(text) ?? [];
  const sizes = ['channels', 'height', 'width'].map((name) =>
    Number(new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*(\\d{1,6})`, 'm').exec(section)?.[1]),
  );
  return sizes.every((size) => size > 0) ? [{ name: INPUT, shape: ['', ...sizes] }] : undefined;
}
