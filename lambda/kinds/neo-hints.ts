import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';
import { SAGEMAKER_HINTS } from './sagemaker-hints';

/**
 * What can be done about the reasons that Neo gives most often. Most begin with "ClientError: InputConfiguration:". What Neo
 * says of a model that it cannot convert holds words of several causes: the more certain one comes first.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-troubleshooting-compilation.html
 */
const HINTS: readonly Hint[] = [
  ...SAGEMAKER_HINTS,
  [
    /S3 object does not exist|no ?such ?(key|bucket)|bucket.{0,80}(does not exist|not found)/i,
    'the model archive is not where modelData says; was it uploaded to this bucket and key, in this account?',
  ],
  [
    /unable to untar|confirm the model is a tar\.gz|unable to find input archive/i,
    'modelData must be one gzip-compressed tar archive with the model files at its top level (tar czf model.tar.gz -C folder .)',
  ],
  [
    /unsupported framework version|(framework|model) ?version.{0,60}not supported/i,
    'this target takes other framework versions, or none; set frameworkVersion to a supported one or leave it out',
  ],
  [
    /(gpu-code|trt-ver|cuda-ver)|compiler ?options?.{0,80}(invalid|not valid|missing|required|not supported)|(invalid|missing|required).{0,40}compiler ?options?/i,
    "the compiler options do not fit the target: an NVIDIA device wants 'gpu-code', 'trt-ver' and 'cuda-ver', in the versions that it has",
  ],
  [
    /operators? .{0,80}(is|are) not (supported|implemented)|(OperatorNotImplemented|OperatorAttribute\w+)|unsupported op(erator)?\b|(attribute|value) .{0,80}\b(in|of) operator\b/i,
    'the model uses an operator, or an attribute of one, that Neo cannot compile for this target; see the supported operators of the framework version',
  ],
  [
    /tuple input with multiple elements/i,
    'Neo takes no tuple as an input of a PyTorch model: trace it with each tensor as an input of its own',
  ],
  [
    /treelite|booster\.save_model/i,
    'the file is no model of XGBoost, or of a version that Neo cannot read: save it with XGBoost 1.3.3, with booster.save_model',
  ],
  [
    /checkpoints? .{0,20}not supported|loading tf checkpoint/i,
    'Neo reads no TensorFlow checkpoints; export the model as a SavedModel, with its variables folder, or as one frozen .pb file',
  ],
  [
    /sample_weight_mode|unable to load provided keras model/i,
    'Neo cannot read what this version of Keras has written; save the model as .h5 with a supported version (2.2.4)',
  ],
  [
    /cannot load pytorch model|unable to load provided pytorch model/i,
    'Neo reads TorchScript, in a .pth or .pt file: save the model with torch.jit.trace(…).save(…), in a version of PyTorch no newer than frameworkVersion',
  ],
  [
    /(exactly|only) one .{1,60}(file|model) is allowed|multiple h5 files|\bno [\w. -]{0,30}\b(file|model) (was )?(found|provided)|invalid model (path|format)/i,
    'the archive holds more or fewer model files than the framework wants, or the framework is not the one the model was made with',
  ],
  [
    /unable to infer tensor data type/i,
    'Neo takes TFLite models whose inputs are FLOAT32 or UINT8: convert the model with such inputs',
  ],
  [
    /input-shape mismatch|TensorShape|as_list\(\) is not defined|cannot load metadata value|(null|dynamic) batch|wrong shape|input shapes? (should|must)|NCHW|NHWC|DataInputConfig|(unable to|cannot) (determine|infer|extract).{0,40}shape|input (name|layer).{0,60}(not found|not exist|missing)|InputConfiguration.{0,80}(shape|dtype|input name)/i,
    "dataInputConfig must name the model's inputs and their shapes in the layout that the framework wants; PyTorch takes its inputs in the order of their names",
  ],
  [
    /hybridblock\.export|block\.save_parameters/i,
    'Neo reads MXNet models as net.export() of a HybridBlock writes them: a symbol (.json) and its parameters (.params)',
  ],
  [
    /framework can(not|.t) load|unable to load (provided|darknet)|incompatible (tensorflow|onnx|keras|mxnet|pytorch|tflite|xgboost)? ?model/i,
    'the model file is damaged, or was written by another framework, or by a version that the one of Neo cannot read; check framework and frameworkVersion',
  ],
  [
    /tvm can(not|.t) convert/i,
    "the end of the reason says what Neo's compiler stumbled over; check that framework is the one the model was made with, that dataInputConfig has its inputs, and that its operators are supported",
  ],
  [
    /access ?denied|forbidden|(?<![-/.\w])403(?![-/.\w])|unauthorized to list objects/i,
    "the job's role may not read the model or write the output; check bucket and key policies too",
  ],
  [
    /^\w+: time ?out|compilation.{0,40}(timed? ?out|time ?out)|exceeded.{0,40}(run ?time|max)|timeout error/i,
    'the compilation took longer than maxRuntime allows; raise it',
  ],
];

/** The hint for what Neo says of a failed job or a refused call, or `undefined` where that is none of the known reasons. */
export function neoHint(reason: string): string | undefined {
  return denialHint(reason) ?? hintIn(HINTS, reason);
}
