import { neoHint } from '../../../lambda/kinds/neo-hints';
import type { MessageGroup } from '../message-group';

const input = (text: string) => `ClientError: InputConfiguration: ${text}`;

export const GROUP: MessageGroup = {
  title: 'Compilation jobs',
  hint: neoHint,
  messages: [
    input('S3 object does not exist. Bucket: models, Key: model.tar.gz'),
    input('Unable to untar input model. Please confirm the model is a tar.gz file'),
    input('Exactly one .pb or .pbtxt file is allowed for TensorFlow models.'),
    input('No pth file found for PyTorch model. Please make sure the framework you select is correct.'),
    'InputConfiguration: Multiple h5 files provided, /compiler, when only one is allowed',
    input('Invalid model path.'),
    input('TF Checkpoints are not supported.'),
    input("Unable to load provided Keras model. Error: 'sample_weight_mode'"),
    input('Framework cannot load PyTorch model. PytorchStreamReader failed'),
    input('Framework cannot load ONNX model.'),
    input('Framework cannot load TFLite model. Unable to infer tensor data type for all inputs/outputs'),
    input("Framework can't load the MXNet model: Please use HybridBlock.export() instead of Block.save_parameters()."),
    input('Treelite failed to convert XGBoost model.'),
    'Tuple input with multiple elements is currently not supported.',
    input('TVM cannot convert the PyTorch model. Invalid model or input-shape mismatch.'),
    input('Input input has wrong shape in Input Shape dictionary. Input shapes should be provided in NCHW format.'),
    input('Unable to determine the shape'),
    'InputConfiguration: We are unable to extract DataInputConfig from the model due to input_config_derivation_error.',
    input('TVM cannot convert Keras model. The following operators are not implemented: {…}'),
    'ClientError: OperatorNotImplemented: …',
    input('TVM cannot convert ONNX model. list index out of range'),
    'ClientError: Unsupported framework version field for target',
    "ClientError: FrameworkVersion '2.9' is not supported for ml_inf1",
    "ClientError: The compiler option 'cuda-ver' is missing",
    'ClientError: Access Denied',
    'ClientError: TimeOut error',
  ],
};
