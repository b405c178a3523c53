/** A file that Neo looks for in an archive. */
export interface FrameworkFile {
  /** How the names of such files end. */
  readonly endings: readonly string[];
  /** Files whose names end so, and which are something else. */
  readonly others?: readonly string[];
  /** Whether there may be several. */
  readonly several?: boolean;
  /** Whether a file of any name will do where it is the only one. */
  readonly orOnlyFile?: boolean;
  /** What the name of the one has that Neo takes of several. */
  readonly taken?: RegExp;
}

/**
 * What an archive must have, by the framework as the API spells it. Of a framework that is not here, nothing is known.
 *
 * It is what Neo's documentation says, but never more than what its public loaders insist on: they go by the names in
 * the archive, whatever folder a file is in. A model that TensorFlow has saved may have no variables; so one without
 * them is taken for what it says it is.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-compilation-preparing-model.html
 * @see https://github.com/neo-ai/neo-loader
 */
export const FRAMEWORK_FILES: ReadonlyMap<string, readonly FrameworkFile[]> = new Map<string, FrameworkFile[]>([
  ['DARKNET', [{ endings: ['.cfg'] }, { endings: ['.weights'] }]],
  ['KERAS', [{ endings: ['.h5'] }]],
  [
    'MXNET',
    [
      {
        endings: ['.json'],
        // SageMaker's own algorithms and Autopilot write these beside the symbol
        others: ['model-shapes.json', 'hyperparams.json', 'amba_config.json', 'model-metadata.json'],
        taken: /^model0.*\.json$/,
      },
      // of several checkpoints, Neo takes the newest
      { endings: ['.params'], several: true },
    ],
  ],
  ['ONNX', [{ endings: ['.onnx'] }]],
  ['PYTORCH', [{ endings: ['.pt', '.pth'] }]],
  ['TENSORFLOW', [{ endings: ['.pb', '.pbtxt'] }]],
  ['TFLITE', [{ endings: ['.tflite'] }]],
  // SageMaker's own algorithm calls its model xgboost-model, and the models of a cross-validation xgboost-model-0 to -9
  ['XGBOOST', [{ endings: ['.model'], orOnlyFile: true, taken: /xgboost-model-0$/ }]],
]);
