import type { TransformCompression } from './transform-compression';
import type { TransformSplitType } from './transform-records';

/** How the input of a transform job is read. */
export interface TransformInputOptions {
  /**
   * The MIME type of the data, such as `text/csv`: up to 256 characters. Each request to the model says it.
   *
   * @default - the container of the model assumes one
   */
  readonly contentType?: string;

  /**
   * How the data is compressed.
   *
   * @default TransformCompression.NONE
   */
  readonly compression?: TransformCompression;

  /**
   * How each object is cut into records. Objects that are not cut are sent to the model as a whole, and must not be
   * larger than the largest payload.
   *
   * @default TransformSplitType.NONE
   */
  readonly splitType?: TransformSplitType;
}

/** How the objects that a manifest lists are read. */
export interface TransformManifestOptions extends TransformInputOptions {
  /**
   * What the keys of all listed objects begin with. The model's role may read no others.
   *
   * @default - the role may read the whole bucket
   */
  readonly dataPrefix?: string;
}
