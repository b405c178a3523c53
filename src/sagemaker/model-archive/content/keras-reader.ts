import { disguiseOf } from './disguise';
import type { ContentReader, FileFacts } from './file-facts';
import { FileSample } from './file-sample';
import { kerasInputs } from './keras-inputs';
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
export class KerasReader implements ContentReader {
  private readonly sample: FileSample;
  private readonly attribute = new TextSearch('model_config');
  private readonly configuration = new JsonCatcher(/\{"(class_name|module)": ?"/);

  constructor(private readonly size: number) {
    this.sample = new FileSample(size, { head: HEAD_BYTES, tail: 0 });
  }

  public take(piece: Buffer): void {
    this.sample.take(piece);
    this.attribute.take(piece);
    this.configuration.take(piece);
  }

  public facts(): FileFacts {
    const { head } = this.sample;
    if (head.subarray(0, 2).toString() === 'PK' && /metadata\.json|config\.json/.test(head.toString('latin1'))) {
      return { problems: [{ allowed: ALLOWED, found: "a .keras archive, Keras 3's own format", advice: AS_HDF5 }] };
    }
    const disguise = disguiseOf(ALLOWED, head, this.size);
    if (disguise) return { problems: [disguise] };
    if (!hasSignature(head)) {
      return { problems: [{ allowed: ALLOWED, found: 'a file without the signature of HDF5', advice: AS_HDF5 }] };
    }
    if (!this.attribute.isFound) {
      const found = "weights alone: HDF5 without the attribute 'model_config'";
      return { problems: [{ allowed: ALLOWED, found, advice: AS_HDF5 }] };
    }
    return { problems: [], inputs: kerasInputs(this.configuration.value) };
  }
}

function hasSignature(head: Buffer): boolean {
  for (let at = 0; at < head.length; at = at === 0 ? 512 : 2 * at) {
    if (head.subarray(at, at + SIGNATURE.length).equals(SIGNATURE)) return true;
  }
  return false;
}
