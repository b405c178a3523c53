import type { FileFacts } from './file-facts';
import { SampledReader } from './sampled-reader';

const SYMBOL = 'the symbol of an MXNet model: JSON with nodes';
const PARAMETERS = 'the parameters of an MXNet model';
const EXPORT = 'write both files with net.export, or with mx.model.save_checkpoint';
const SYMBOL_SAMPLE = { head: 4 * 1024 * 1024, tail: 0 };
const PARAMETERS_SAMPLE = { head: 512, tail: 1024 * 1024 };
/** The longest name of a parameter that is looked for at the end. */
const LONGEST_NAME = 1000;
/** The number that a list of arrays begins with. */
const LIST_MAGIC = BigInt(0x112);
/** What only parameters are called; other names may be inputs. */
const PARAMETER_NAME = /_(weight|bias|gamma|beta|moving_mean|moving_var|running_mean|running_var)$/;

/**
 * Reads the symbol of an MXNet model, as nnvm writes it in MXNet 1.8.
 *
 * @see https://github.com/apache/mxnet/blob/1.8.0/python/mxnet/symbol/symbol.py
 */
export class MxnetSymbolReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: SYMBOL, sizes: SYMBOL_SAMPLE, own: 'text' });
  }

  protected factsOf(head: Buffer): FileFacts {
    if (!this.sample.isWhole) return { problems: [] };
    const symbol = symbolOf(head.toString());
    if (!symbol) return { problems: [{ allowed: SYMBOL, found: 'something else', advice: EXPORT }] };
    const variables = symbol.nodes.filter(({ op }) => op === 'null').map(({ name }) => String(name));
    const parameters = new Set(variables.filter((name) => PARAMETER_NAME.test(name)));
    return { problems: [], variables, parameters, version: symbol.version };
  }
}

/**
 * Reads the names of the parameters of an MXNet model: a list of arrays, and a list of names behind it.
 *
 * @see https://github.com/apache/mxnet/blob/1.8.0/src/ndarray/ndarray.cc
 */
export class MxnetParametersReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: PARAMETERS, sizes: PARAMETERS_SAMPLE });
  }

  protected factsOf(head: Buffer): FileFacts {
    const { tail } = this.sample;
    if (head.length < 8 || head.readBigUInt64LE(0) !== LIST_MAGIC) {
      return { problems: [{ allowed: PARAMETERS, found: 'a file without their number', advice: EXPORT }] };
    }
    if (!hasWholeNames(tail)) {
      return { problems: [{ allowed: PARAMETERS, found: 'a file that is cut off', advice: EXPORT }] };
    }
    const names = [...tail.toString('latin1').matchAll(/(?:arg|aux):([\w./-]+)/g)].map((found) => found[1]);
    if (names.length > 0) return { problems: [], parameters: new Set(names) };
    const found = "arrays without names that begin with 'arg:' or 'aux:', as save_parameters writes them";
    return { problems: [{ allowed: PARAMETERS, found, advice: EXPORT, warning: 'neoModelFormat' }] };
  }
}

interface Symbol {
  readonly nodes: readonly Members[];
  readonly version?: string;
}
type Members = { readonly [member: string]: unknown };

function symbolOf(text: string): Symbol | undefined {
  try {
    const { nodes, attrs } = JSON.parse(text) as { nodes?: unknown; attrs?: { mxnet_version?: unknown } };
    if (!Array.isArray(nodes) || !nodes.every((node) => typeof node === 'object' && node !== null)) return undefined;
    return { nodes: nodes as Members[], version: versionOf(attrs?.mxnet_version) };
  } catch {
    return undefined;
  }
}

/** `["int", 10801]` is 1.8.1. */
function versionOf(attribute: unknown): string | undefined {
  const number: unknown = Array.isArray(attribute) ? attribute[1] : undefined;
  if (typeof number !== 'number') return undefined;
  return [Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100].join('.');
}

/** Whether a list of names ends with the file: each name is behind its length. */
function hasWholeNames(tail: Buffer): boolean {
  for (let length = 0; length <= LONGEST_NAME && length + 8 <= tail.length; length++) {
    if (tail.readBigUInt64LE(tail.length - length - 8) === BigInt(length)) return true;
  }
  return false;
}
