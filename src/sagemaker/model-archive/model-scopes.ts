import { FRAMEWORK_FILES, type FrameworkFile } from './framework-files';
import type { ReadingScope } from '../../local-file/reading-scope';

/** What is looked at in the archive itself, whatever is in it. */
const ARCHIVE: ReadingScope = {
  input: 'every model archive',
  looksAt: [
    'gzip and tar to their end',
    'paths and links that lead out',
    'members that are there twice',
    'models that are empty, Git LFS pointers, web pages, or archives',
  ],
  leaves: ['files that are no part of the model', 'hidden files'],
};

/** What is looked at in the model of a framework, besides its files' names. */
export const MODEL_SCOPES: { readonly [framework: string]: Pick<ReadingScope, 'looksAt' | 'leaves'> } = {
  DARKNET: {
    looksAt: ['the sections of the configuration', 'the head of the weights', 'the shape of the input'],
    leaves: ['whether weights and configuration fit'],
  },
  KERAS: {
    looksAt: ['HDF5 with a configuration, not weights alone', '`.keras` archives', 'the version of Keras', 'inputs'],
    leaves: ['layers', 'weights'],
  },
  MXNET: {
    looksAt: ['a symbol with nodes', 'parameters that fit the symbol', 'the version of MXNet', 'the names of inputs'],
    leaves: ['operators', 'the values of parameters'],
  },
  ONNX: {
    looksAt: ['a graph', 'operator sets and IR version', 'weights in files of their own', 'inputs'],
    leaves: ['operators', 'weights'],
  },
  PYTORCH: {
    looksAt: [
      'TorchScript: `constants.pkl` and code',
      'state dicts, pickled modules, `torch.export` programs, safetensors',
      'the version of PyTorch, as far as the file says it',
    ],
    leaves: ['the code', 'weights', 'inputs, which no file says'],
  },
  SKLEARN: {
    looksAt: ['pickles of joblib and pickle, in whatever compression', 'the class of what is in them'],
    leaves: ['the estimator', 'inputs'],
  },
  TENSORFLOW: {
    looksAt: [
      'a SavedModel with its variables and the files that their index names, or a frozen graph',
      '`fingerprint.pb` beside it',
      'the version of TensorFlow',
      'inputs',
    ],
    leaves: ['operators', 'the values of variables'],
  },
  TFLITE: { looksAt: ['the identifier', 'types of the inputs', 'inputs'], leaves: ['operators', 'weights'] },
  XGBOOST: {
    looksAt: ['format: binary, JSON, UBJSON or pickle', 'the version that has written it', 'models of other libraries'],
    leaves: ['trees', 'objectives', 'inputs, of which Neo needs none'],
  },
};

/** What is looked at in model archives, in the order of the frameworks' names. */
export function modelScopes(): ReadingScope[] {
  const frameworks = Object.entries(MODEL_SCOPES).map(([framework, { looksAt, leaves }]) => {
    const files = (FRAMEWORK_FILES.get(framework) ?? []).map(filesText);
    return { input: `model for \`${framework}\``, looksAt: [...files, ...looksAt], leaves };
  });
  return [ARCHIVE, ...frameworks];
}

function filesText({ endings, several, orOnlyFile }: FrameworkFile): string {
  const names = endings.map((ending) => `\`${ending}\``).join(' or ');
  return `${several ? 'at least one' : 'exactly one'} ${names}${orOnlyFile ? ', or one file of any name' : ''}`;
}
