import type { ModelCase, Origin } from '../corpus-case';

const ORIGIN: Origin = {
  maker: 'sklearn_models.py',
  packages: [
    'scikit-learn==1.9.1',
    'skl2onnx==1.20.0',
    'onnx==1.23.2',
    'protobuf==7.36.2',
    'ml_dtypes==0.5.4',
    'typing_extensions==4.16.0',
    'joblib==1.5.3',
    'threadpoolctl==3.6.0',
    'narwhals==2.15.0',
    'numpy==2.4.6',
    'scipy==1.17.1',
  ],
};

/** Estimators, and what they are converted to. */
export const SKLEARN_MODELS: readonly ModelCase[] = [
  { origin: ORIGIN, files: { 'model.joblib': 'model.joblib' }, framework: 'SKLEARN', verdict: 'accepted' },
  { origin: ORIGIN, files: { 'model.joblib': 'compressed.joblib' }, framework: 'SKLEARN', verdict: 'accepted' },
  {
    origin: ORIGIN,
    files: { 'xgboost-model': 'pipeline.pkl' },
    framework: 'XGBOOST',
    verdict: 'refused',
    because: /a pickled pipeline of scikit-learn/,
  },
  {
    origin: ORIGIN,
    files: { 'model.onnx': 'opset12.onnx' },
    framework: 'ONNX',
    verdict: 'warned',
    because: /operators of 'ai\.onnx\.ml'/,
  },
  {
    origin: ORIGIN,
    files: { 'model.onnx': 'newest.onnx' },
    framework: 'ONNX',
    verdict: 'warned',
    because: /as Neo's documentation has it/,
  },
];
