import { type RealRequest, ROLE as RoleArn } from './real-request';

const LMI = '763104351884.dkr.ecr.us-west-2.amazonaws.com/djl-inference:0.31.0-lmi13.0.0-cu124';
const LLAMA_3 = 's3://jumpstart-private-cache-prod-us-west-2/meta-textgeneration/meta-textgeneration-llama-3';
const StoppingCondition = { MaxRuntimeInSeconds: 36000 };
const HOUR = { MaxRuntimeInSeconds: 3600 };
const FIVE_DAYS = { MaxRuntimeInSeconds: 432000 };
const KmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/my-key-id';
const Tags = [
  { Key: 'Project', Value: 'my-project' },
  { Key: 'Environment', Value: 'production' },
];
const VpcConfig = {
  SecurityGroupIds: ['sg-01234567890abcdef', 'sg-fedcba9876543210'],
  Subnets: ['subnet-01234567', 'subnet-89abcdef'],
};
const SERVER = {
  ENDPOINT_SERVER_TIMEOUT: '3600',
  HF_MODEL_ID: '/opt/ml/model',
  MODEL_CACHE_ROOT: '/opt/ml/model',
  SAGEMAKER_ENV: '1',
  SAGEMAKER_MODEL_SERVER_WORKERS: '1',
  SAGEMAKER_PROGRAM: 'inference.py',
};

const to = (location: string, more: object = {}) => ({
  S3OutputLocation: `s3://amzn-s3-demo-bucket/${location}`,
  ...more,
});
const from = (S3Uri: string) => ({ S3: { S3Uri } });
const accepted = (S3Uri: string) => ({ S3: { S3Uri, ModelAccessConfig: { AcceptEula: true } } });
const named = (ModelName: string) => ({ SageMakerModel: { ModelName } });
const quantized = (OverrideEnvironment: object, more: object = {}) => ({
  ModelQuantizationConfig: { OverrideEnvironment, ...more },
});
const compiled = (OverrideEnvironment: object) => ({ ModelCompilationConfig: { OverrideEnvironment } });
const sharded = (OverrideEnvironment: object, more: object = {}) => ({
  ModelShardingConfig: { OverrideEnvironment, ...more },
});
const eagle = (prefix: string) => ({
  ModelSpeculativeDecodingConfig: {
    Technique: 'EAGLE',
    TrainingDataSource: { S3Uri: `s3://amzn-s3-demo-bucket/training_data/${prefix}/`, S3DataType: 'S3Prefix' },
  },
});
const neuron = (degree: string, positions: string) => ({
  OPTION_TENSOR_PARALLEL_DEGREE: degree,
  OPTION_N_POSITIONS: positions,
  OPTION_DTYPE: 'fp16',
  OPTION_ROLLING_BATCH: 'auto',
  OPTION_MAX_ROLLING_BATCH_SIZE: '4',
  OPTION_NEURON_OPTIMIZE_LEVEL: '2',
});

