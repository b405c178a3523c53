import { neoHint } from '../../../lambda/kinds/neo-hints';

const INPUT = 'ClientError: InputConfiguration:';
const CORRECT = 'Please make sure the framework you select is correct.';

describe('what can be done about what Neo, its loader and S3 say', () => {
  test.each([
    [`${INPUT} S3 object does not exist. Bucket: models, Key: model.tar.gz`, 'not where modelData says'],
    [
      `${INPUT} Bucket models is in region us-east-1 which is different from AWS Sagemaker service region eu-west-1`,
      'must be in the Region of the stack',
    ],
    [`${INPUT} Unable to untar input model. Please confirm the model is a tar.gz file`, 'tar czf'],
    [`${INPUT} Unable to find input archive`, 'tar czf'],
    // which files
    [`${INPUT} Exactly one .pb or .pbtxt file is allowed for TensorFlow models.`, 'more or fewer model files'],
    [`${INPUT} Exactly one saved model is allowed for TensorFlow models.`, 'more or fewer model files'],
    [`${INPUT} Exactly one .pth file is allowed for PyTorch models.`, 'more or fewer model files'],
    [`${INPUT} Exactly one .onnx file is allowed for ONNX models.`, 'more or fewer model files'],
    [`${INPUT} Only one parameter file is allowed for MXNet model. ${CORRECT}`, 'more or fewer model files'],
    [
      `InputConfiguration: Multiple h5 files provided, /compiler, when only one is allowed`,
      'more or fewer model files',
    ],
    [`InputConfiguration: No h5 file provided in /compiler`, 'more or fewer model files'],
    [`${INPUT} No pth file found for PyTorch model. ${CORRECT}`, 'more or fewer model files'],
    [`${INPUT} No symbol file found for MXNet model. ${CORRECT}`, 'more or fewer model files'],
    [`${INPUT} No .joblib file found for Scikit-Learn model. ${CORRECT}`, 'more or fewer model files'],
    [`${INPUT} No valid TensorFlow model found in input files. ${CORRECT}`, 'more or fewer model files'],
    [`${INPUT} Invalid model path.`, 'more or fewer model files'],
    // what is in them
    [`${INPUT} TF Checkpoints are not supported. ${CORRECT}`, 'SavedModel'],
    [`${INPUT} Loading tf checkpoint model is not supported yet.`, 'SavedModel'],
    [`${INPUT} Unable to load provided Keras model. Error: 'sample_weight_mode'`, '2.2.4'],
    [`${INPUT} Framework cannot load PyTorch model. PytorchStreamReader failed`, 'TorchScript'],
    [`${INPUT} Unable to load provided PyTorch model`, 'TorchScript'],
    [`${INPUT} Framework cannot load ONNX model. ${CORRECT}`, 'written by another framework'],
    [`${INPUT} Framework cannot load TFLite model: bad magic`, 'written by another framework'],
    // operators, though the text speaks of shapes before
    [
      `${INPUT} TVM cannot convert Keras model. ${CORRECT} The following operators are not implemented: {'Lambda'}`,
      'uses an operator',
    ],
    [
      `${INPUT} TVM cannot convert the PyTorch model. Invalid model or input-shape mismatch. Make sure that inputs are lexically ordered and of the correct dimensionality. The following operators are not implemented: ['aten::grid_sampler']`,
      'uses an operator',
    ],
    ['ClientError: OperatorNotImplemented: foo', 'uses an operator'],
    ['ClientError: OperatorAttributeRequired: kernel_shape', 'uses an operator'],
    ['ClientError: Operator foo is not supported', 'uses an operator'],
    // shapes
    [
      `${INPUT} TVM cannot convert the PyTorch model. Invalid model or input-shape mismatch. Make sure that inputs are lexically ordered and of the correct dimensionality.`,
      'dataInputConfig must name',
    ],
    [
      `${INPUT} Input input has wrong shape in Input Shape dictionary. Input shapes should be provided in NCHW format.`,
      'dataInputConfig must name',
    ],
    [
      `InputConfiguration: We are unable to extract DataInputConfig from the model due to input_config_derivation_error. Please override by providing a DataInputConfig during compilation job creation.`,
      'dataInputConfig must name',
    ],
    [`${INPUT} Cannot load DataInputConfig. Incorrect json format.`, 'dataInputConfig must name'],
    [`${INPUT} DataInputConfig is not dictionary or list.`, 'dataInputConfig must name'],
    [`${INPUT} Unable to determine the shape`, 'dataInputConfig must name'],
    ['ClientError: Unknown TensorShape', 'dataInputConfig must name'],
    [`${INPUT} Incompatible Tensorflow model. Null batch dimension`, 'dataInputConfig must name'],
    ['NoSuchBucket: The specified bucket does not exist', 'not where modelData says'],
    [`${INPUT} Tensorflow model version 2.12 is not supported`, 'set frameworkVersion'],
    ['ClientError: Client permission error: PassRole error', 'iam:PassRole'],
    // neither says Neo
    [`${INPUT} TVM cannot convert ONNX model. ${CORRECT} list index out of range`, "Neo's compiler stumbled over"],
    ['ClientError: TVM cannot convert the model', "Neo's compiler stumbled over"],
    ['ClientError: Unsupported framework version field for target', 'set frameworkVersion'],
    ["ClientError: FrameworkVersion '2.9' is not supported for ml_inf1", 'set frameworkVersion'],
    ["ClientError: The compiler option 'cuda-ver' is missing", "'gpu-code', 'trt-ver' and 'cuda-ver'"],
    // access
    ["ClientError: SageMaker was unable to assume the role 'r'", 'trust sagemaker.amazonaws.com'],
    [
      'ClientError: Client permission error: Access Denied when calling sts:AssumeRole',
      'trust sagemaker.amazonaws.com',
    ],
    ['ClientError: Access Denied', 'may not read the model'],
    ['ClientError: S3 returned 403', 'may not read the model'],
    ['ClientError: TimeOut error', 'maxRuntime'],
    ['ClientError: The compilation job timed out', 'maxRuntime'],
    ['ServerError: There was an internal server error during the compilation job, please try again', 'rerunKey'],
    // refused calls
    [
      "ValidationException: 1 validation error detected: Value 'ml_x9' at 'outputConfig.targetDevice' failed to satisfy constraint: Member must satisfy enum value set: [ml_c5]",
      "at 'outputConfig.targetDevice'",
    ],
    [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Shop-Handler/Shop is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/Neo because no identity-based policy allows the iam:PassRole action',
      "the role 'Shop-Handler' may not hand the role arn:aws:iam::111122223333:role/Neo to the service",
    ],
    [
      'ClientError: User: arn:aws:sts::111122223333:assumed-role/Neo/SageMaker is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::models/model.tar.gz" with an explicit deny in a resource-based policy',
      'the bucket policy of models denies s3:GetObject',
    ],
    [
      'ClientError: User: arn:aws:sts::111122223333:assumed-role/Neo/SageMaker is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no identity-based policy allows the kms:Decrypt action',
      'allow kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key/1',
    ],
    ['ResourceInUse: Compilation job names must be unique', 'choose another name'],
    ['ClientError: Connection timed out to s3.eu-west-1.amazonaws.com', 'a way to S3'],
    [
      'ClientError: InputConfiguration: Treelite failed to convert XGBoost model. Please make sure the framework you select is correct. bad If you are loading a serialized model, please export the model by calling `Booster.save_model` from that version first',
      'with XGBoost 1.3.3',
    ],
    [
      "ClientError: InputConfiguration: Framework can't load the MXNet model: bad magic",
      'written by another framework',
    ],
    [
      "ClientError: InputConfiguration: Framework can't load the MXNet model: Please use HybridBlock.export() instead of Block.save_parameters().",
      'net.export()',
    ],
    [
      "ClientError: InputConfiguration: TVM can't convert the MXNet model. KeyError: 'data'",
      "Neo's compiler stumbled over",
    ],
    ['ClientError: InputConfiguration: Unable to load DarkNet model. bad', 'written by another framework'],
    ['ClientError: InputConfiguration: Incompatible Tensorflow model', 'written by another framework'],
    [
      'ClientError: InputConfiguration: Cannot load Metadata value. Incorrect json format.',
      'dataInputConfig must name',
    ],
    ['Tuple input with multiple elements is currently not supported.', 'an input of its own'],
    [
      'ClientError: InputConfiguration: TVM cannot convert ONNX model. Value 7 in attribute "mode" of operator Resize is not valid.',
      'uses an operator',
    ],
    [
      "ClientError: InputConfiguration: TVM cannot convert ONNX model. Required attribute 'x' not found in operator Foo",
      'uses an operator',
    ],
    [
      'ClientError: InputConfiguration: Framework cannot load Tensorflow model: as_list() is not defined on an unknown TensorShape.',
      'dataInputConfig must name',
    ],
    [
      'ClientError: InputConfiguration: Framework cannot load TFLite model. Unable to infer tensor data type for all inputs/outputs: x',
      'FLOAT32 or UINT8',
    ],
    ['ClientError: InputConfiguration: Unauthorized to List objects under S3 URL', 'may not read the model'],
    [
      'ClientError: InputConfiguration: Access Denied. Bucket: models, Key: shape-classifier/model.tar.gz',
      'may not read the model',
    ],
    ['403 Forbidden. Bucket: nhwc-models', 'may not read the model'],
  ])('%s', (reason, part) => {
    expect(neoHint(reason)).toContain(part);
  });
});

