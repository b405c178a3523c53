/** How a trained model is packed. */
export enum TrainingOutputCompression {
  /** As one archive, `model.tar.gz`. */
  GZIP = 'GZIP',
  /** Not at all: the files lie in a folder. */
  NONE = 'NONE',
}
