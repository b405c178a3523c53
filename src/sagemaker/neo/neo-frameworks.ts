import type { FrameworkVersions } from './framework-version';
import type { NeoTargetKind } from './neo-devices';
import type { ReadingScope } from '../../local-file/reading-scope';
import type { FrameworkFile } from '../model-archive/framework-file';

/** What is known of a framework. */
export interface NeoFrameworkFacts {
  /**
   * What an archive must have.
   *
   * It is what Neo's documentation says, but never more than what its public loaders insist on: they go by the names in
   * the archive, whatever folder a file is in.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-compilation-preparing-model.html
   * @see https://github.com/neo-ai/neo-loader
   */
  readonly files: readonly FrameworkFile[];
  /** What is looked at in its models, besides their files' names. */
  readonly scope: Pick<ReadingScope, 'looksAt' | 'leaves'>;
  /**
   * The targets for which AWS's tables have it, and its versions there. A platform may be an edge device or a cloud instance.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-cloud.html
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-devices-edge-frameworks.html
   */
  readonly targets: { readonly [kind in NeoTargetKind]?: FrameworkVersions };
  /** Whether the API takes its version. */
  readonly hasVersion: boolean;
  /** How Neo is told the inputs of a model; it needs none of some. */
  readonly inputs: 'by-name' | 'by-name-or-in-order' | 'none';
  /**
   * Whether Neo takes the inputs of a model in their order, even where they have names.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InputConfig.html
   */
  readonly readsOrder: boolean;
  /** Whether it is not certain what Neo calls inputs. */
  readonly hasUncertainNames: boolean;
  /** Whether it is not certain that an input cannot have another size. */
  readonly hasUncertainSizes: boolean;
  /** Whether a model has the channels of an image last where Neo wants them first. */
  readonly hasChannelsLast: boolean;
}

