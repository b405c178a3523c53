import type { FileFacts, FileProblem } from './file-facts';
import { firstPickled } from './pickle-start';
import { SampledReader } from './sampled-reader';
import { zipNames } from './zip-directory';

const ALLOWED = 'a TorchScript model, which has constants.pkl and code in it';
const TRACE = 'save what torch.jit.trace(model.eval(), example) returns, with torch.jit.save';
const SAMPLE = { head: 64 * 1024, tail: 1024 * 1024 };

/** What PyTorch before 1.6 begins files with: protocol 2, and the number 0x1950a86a20f9469cfc6c. */
const OLD_MAGIC = Buffer.from('80028a0a6cfc9c46f9206aa85019', 'hex');
/** What it wrote before that: a tar archive with these members. */
const OLD_TAR = /^(\.\/)?(sys_info|pickle|storages|tensors)\0[^]*ustar/;
const PICKLE = 0x80;
const NEXT_PICKLE = '.\u0080\u0002';
/** The modules of the classes that state dicts and tensors are made of. */
const DATA_MODULES =
  /^(collections|builtins|__builtin__|numpy[\w.]*|torch|torch\._utils|torch\._tensor|torch\.nn\.parameter)\.\w+$/;
/** What archives have besides since PyTorch 2.1 at the earliest. */
const NEWER_RECORDS = /(^|\/)\.data\/serialization_id$/;
const NEWER_VERSION = '2.1 or newer';

/**
 * Tells what `torch.save`, `torch.jit.save` and `torch.export.save` have written apart: zip archives since PyTorch 1.6,
 * pickles one after the other before, and tar archives before 0.1.10.
 *
 * @see https://github.com/pytorch/pytorch/blob/v2.0.0/torch/csrc/jit/docs/serialization.md
 */
export class TorchReader extends SampledReader {
  /** What the archive tells of the version that has written it. */
  private version?: string;

  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: SAMPLE, own: 'zip' });
  }

  public override facts(): FileFacts {
    if (!OLD_TAR.test(this.sample.head.toString('latin1', 0, 300))) return super.facts();
    const found = 'data that torch.save of PyTorch 0.1.9 or older has written: a tar archive without code';
    return { problems: [{ allowed: ALLOWED, found, advice: loadAnd(TRACE) }] };
  }

  protected factsOf(head: Buffer): FileFacts {
    const problem = this.problem(head);
    return { problems: problem ? [problem] : [], version: problem ? undefined : this.version };
  }

  private problem(head: Buffer): FileProblem | undefined {
    if (head.subarray(0, 2).toString('latin1') === 'PK') return this.zipProblem(head);
    if (head[0] === PICKLE) {
      const text = head.toString('latin1');
      if (head.indexOf(OLD_MAGIC) !== 0) return pickleProblem(text);
      // pickles of the version and of the machine's byte order come before the object
      const object = text.indexOf(NEXT_PICKLE, text.indexOf('little_endian'));
      return pickleProblem(text.slice(Math.max(object, OLD_MAGIC.length)));
    }
    if (isSafetensors(head, this.size)) {
      return { allowed: ALLOWED, found: 'weights alone, in the format safetensors', advice: loadAnd(TRACE) };
    }
    return { allowed: ALLOWED, found: 'a file in none of the formats of PyTorch', advice: TRACE };
  }

  private zipProblem(head: Buffer): FileProblem | undefined {
    const names = zipNames(this.sample);
    if (!names) {
      // a long directory is no mistake: such an archive is not read further
      if (this.sample.tail.includes('PK\u0005\u0006')) return undefined;
      return { allowed: ALLOWED, found: 'a zip archive that is cut off or damaged', advice: 'save it once more' };
    }
    const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
    if (has(NEWER_RECORDS)) this.version = NEWER_VERSION;
    if (has(/(^|\/)constants\.pkl$/) && has(/(^|\/)code\//)) return undefined;
    // TorchScript of PyTorch 1.0 to 1.3
    if (has(/(^|\/)model\.json$/) && has(/(^|\/)code\//)) return undefined;
    if (has(/serialized_exported_program\.json$|(^|\/)archive_format$|(^|\/)models\/[^/]+\.json$/)) {
      const found = 'a program that torch.export has written';
      return { allowed: ALLOWED, found, advice: TRACE };
    }
    if (has(/(^|\/)data\.pkl$/)) {
      const text = head.toString('latin1');
      return pickleProblem(text.slice(text.indexOf('data.pkl')));
    }
    const found = `a zip archive with other files (${names.slice(0, 3).join(', ').slice(0, 200)})`;
    return { allowed: ALLOWED, found, advice: TRACE };
  }
}

function pickleProblem(text: string): FileProblem | undefined {
  const object = firstPickled(text);
  const name = object?.className;
  const isData = object && (name === undefined || DATA_MODULES.test(name));
  if (isData || (!object && /OrderedDict|_rebuild_tensor/.test(text))) {
    const found = 'a state dict, or other data that torch.save has written: it has no constants.pkl and no code';
    return { allowed: ALLOWED, found, advice: loadAnd(TRACE) };
  }
  return {
    allowed: `${ALLOWED}: Neo's documentation has no other`,
    found: `a module that is pickled whole${name === undefined ? '' : `, of the class ${name.slice(0, 100)}`}`,
    advice: `Neo would need the code of its class: ${TRACE}`,
    warning: 'neoModelFormat',
  };
}

function loadAnd(advice: string): string {
  return `load it into the model with model.load_state_dict, and ${advice}`;
}

/** The length of a header in JSON, and the header. */
function isSafetensors(head: Buffer, size: number): boolean {
  if (head.length < 10) return false;
  return head.readBigUInt64LE(0) < BigInt(size) && head.subarray(8, 10).toString('latin1') === '{"';
}
