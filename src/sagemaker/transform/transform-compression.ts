/** How the objects of a transform job's input are compressed. */
export enum TransformCompression {
  /** They are not. */
  NONE = 'None',
  /** With gzip; SageMaker decompresses them. */
  GZIP = 'Gzip',
}
