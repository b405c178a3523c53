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
  /** What files with nothing but weights are called, which are no model. */
  readonly weights?: RegExp;
  /** How the names of files end that are read where there is none of those: their names alone are wrong. */
  readonly alsoRead?: readonly string[];
  /** Who says that it must be there, where not Neo's documentation does. */
  readonly said?: string;
  /** The id of the warning, where it is not certain that it must be there. */
  readonly warning?: string;
  /** What to do about files that tools write beside a model, or instead of one. */
  readonly advice?: readonly (readonly [name: RegExp, advice: string])[];
}

/**
 * What an archive must have, by the framework as the API spells it. Of a framework that is not here, nothing is known.
 *
 * It is what Neo's documentation says, but never more than what its public loaders insist on: they go by the names in
 * the archive, whatever folder a file is in.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-compilation-preparing-model.html
 * @see https://github.com/neo-ai/neo-loader
 */
export const FRAMEWORK_FILES: ReadonlyMap<string, readonly FrameworkFile[]> = new Map<string, FrameworkFile[]>([
  ['DARKNET', [{ endings: ['.cfg'] }, { endings: ['.weights'] }]],
  [
    'KERAS',
    [
      {
        endings: ['.h5'],
        weights: /\.weights\.h5$/,
        advice: [[/\.(keras|hdf5|weights\.h5)\b/, "Save the whole model as HDF5: model.save('model.h5')"]],
      },
    ],
  ],
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
      {
        endings: ['.params'],
        several: true,
        advice: [[/-symbol\.json\b/, 'Pack the parameters beside the symbol: net.export writes both files']],
      },
    ],
  ],
  ['ONNX', [{ endings: ['.onnx'] }]],
  [
    'PYTORCH',
    [
      {
        endings: ['.pt', '.pth'],
        advice: [
          [
            /\.(safetensors|bin|pt2|ptl|jit|pth\.tar|ckpt(?!\.(?:index|data|meta)))\b/,
            'Save what torch.jit.trace(model.eval(), example) returns, with torch.jit.save, as model.pth',
          ],
        ],
      },
    ],
  ],
  [
    'SKLEARN',
    [
      {
        endings: ['.joblib'],
        alsoRead: ['.pkl', '.pickle'],
        said: ", as Neo's public loader takes it,",
        warning: 'neoModelFormat',
      },
    ],
  ],
  [
    'TENSORFLOW',
    [
      {
        endings: ['.pb', '.pbtxt'],
        advice: [
          [
            /\.(ckpt|meta|index|data-\d{5}-of-\d{5})\b/,
            'A checkpoint is no model: write one with tf.saved_model.save, and pack the whole folder',
          ],
          [
            /saved_model\.pb[^]*(fingerprint|keras_metadata)\.pb|(fingerprint|keras_metadata)\.pb[^]*saved_model\.pb/,
            'Leave out fingerprint.pb and keras_metadata.pb, which newer versions of TensorFlow write beside the model and nothing needs to load it',
          ],
        ],
      },
    ],
  ],
  ['TFLITE', [{ endings: ['.tflite'] }]],
  // SageMaker's own algorithm calls its model xgboost-model, and the models of a cross-validation xgboost-model-0 to -9
  ['XGBOOST', [{ endings: ['.model'], orOnlyFile: true, taken: /xgboost-model-0$/ }]],
]);

/** Names that say something of a file to one of the frameworks. */
const TELLING = new RegExp([...FRAMEWORK_FILES.values()].flat().flatMap(tellingNames).join('|'));

function tellingNames({ endings, taken, weights, alsoRead = [] }: FrameworkFile): string[] {
  const patterns = [taken, weights].flatMap((pattern) => (pattern ? [pattern.source] : []));
  return [...patterns, ...[...endings, ...alsoRead].map((ending) => `${ending.replace('.', '\\.')}$`)];
}

/** Whether the name of a file says something to one of the frameworks. An archive may have many thousands that do not. */
export function isTelling(name: string): boolean {
  return TELLING.test(name);
}
