import type { FileFacts } from './file-facts';
import { kerasInputs } from './keras-inputs';
import { SampledReader } from './sampled-reader';
import { JsonCatcher, TextSearch } from './text-search';

const ALLOWED = 'a whole Keras model in HDF5';
const SIGNATURE = Buffer.from('\u0089HDF\r\n\u001a\n', 'latin1');
const AS_HDF5 = "save the whole model as HDF5: model.save('model.h5')";
/** The signature may come after a block of the user's own, of 512 bytes or twice, four times… as many. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads a model that Keras has saved in HDF5: the signature as in version 3 of the format, and the attribute `model_config`,
 * which Keras 2 and 3 put on the root group. HDF5 keeps the names of attributes and texts of variable length in one piece and
 * uncompressed, so both are looked for in the bytes: the tables that lead to them may be anywhere in the file.
 *
 * @see https://docs.hdfgroup.org/hdf5/develop/_f_m_t3.html
 * @see https://github.com/keras-team/keras/blob/v3.3.3/keras/src/legacy/saving/legacy_h5_format.py
 */
export class KerasReader extends SampledReader {
  private readonly attribute = new TextSearch('model_config');
  private readonly configuration = new JsonCatcher('{"class_name":', '{"module":');

  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: { head: HEAD_BYTES, tail: 0 } });
  }

  public override take(piece: Buffer): void {
    super.take(piece);
    this.attribute.take(piece);
    this.configuration.take(piece);
  }

  public override facts(): FileFacts {
    const { head } = this.sample;
    const isKerasArchive =
      head.subarray(0, 2).toString() === 'PK' && /metadata\.json|config\.json/.test(head.toString('latin1'));
    return isKerasArchive ? problem("a .keras archive, Keras 3's own format") : super.facts();
  }

  protected factsOf(head: Buffer): FileFacts {
    if (!hasSignature(head)) return problem('a file without the signature of HDF5');
    if (!this.attribute.isFound) return problem("weights alone: HDF5 without the attribute 'model_config'");
    return { problems: [], inputs: kerasInputs(this.configuration.value) };
  }
}

function problem(found: string): FileFacts {
  return { problems: [{ allowed: ALLOWED, found, advice: AS_HDF5 }] };
}

function hasSignature(head: Buffer): boolean {
  for (let at = 0; at < head.length; at = at === 0 ? 512 : 2 * at) {
    if (head.subarray(at, at + SIGNATURE.length).equals(SIGNATURE)) return true;
  }
  return false;
}
