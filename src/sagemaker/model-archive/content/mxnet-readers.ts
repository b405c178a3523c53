import type { FileFacts } from './file-facts';
import { SampledReader } from './sampled-reader';

const SYMBOL = 'the symbol of an MXNet model: JSON with nodes';
const PARAMETERS = 'the parameters of an MXNet model';
const EXPORT = 'write both files with net.export, or with mx.model.save_checkpoint';
const SYMBOL_SAMPLE = { head: 4 * 1024 * 1024, tail: 0 };
const PARAMETERS_SAMPLE = { head: 512, tail: 1024 * 1024 };
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
    super(size, { allowed: SYMBOL, sizes: SYMBOL_SAMPLE });
  }

  protected factsOf(head: Buffer): FileFacts {
    if (!this.sample.isWhole) return { problems: [] };
    const nodes = nodesOf(head.toString());
    if (!nodes) return { problems: [{ allowed: SYMBOL, found: 'something else', advice: EXPORT }] };
    const wanted = nodes.filter(({ op, name }) => op === 'null' && PARAMETER_NAME.test(String(name)));
    return { problems: [], parameters: new Set(wanted.map(({ name }) => String(name))) };
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
    const names = [...tail.toString('latin1').matchAll(/(?:arg|aux):([\w./-]+)/g)].map((found) => found[1]);
    if (names.length > 0) return { problems: [], parameters: new Set(names) };
    const found = "arrays without names that begin with 'arg:' or 'aux:', as save_parameters writes them";
    return { problems: [{ allowed: PARAMETERS, found, advice: EXPORT, warning: 'neoModelFormat' }] };
  }
}

function nodesOf(text: string): readonly { readonly [member: string]: unknown }[] | undefined {
  try {
    const { nodes } = JSON.parse(text) as { nodes?: unknown };
    if (!Array.isArray(nodes) || !nodes.every((node) => typeof node === 'object' && node !== null)) return undefined;
    return nodes as { [member: string]: unknown }[];
  } catch {
    return undefined;
  }
}
