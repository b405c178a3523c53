/**
 * How the objects of a transform job's input are cut into records.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformInput.html
 */
export enum TransformSplitType {
  /** Not at all: each request has a whole object. */
  NONE = 'None',
  /** At the ends of lines. */
  LINE = 'Line',
  /** As RecordIO has them. */
  RECORD_IO = 'RecordIO',
  /** As TFRecord has them. */
  TF_RECORD = 'TFRecord',
}

/** How many records a request to the model has. It matters only where the input is split. */
export enum TransformBatchStrategy {
  /** As many as the largest payload has room for. */
  MULTI_RECORD = 'MultiRecord',
  /** One. */
  SINGLE_RECORD = 'SingleRecord',
}

/** How the answers to the requests are put together to one object. */
export enum TransformAssemblyType {
  /** One after the other, as they are. */
  NONE = 'None',
  /** With the end of a line after each record. */
  LINE = 'Line',
}

/** What the answers of the model are joined with. */
export enum TransformJoinSource {
  /** Nothing: the results are the answers alone. */
  NONE = 'None',
  /** The records of the input, each with its answer. */
  INPUT = 'Input',
}