describe('words of a pattern that stand there for another reason', () => {
  test.each([
    ['no reason given'],
    ['ClientError: something new'],
    ['ClientError: role arn:aws:iam::403403403403:role/x'],
    ['ClientError: s3://models/part-403.tar.gz is too large'],
    ['ValidationException: Exactly one of the members InputConfig and ModelPackageVersionArn must be given'],
    ['ClientError: The model has too many operators'],
    ['ClientError: the tensor internal_server_error is unknown'],
    ['ClientError: The assumed-role session was seen'],
    ['ClientError: the layer timeout_1 is unknown'],
    ['ClientError: the framework is Keras'],
  ])('%s: no hint', (reason) => {
    expect(neoHint(reason)).toBeUndefined();
  });

  test.each([
    [
      'a shape that is called an operator problem',
      `${INPUT} TVM cannot convert the PyTorch model. Invalid model or input-shape mismatch.`,
      'operator',
    ],
    [
      'a denied PassRole that is called a missing trust',
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/H/s is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/R',
      'trust',
    ],
    [
      'a missing permission that is called a missing trust',
      'ClientError: User: arn:aws:sts::111122223333:assumed-role/R/SageMaker is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject action',
      'trust',
    ],
  ])('%s', (_, reason, wrong) => {
    expect(neoHint(reason)).toBeDefined();
    expect(neoHint(reason)).not.toContain(wrong);
  });
});