/** Requests of CreateOptimizationJob. */
export const OPTIMIZATION_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the guide: EAGLE for a model of SageMaker, on up to four instances, for five days',
    request: {
      OptimizationJobName: 'llama-optim-job-eagle-speculative-decoding',
      RoleArn,
      ModelSource: named('meta-llama-3-3-70b-instruct'),
      DeploymentInstanceType: 'ml.p4d.24xlarge',
      MaxInstanceCount: 4,
      OptimizationConfigs: [eagle('ultrachat_8k')],
      OutputConfig: to('optimized-models/llama-optim-output/'),
      StoppingCondition: FIVE_DAYS,
    },
  },
  {
    name: 'the guide: EAGLE for Qwen3, with less data',
    request: {
      OptimizationJobName: 'qwen3-optim-job-eagle',
      RoleArn,
      ModelSource: named('qwen3-32b'),
      DeploymentInstanceType: 'ml.g6.48xlarge',
      MaxInstanceCount: 4,
      OptimizationConfigs: [eagle('ultrachat_1k')],
      OutputConfig: to('optimized-models/qwen3-optim-output/'),
      StoppingCondition: FIVE_DAYS,
    },
  },
  {
    name: 'the guide: quantization with AWQ of a model with a licence',
    request: {
      OptimizationJobName: 'modelbuilderjob-3cbf9c40b63c455d85b60033f9a01691',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-70b/artifacts/inference-prepack/v1.0.0/`),
      DeploymentInstanceType: 'ml.p4d.24xlarge',
      OptimizationConfigs: [quantized({ OPTION_QUANTIZE: 'awq' })],
      OutputConfig: to('quantized/'),
      StoppingCondition,
    },
  },
  {
    name: 'the guide: compilation for Inferentia, with 24 cores for each copy of the model',
    request: {
      OptimizationJobName: 'compile-for-inferentia',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-8b/artifacts/inference-prepack/v1.0.1/`),
      DeploymentInstanceType: 'ml.inf2.48xlarge',
      OptimizationConfigs: [compiled(neuron('24', '8192'))],
      OutputConfig: to('compiled/'),
      StoppingCondition,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk#4775: a public model, compiled for a small instance with Inferentia',
    request: {
      OptimizationJobName: 'modelbuilderjob-1',
      RoleArn,
      ModelSource: from('s3://amzn-s3-demo-bucket/meta-llama-3-8b/code/'),
      DeploymentInstanceType: 'ml.inf2.8xlarge',
      OptimizationConfigs: [compiled(neuron('2', '8192'))],
      OutputConfig: to('0ba05bd66f1a4d9b'),
      StoppingCondition,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: quantization in a VPC, with a key, tags and an image',
    request: {
      OptimizationJobName: 'my-optimization-job',
      RoleArn,
      ModelSource: from('s3://amzn-s3-demo-uri'),
      DeploymentInstanceType: 'ml.g5.24xlarge',
      OptimizationEnvironment: { Var1: 'value', Var2: 'value' },
      OptimizationConfigs: [quantized({ OPTION_QUANTIZE: 'awq' }, { Image: LMI })],
      OutputConfig: to('output', { KmsKeyId }),
      StoppingCondition: HOUR,
      Tags,
      VpcConfig,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: sharding, whose degree is a variable of the job',
    request: {
      OptimizationJobName: 'my-optimization-job',
      RoleArn,
      ModelSource: from('s3://amzn-s3-demo-uri'),
      DeploymentInstanceType: 'ml.g5.24xlarge',
      OptimizationEnvironment: { OPTION_TENSOR_PARALLEL_DEGREE: '1' },
      OptimizationConfigs: [sharded({ OPTION_DTYPE: 'fp16' })],
      OutputConfig: to('output', { KmsKeyId }),
      StoppingCondition: HOUR,
      Tags,
      VpcConfig,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: sharding, whose degree is said twice',
    request: {
      OptimizationJobName: 'my-optimization-job',
      RoleArn,
      ModelSource: from('s3://amzn-s3-demo-uri'),
      DeploymentInstanceType: 'ml.g5.24xlarge',
      OptimizationEnvironment: { OPTION_TENSOR_PARALLEL_DEGREE: '1' },
      OptimizationConfigs: [sharded({ OPTION_TENSOR_PARALLEL_DEGREE: '1' })],
      OutputConfig: to('output'),
      StoppingCondition: HOUR,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: what was asked for by a description of a quantized model of JumpStart',
    request: {
      OptimizationJobName: 'modelbuilderjob-3cbf9c40b63c455d85b60033f9a01691',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-8b/artifacts/inference-prepack/v1.0.1/`),
      OptimizationEnvironment: SERVER,
      DeploymentInstanceType: 'ml.g5.2xlarge',
      OptimizationConfigs: [quantized({ OPTION_QUANTIZE: 'awq' }, { Image: LMI })],
      OutputConfig: to('llama-3-8b/quantized-1/'),
      StoppingCondition,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: FP8 over four GPUs',
    request: {
      OptimizationJobName: 'fp8-on-four',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-8b/artifacts/inference-prepack/v1.0.1/`),
      DeploymentInstanceType: 'ml.g5.24xlarge',
      OptimizationConfigs: [quantized({ OPTION_QUANTIZE: 'fp8', OPTION_TENSOR_PARALLEL_DEGREE: '4' }, { Image: LMI })],
      OutputConfig: to('code/'),
      StoppingCondition,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: quantization and compilation for a GPU',
    request: {
      OptimizationJobName: 'trt',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-8b/artifacts/inference-prepack/v1.0.1/`),
      DeploymentInstanceType: 'ml.g5.24xlarge',
      OptimizationConfigs: [
        quantized({ OPTION_QUANTIZE: 'smoothquant' }),
        compiled({ OPTION_TENSOR_PARALLEL_DEGREE: '2' }),
      ],
      OutputConfig: to('code/'),
      StoppingCondition,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, unit tests: a model for Neuron, compiled with what the image does',
    request: {
      OptimizationJobName: 'neuron-defaults',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-8b/artifacts/inference-prepack/v1.0.1/`),
      DeploymentInstanceType: 'ml.inf2.24xlarge',
      OptimizationEnvironment: SERVER,
      OptimizationConfigs: [{ ModelCompilationConfig: {} }],
      OutputConfig: to('code/'),
      StoppingCondition,
    },
  },
  {
    name: 'aws/sagemaker-python-sdk, an example: AWQ for a small GPU, with an image of the Region',
    request: {
      OptimizationJobName: 'js-optimize-1755000000',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-8b-instruct/artifacts/inference-prepack/v1.1.0/`),
      DeploymentInstanceType: 'ml.g5.2xlarge',
      OptimizationEnvironment: SERVER,
      OptimizationConfigs: [quantized({ OPTION_QUANTIZE: 'awq' }, { Image: LMI })],
      OutputConfig: to('optimize-output/jumpstart-8f14e45f/'),
      StoppingCondition,
    },
  },
  {
    name: 'a public script: fast loading of a model of Hugging Face, with a newer image',
    request: {
      OptimizationJobName: 'modelbuilderjob-2',
      RoleArn,
      ModelSource: from('s3://amzn-s3-demo-bucket/qwen/code/'),
      DeploymentInstanceType: 'ml.g6e.2xlarge',
      OptimizationConfigs: [
        sharded(
          { HF_MODEL_ID: 'Qwen/Qwen3-8B', OPTION_TENSOR_PARALLEL_DEGREE: '1', HF_HUB_ENABLE_HF_TRANSFER: '1' },
          { Image: LMI },
        ),
      ],
      OutputConfig: to('sharding'),
      StoppingCondition,
    },
  },
  {
    name: 'the guide: fast loading over eight GPUs',
    request: {
      OptimizationJobName: 'fast-model-loading',
      RoleArn,
      ModelSource: accepted(`${LLAMA_3}-70b/artifacts/inference-prepack/v1.0.0/`),
      DeploymentInstanceType: 'ml.g5.48xlarge',
      OptimizationConfigs: [sharded({ OPTION_TENSOR_PARALLEL_DEGREE: '8' })],
      OutputConfig: to('sharded/'),
      StoppingCondition,
    },
  },
  {
    name: 'the API reference: speculative decoding without data, on reserved capacity, for a model that the job makes',
    request: {
      OptimizationJobName: 'reserved',
      RoleArn,
      ModelSource: named('gpt-oss-20b'),
      DeploymentInstanceType: 'ml.p5.48xlarge',
      MaxInstanceCount: 1,
      OptimizationConfigs: [{ ModelSpeculativeDecodingConfig: { Technique: 'EAGLE' } }],
      OutputConfig: to('reserved/', { SageMakerModel: { ModelName: 'gpt-oss-20b-eagle' } }),
      StoppingCondition: { ...FIVE_DAYS, MaxPendingTimeInSeconds: 86400 },
      TrainingPlanArns: ['arn:aws:sagemaker:us-east-1:111122223333:training-plan/p5-in-november'],
    },
  },
  {
    name: 'the API reference: conversations that a manifest lists, and a key by its alias',
    request: {
      OptimizationJobName: 'listed',
      RoleArn,
      ModelSource: named('qwen2-7b'),
      DeploymentInstanceType: 'ml.g6e.12xlarge',
      OptimizationConfigs: [
        {
          ModelSpeculativeDecodingConfig: {
            Technique: 'EAGLE',
            TrainingDataSource: {
              S3Uri: 's3://amzn-s3-demo-bucket/captured/list.manifest',
              S3DataType: 'ManifestFile',
            },
          },
        },
      ],
      OutputConfig: to('listed/', { KmsKeyId: 'alias/optimized' }),
      StoppingCondition,
    },
  },
];
