import type { FileFacts } from './file-facts';
import { isHdf5CutOff, signatureAt } from './hdf5-end';
import { kerasInputs } from './keras-inputs';
import { kerasVersion } from './keras-version';
import { SampledReader } from './sampled-reader';
import { JsonCatcher, TextSearch } from './text-search';

const ALLOWED = 'a whole Keras model in HDF5';
const AS_HDF5 = "save the whole model as HDF5: model.save('model.h5')";
/** In it, there are the signature, the attributes of the root group, and the texts that they point at. */
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
  /** What Keras 2 and 3 have in files of weights. */
  private readonly weights = [
    'layer_names',
    'weight_names',
    '_layer_checkpoint_dependencies',
    'keras_version',
    'vars',
  ].map((text) => new TextSearch(text));

  private readonly configuration = new JsonCatcher('{"class_name":', '{"module":');

  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: { head: HEAD_BYTES, tail: 0 }, own: 'HDF5' });
  }

  public override take(piece: Buffer): void {
    super.take(piece);
    this.attribute.take(piece);
    if (!this.attribute.isFound) this.weights.forEach((search) => search.take(piece));
    this.configuration.take(piece);
  }

  public override facts(): FileFacts {
    const { head } = this.sample;
    const isKerasArchive =
      head.subarray(0, 2).toString() === 'PK' && /metadata\.json|config\.json/.test(head.toString('latin1'));
    return isKerasArchive ? problem("a .keras archive, Keras 3's own format") : super.facts();
  }

  protected factsOf(head: Buffer): FileFacts {
    const signature = signatureAt(head);
    if (signature === undefined) return problem('a file without the signature of HDF5');
    if (isHdf5CutOff(this.sample, signature)) return problem('HDF5 that is cut off');
    if (!this.attribute.isFound && this.weights.every(({ isFound }) => !isFound)) {
      return problem("HDF5 of something else: it has none of the attributes 'model_config' and 'layer_names'");
    }
    if (!this.attribute.isFound) return problem("weights alone: HDF5 without the attribute 'model_config'");
    return { problems: [], inputs: kerasInputs(this.configuration.value), version: kerasVersion(head) };
  }
}

function problem(found: string): FileFacts {
  return { problems: [{ allowed: ALLOWED, found, advice: AS_HDF5 }] };
}
