import { optimizationHint } from '../../../lambda/kinds/optimization-hints';

test.each([
  // deepjavalibrary/djl-serving, serving/docker/partition
  [
    'ValueError: Sharding & Quantization are mutually exclusive. Please Quantize first & then Shard.',
    'in a second job',
  ],
  [
    'ValueError: Please specify a non-zero tensor_parallel_degree while Sharding. Received 0.',
    'a tensorParallelDegree',
  ],
  ['ValueError: Container does not support SageMaker Neo context', 'or leave the image out'],
  [
    "FileNotFoundError: [Errno 2] No such file or directory: '/opt/djl/vllm_venv/bin/python'",
    'a version below 0.33; or leave the image out',
  ],
  ['ClientError: The model requires that the EULA is accepted', 'acceptEula'],
  ['ClientError: Model architecture FalconForCausalLM is not supported', 'optimization-supported-models'],
  ['ClientError: TimeOut: the job has taken longer than MaxRuntimeInSeconds', 'maxRuntime'],
  ['torch.OutOfMemoryError: CUDA out of memory', 'larger instance type'],
  ['CapacityError: Unable to provision requested ML compute capacity', 'no instance of this type'],
  ['Could not find model "arn:aws:sagemaker:us-east-1:111122223333:model/mistral".', 'refer to the model in the stack'],
  ['ClientError: Could not find model data at s3://models/mistral/', 'uncompressed'],
  ['ClientError: NoSuchKey (404): The specified key does not exist.', 'uncompressed'],
  ['ClientError: An error occurred (AccessDenied): Access Denied', 'may not read the model'],
  ['No S3 objects found under S3 URL "s3://models/llama-eula/"', 'not where model says'],
  ['Could not assume role arn:aws:iam::111122223333:role/eula', 'trust sagemaker.amazonaws.com'],
])('knows what to do about: %s', (reason, hint) => {
  expect(optimizationHint(reason)).toContain(hint);
});

test('has nothing to say of an unknown reason', () => {
  expect(optimizationHint('Something else')).toBeUndefined();
});
