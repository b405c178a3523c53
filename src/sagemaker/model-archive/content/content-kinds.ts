import { posix } from 'node:path';
import { DarknetConfigurationReader, DarknetWeightsReader } from './darknet-readers';
import type { ContentReader } from './file-facts';
import { KerasReader } from './keras-reader';
import { MxnetParametersReader, MxnetSymbolReader } from './mxnet-readers';
import { OnnxReader } from './onnx-reader';
import { SklearnReader } from './sklearn-reader';
import { TensorflowReader } from './tensorflow-reader';
import { TfliteReader } from './tflite-reader';
import { TorchReader } from './torch-reader';
import { VariablesIndexReader } from './variables-index-reader';
import { XgboostReader } from './xgboost-reader';
import type { NeoFramework } from '../../neo/neo-frameworks';

/** Files that are read for a framework. */
interface ContentKind {
  readonly framework: NeoFramework;
  /** What their names are like. */
  readonly name: RegExp;
  read(name: string, size: number): ContentReader;
}

const KINDS: readonly ContentKind[] = [
  { framework: 'ONNX', name: /\.onnx$/, read: (_, size) => new OnnxReader(size) },
  { framework: 'PYTORCH', name: /\.(pt|pth)$/, read: (_, size) => new TorchReader(size) },
  { framework: 'TFLITE', name: /\.tflite$/, read: (_, size) => new TfliteReader(size) },
  { framework: 'KERAS', name: /\.h5$/, read: (_, size) => new KerasReader(size) },
  { framework: 'TENSORFLOW', name: /\.(pb|pbtxt)$/, read: (name, size) => new TensorflowReader(name, size) },
  { framework: 'TENSORFLOW', name: /^variables\.index$/, read: (_, size) => new VariablesIndexReader(size) },
  { framework: 'MXNET', name: /\.json$/, read: (_, size) => new MxnetSymbolReader(size) },
  { framework: 'MXNET', name: /\.params$/, read: (_, size) => new MxnetParametersReader(size) },
  { framework: 'DARKNET', name: /\.cfg$/, read: (_, size) => new DarknetConfigurationReader(size) },
  { framework: 'DARKNET', name: /\.weights$/, read: (_, size) => new DarknetWeightsReader(size) },
  { framework: 'SKLEARN', name: /\.(joblib|pkl|pickle)$/, read: (_, size) => new SklearnReader(size) },
  // its model may have any name, where it is the only file
  { framework: 'XGBOOST', name: /^/, read: (_, size) => new XgboostReader(size) },
];

/** Returns a text that two file names share if their files are read in the same way; it is empty for a name that says nothing. */
export function readingOf(path: string): string {
  const name = posix.basename(path);
  return KINDS.filter((kind) => kind.name.source !== '^' && kind.name.test(name))
    .map((kind) => kind.name.source)
    .join();
}

/** What reads a file, by the framework that it is read for. */
export function contentReaders(path: string, size: number): ReadonlyMap<string, ContentReader> {
  const name = posix.basename(path);
  return new Map<string, ContentReader>(
    KINDS.filter((kind) => kind.name.test(name)).map((kind) => [kind.framework, kind.read(name, size)] as const),
  );
}
