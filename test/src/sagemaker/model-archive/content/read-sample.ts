import { contentReaders } from '../../../../../src/sagemaker/model-archive/content/content-kinds';
import type { FileFacts } from '../../../../../src/sagemaker/model-archive/content/file-facts';
import {
  DARKNET_NETWORK,
  frozenGraph,
  kerasModel,
  mxnetParameters,
  onnxModel,
  savedModel,
  tfliteModel,
  torchScript,
  xgboostBinary,
} from '../sample-models';

/** What is concluded of a file that comes in pieces. */
export function factsOf(name: string, framework: string, content: Buffer | string, pieceBytes = 16_384): FileFacts {
  const bytes = Buffer.from(content);
  const reader = contentReaders(name, bytes.length).get(framework)!;
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.take(bytes.subarray(at, at + pieceBytes));
  return reader.facts();
}

/** A model of each format: what its file is called, and the framework that takes it. */
export const MODELS: readonly (readonly [name: string, framework: string, content: Buffer])[] = [
  ['a.onnx', 'ONNX', onnxModel({ inputs: { x: [1, 'n'], w: [3] }, weights: ['w'] })],
  ['a.pth', 'PYTORCH', torchScript()],
  ['a.tflite', 'TFLITE', tfliteModel()],
  ['a.h5', 'KERAS', kerasModel()],
  ['saved_model.pb', 'TENSORFLOW', savedModel({ x: ['serving_default_x:0', [-1, 4]] })],
  ['frozen.pb', 'TENSORFLOW', frozenGraph()],
  ['a-symbol.json', 'MXNET', Buffer.from('{"nodes":[{"op":"null","name":"fc_weight"}]}')],
  ['a-0000.params', 'MXNET', mxnetParameters('fc_weight')],
  ['a.cfg', 'DARKNET', Buffer.from(`# a network\n${DARKNET_NETWORK}`)],
  ['a.weights', 'DARKNET', Buffer.alloc(24)],
  ['a.joblib', 'SKLEARN', Buffer.from('\u0080\u0003csklearn.svm\nSVC\n)\u0081.', 'latin1')],
  ['a.model', 'XGBOOST', xgboostBinary()],
  ['xgboost-model', 'XGBOOST', Buffer.from('\u0080\u0003cxgboost.core\nBooster\n', 'latin1')],
  ['a.json', 'XGBOOST', Buffer.from('{"learner":{"learner_model_param":{"base_score":"5E-1"}},"version":[1,3,3]}')],
];
