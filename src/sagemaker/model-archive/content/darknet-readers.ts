import type { FileFacts, ModelInput } from './file-facts';
import { SampledReader } from './sampled-reader';

const CONFIGURATION = 'the configuration of a Darknet network, whose first section is [net]';
const CONFIGURATION_ADVICE = 'pack the .cfg file that the network was trained with, of a network without YOLO layers';
const WEIGHTS = 'the weights of a Darknet network';
const WEIGHTS_ADVICE = 'pack the .weights file that Darknet has written';
const HEAD_BYTES = 64 * 1024;
/** What Darknet's own programs call the input. */
const INPUT = 'data';
/** The sizes of the input, in its order. */
const SIZES = ['channels', 'height', 'width'];
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
    const options = optionsOf(text);
    const missing = SIZES.filter((name) => numberIn(options, name) === 0);
    if (missing.length > 0 && numberIn(options, 'inputs') === 0) {
      return problem(
        `one whose ${first} has no number for ${missing.join(', ')}: Darknet says 'No input parameters supplied'`,
      );
    }
    if (!/^[ \t]*\[yolo\]/m.test(text)) return { problems: [], inputs: inputsOf(options) };
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

/** What the first section says: Darknet leaves out all spaces, and takes the first of several. */
function optionsOf(text: string): ReadonlyMap<string, string> {
  const [, section = ''] = /^[ \t]*\[net(?:work)?\]([^[]*)/m.exec(text) ?? [];
  const options = new Map<string, string>();
  for (const line of section.split('\n')) {
    const [, name = '', value = ''] = /^([^#;=][^=]*)=(.*)$/.exec(line.replace(/\s/g, '')) ?? [];
    if (!options.has(name)) options.set(name, value);
  }
  return options;
}

/** A number as C's `atoi` reads it, which is 0 where there is none. */
function numberIn(options: ReadonlyMap<string, string>, name: string): number {
  return Number(/^[+-]?\d{1,9}/.exec(options.get(name) ?? '')?.[0] ?? 0);
}

/** The input that the first section says. */
function inputsOf(options: ReadonlyMap<string, string>): readonly ModelInput[] | undefined {
  const sizes = SIZES.map((name) => numberIn(options, name));
  return sizes.every((size) => size > 0) ? [{ name: INPUT, shape: ['', ...sizes] }] : undefined;
}
