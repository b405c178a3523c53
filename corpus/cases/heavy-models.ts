import type { ModelCase, Origin } from '../corpus-case';

const TENSORFLOW: Origin = { maker: 'tensorflow_models.py', packages: ['tensorflow-cpu==2.21.0'], isHeavy: true };
const TORCH: Origin = { maker: 'torch_models.py', packages: ['torch==2.15.0'], isHeavy: true };

/** Models of libraries that take gigabytes to install. */
export const HEAVY_MODELS: readonly ModelCase[] = [
  { origin: TORCH, files: { 'model.pt': 'traced.pt' }, framework: 'PYTORCH', verdict: 'accepted' },
  { origin: TORCH, files: { 'model.pth': 'traced.pt' }, framework: 'PYTORCH', verdict: 'accepted' },
  {
    origin: TORCH,
    files: { 'model.pth': 'state_dict.pth' },
    framework: 'PYTORCH',
    verdict: 'refused',
    because: /a state dict/,
  },
  {
    origin: TORCH,
    files: { 'model.pt': 'exported.pt2' },
    framework: 'PYTORCH',
    verdict: 'refused',
    because: /torch\.export/,
  },
  { origin: TENSORFLOW, files: { 'model.h5': 'model.h5' }, framework: 'KERAS', verdict: 'accepted' },
  {
    origin: TENSORFLOW,
    files: { 'model.h5': 'model.keras' },
    framework: 'KERAS',
    verdict: 'refused',
    because: /model\.h5/,
  },
  {
    origin: TENSORFLOW,
    files: { 'model.weights.h5': 'model.weights.h5' },
    framework: 'KERAS',
    verdict: 'refused',
    because: /weights alone/,
  },
  {
    origin: TENSORFLOW,
    files: { 'model.h5': 'model.weights.h5' },
    framework: 'KERAS',
    verdict: 'refused',
    because: /model\.h5/,
  },
  {
    origin: TENSORFLOW,
    files: { saved: 'saved' },
    framework: 'TENSORFLOW',
    verdict: 'refused',
    because: /Leave out fingerprint\.pb/,
  },
  { origin: TENSORFLOW, files: { 'model.tflite': 'model.tflite' }, framework: 'TFLITE', verdict: 'accepted' },
];