const TABLE = {
  MXNET: {
    files: [
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
    scope: {
      looksAt: ['a symbol with nodes', 'parameters that fit the symbol', 'the version of MXNet', 'the names of inputs'],
      leaves: ['operators', 'the values of parameters'],
    },
    targets: { cloud: { upTo: '1.8' }, inferentia: { upTo: '1.8' }, edge: { upTo: '1.8' }, platform: { upTo: '1.8' } },
    hasVersion: true,
    inputs: 'by-name',
    readsOrder: true,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
  ONNX: {
    files: [{ endings: ['.onnx'] }],
    scope: {
      looksAt: ['a graph', 'operator sets and IR version', 'weights in files of their own', 'inputs'],
      leaves: ['operators', 'weights'],
    },
    targets: { cloud: {}, edge: {}, platform: {} },
    hasVersion: false,
    inputs: 'by-name',
    readsOrder: true,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
  KERAS: {
    files: [
      {
        endings: ['.h5'],
        weights: /\.weights\.h5$/,
        advice: [[/\.(keras|hdf5|weights\.h5)\b/, "Save the whole model as HDF5: model.save('model.h5')"]],
      },
    ],
    scope: {
      looksAt: ['HDF5 with a configuration, not weights alone', '`.keras` archives', 'the version of Keras', 'inputs'],
      leaves: ['layers', 'weights'],
    },
    targets: { cloud: { upTo: '2.2' }, edge: { upTo: '2.2' }, platform: { upTo: '2.2' } },
    hasVersion: false,
    inputs: 'by-name',
    readsOrder: false,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: true,
  },
  PYTORCH: {
    files: [
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
    scope: {
      looksAt: [
        'TorchScript: `constants.pkl` and code',
        'state dicts, pickled modules, `torch.export` programs, safetensors',
        'the version of PyTorch, as far as the file says it',
      ],
      leaves: ['the code', 'weights', 'inputs, which no file says'],
    },
    targets: {
      cloud: { also: ['1.4', '1.5', '1.6', '1.7', '1.8', '1.12', '1.13', '2.0'] },
      inferentia: { upTo: '1.9' },
      neuron: {},
      // what its converter supports, as the API reference has it
      coreml: {},
      edge: { upTo: '1.8' },
      platform: { upTo: '1.8', also: ['1.12', '1.13', '2.0'] },
    },
    hasVersion: true,
    inputs: 'by-name-or-in-order',
    readsOrder: true,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
  TENSORFLOW: {
    files: [
      {
        endings: ['.pb', '.pbtxt'],
        advice: [
          [
            /\.(ckpt|meta|index|data-\d{5}-of-\d{5})\b|(?:^|[ /])checkpoint(?:,|$)/,
            'A checkpoint is no model: write one with tf.saved_model.save, and pack the whole folder',
          ],
          [/saved_model\.pb[^]*saved_model\.pb/, 'Pack the folder of one version alone'],
          [
            /saved_model\.pb[^]*(fingerprint|keras_metadata)\.pb|(fingerprint|keras_metadata)\.pb[^]*saved_model\.pb/,
            'Leave out fingerprint.pb and keras_metadata.pb, which newer versions of TensorFlow write beside the model and nothing needs to load it',
          ],
        ],
      },
    ],
    scope: {
      looksAt: [
        'a SavedModel with its variables and the files that their index names, or a frozen graph',
        '`fingerprint.pb` beside it',
        'the version of TensorFlow',
        'inputs',
      ],
      leaves: ['operators', 'the values of variables'],
    },
    targets: {
      cloud: { also: ['1.15', '2.9'] },
      inferentia: { upTo: '2.5' },
      neuron: {},
      // what its converter supports, as the API reference has it
      coreml: {},
      edge: { upTo: '2.4' },
      platform: { upTo: '2.4', also: ['2.9'] },
    },
    hasVersion: true,
    inputs: 'by-name',
    readsOrder: false,
    // a signature and its graph have different names
    hasUncertainNames: true,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
  TFLITE: {
    files: [{ endings: ['.tflite'] }],
    scope: { looksAt: ['the identifier', 'types of the inputs', 'inputs'], leaves: ['operators', 'weights'] },
    targets: { edge: { upTo: '1.15' }, platform: { upTo: '1.15' } },
    hasVersion: true,
    inputs: 'by-name',
    readsOrder: false,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
  XGBOOST: {
    // SageMaker's own algorithm calls its model xgboost-model, and the models of a cross-validation xgboost-model-0 to -9
    files: [{ endings: ['.model'], orOnlyFile: true, taken: /xgboost-model-0$/ }],
    scope: {
      looksAt: [
        'format: binary, JSON, UBJSON or pickle',
        'the version that has written it',
        'models of other libraries',
      ],
      leaves: ['trees', 'objectives', 'inputs, of which Neo needs none'],
    },
    targets: { cloud: {}, edge: {}, platform: {} },
    hasVersion: false,
    inputs: 'none',
    readsOrder: false,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
  DARKNET: {
    files: [{ endings: ['.cfg'] }, { endings: ['.weights'] }],
    scope: {
      looksAt: ['the sections of the configuration', 'the head of the weights', 'the shape of the input'],
      leaves: ['whether weights and configuration fit'],
    },
    targets: { edge: {}, platform: {} },
    hasVersion: false,
    inputs: 'by-name',
    readsOrder: true,
    // a configuration has no names, and networks are resized
    hasUncertainNames: true,
    hasUncertainSizes: true,
    hasChannelsLast: false,
  },
  SKLEARN: {
    files: [
      {
        endings: ['.joblib'],
        alsoRead: ['.pkl', '.pickle'],
        said: ", as Neo's public loader takes it,",
        warning: 'neoModelFormat',
      },
    ],
    scope: {
      looksAt: ['pickles of joblib and pickle, in whatever compression', 'the class of what is in them'],
      leaves: ['the estimator', 'inputs'],
    },
    targets: {},
    hasVersion: false,
    inputs: 'none',
    readsOrder: false,
    hasUncertainNames: false,
    hasUncertainSizes: false,
    hasChannelsLast: false,
  },
} satisfies { readonly [framework: string]: NeoFrameworkFacts };

/** A framework as the API spells it. */
export type NeoFramework = keyof typeof TABLE;

/** All frameworks of the API, in the order of Neo's documentation. */
export const NEO_FRAMEWORKS: { readonly [framework in NeoFramework]: NeoFrameworkFacts } = TABLE;

/** Their names, in the order of the alphabet. */
export const FRAMEWORK_NAMES = (Object.keys(NEO_FRAMEWORKS) as NeoFramework[]).sort();

/** What is known of a framework as somebody spells it: of a newer one, nothing is. */
export function neoFramework(name: string | undefined): NeoFrameworkFacts | undefined {
  return name !== undefined && Object.hasOwn(NEO_FRAMEWORKS, name) ? NEO_FRAMEWORKS[name as NeoFramework] : undefined;
}
