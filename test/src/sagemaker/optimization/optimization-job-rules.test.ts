import { Duration } from 'aws-cdk-lib';
import {
  MlInstanceType,
  Optimization,
  type OptimizationJobProps,
  OptimizationModel,
  QuantizationFormat,
  SpeculativeDecodingData,
} from '../../../../src';
import { bucketNamed, newStack } from '../../sample-job';
import { optimizationJob } from '../../sample-optimization-job';

const { quantization, compilation, sharding, speculativeDecoding } = Optimization;
const INF2 = MlInstanceType.of('ml.inf2.48xlarge');
const FOUR_GPUS = MlInstanceType.G5_12_XLARGE;

/** The warnings of a job. */
function warningsOf(props: Partial<OptimizationJobProps>): string[] {
  const { node } = optimizationJob(newStack(), 'Optimize', props);
  return node.metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data));
}

describe('techniques', () => {
  test.each([
    ['quantization', [quantization({ format: QuantizationFormat.FP8 })], undefined],
    ['quantization with what the image does', [quantization()], undefined],
    ['compilation for a GPU', [compilation()], undefined],
    ['compilation for Inferentia', [compilation()], INF2],
    [
      'SmoothQuant with compilation',
      [quantization({ format: QuantizationFormat.SMOOTHQUANT }), compilation()],
      undefined,
    ],
    ['quantization with speculative decoding', [quantization(), speculativeDecoding()], undefined],
    ['sharding over all GPUs', [sharding({ tensorParallelDegree: 4 })], FOUR_GPUS],
    ['sharding over half of the GPUs', [sharding({ tensorParallelDegree: 2 })], FOUR_GPUS],
    ['an instance that is not known', [sharding({ tensorParallelDegree: 3 })], MlInstanceType.of('ml.g7e.24xlarge')],
  ])('no warning of %s', (_, optimizations, deploymentInstanceType = MlInstanceType.G5_2_XLARGE) => {
    expect(warningsOf({ optimizations, deploymentInstanceType })).toEqual([]);
  });

  test.each([
    [
      'sharding with another',
      [sharding({ tensorParallelDegree: 1 }), quantization()],
      "'optimizations' (OptimizationConfigs) has sharding() and quantization(): sharding() goes with no other technique. Optimize the model first, and divide it in a second job [ack: cdk-ml-jobs:optimizationTechniques]",
    ],
    [
      'compilation with speculative decoding',
      [compilation(), speculativeDecoding()],
      "'optimizations' (OptimizationConfigs) has compilation() and speculativeDecoding(): compilation() does not go with speculativeDecoding() [ack: cdk-ml-jobs:optimizationTechniques]",
    ],
    [
      'SmoothQuant alone',
      [quantization({ format: QuantizationFormat.SMOOTHQUANT })],
      "'optimizations[0]' (OptimizationConfigs[0].ModelQuantizationConfig) has the format 'smoothquant', which goes with compilation() only [ack: cdk-ml-jobs:quantizationFormat]",
    ],
    [
      'a format that AWS does not list',
      [quantization({ overrideEnvironment: { OPTION_QUANTIZE: 'int3' } })],
      "'optimizations[0]' (OptimizationConfigs[0].ModelQuantizationConfig) has the format 'int3', which AWS does not list: awq, fp8, smoothquant [ack: cdk-ml-jobs:quantizationFormat]",
    ],
    [
      'sharding over nobody knows how many GPUs',
      [sharding()],
      "'optimizations[0]' (OptimizationConfigs[0].ModelShardingConfig) needs to know over how many GPUs the model is spread: give it a tensorParallelDegree, which is the variable OPTION_TENSOR_PARALLEL_DEGREE [ack: cdk-ml-jobs:tensorParallelDegree]",
    ],
    [
      'more GPUs than there are',
      [sharding({ tensorParallelDegree: 2 })],
      "'optimizations[0]' (OptimizationConfigs[0].ModelShardingConfig) spreads the model over 2 GPUs (OPTION_TENSOR_PARALLEL_DEGREE): that must divide the number of GPUs of 'ml.g5.2xlarge', which is 1 [ack: cdk-ml-jobs:tensorParallelDegree]",
    ],
  ])('a warning of %s', (_, optimizations, text) => {
    expect(warningsOf({ optimizations })).toEqual([text]);
  });

  test.each([0, -2, 1.5])('fails with a model that is spread over %d GPUs', (tensorParallelDegree) => {
    expect(() => warningsOf({ optimizations: [sharding({ tensorParallelDegree })] })).toThrow(
      `Stack/Optimize: 'optimizations[0].tensorParallelDegree' must be a whole number of at least 1, got ${tensorParallelDegree}`,
    );
  });

  test('warns of a variable that spreads it so, and takes it as the container does otherwise', () => {
    const spread = (OPTION_TENSOR_PARALLEL_DEGREE: string) =>
      warningsOf({ optimizations: [sharding()], environment: { OPTION_TENSOR_PARALLEL_DEGREE } });

    expect(spread('0')).toEqual([
      "'optimizations[0]' (OptimizationConfigs[0].ModelShardingConfig) spreads the model over 0 GPUs (OPTION_TENSOR_PARALLEL_DEGREE): that must be a whole number of at least 1 [ack: cdk-ml-jobs:tensorParallelDegree]",
    ]);
    expect(spread('max')).toEqual([]);
  });

  test('a warning of what custom silicon does not take, for each technique', () => {
    const optimizations = [quantization(), compilation()];
    expect(warningsOf({ optimizations, deploymentInstanceType: INF2 })).toEqual([
      "'optimizations[0]' (OptimizationConfigs[0].ModelQuantizationConfig) is quantization(), which AWS does not list for 'ml.inf2.48xlarge': instances with AWS Inferentia or Trainium take compilation() only [ack: cdk-ml-jobs:optimizationInstance]",
    ]);
  });

  test('the degree may be a variable of the job', () => {
    const environment = { OPTION_TENSOR_PARALLEL_DEGREE: '1' };
    expect(warningsOf({ optimizations: [sharding()], environment })).toEqual([]);
  });
});

describe('the model', () => {
  const gated = (acceptEula?: boolean): OptimizationModel =>
    OptimizationModel.fromBucket(bucketNamed(newStack(), 'jumpstart-private-cache-prod-us-east-1'), 'llama/', {
      acceptEula,
    });

  test('has a licence to be accepted, where it is one of JumpStart that has', () => {
    expect(warningsOf({ model: gated(true) })).toEqual([]);
    expect(warningsOf({ model: gated() })).toEqual([
      "'model.acceptEula' (ModelSource.S3.ModelAccessConfig) should be true for this model of SageMaker JumpStart, whose licence is to be accepted before it is used [ack: cdk-ml-jobs:eula]",
    ]);
  });

  test('has none that is said not to be accepted', () => {
    expect(warningsOf({ model: gated(false) })).toEqual([
      "'model.acceptEula' (ModelSource.S3.ModelAccessConfig) is false: SageMaker refuses a model whose licence is not accepted. Leave it out where there is none [ack: cdk-ml-jobs:eula]",
    ]);
  });

  test('has no slash too many in its place', () => {
    const model = OptimizationModel.fromBucket(bucketNamed(newStack(), 'models'), 'a//b/');
    expect(warningsOf({ model })[0]).toContain('[ack: cdk-ml-jobs:doubleSlash]');
  });

  test.each(['mistral/model.tar.gz', 'model.safetensors', 'mistral.GGUF'])('is a folder, and no file: %s', (prefix) => {
    const model = OptimizationModel.fromBucket(bucketNamed(newStack(), 'models'), prefix);
    expect(warningsOf({ model })).toEqual([
      `'model' (ModelSource.S3.S3Uri) should be the folder with the files of the model, got '${prefix}', which is the name of a file: unpack an archive, give the folder that a file lies in, and end a folder that is called so in a slash [ack: cdk-ml-jobs:optimizationModelData]`,
    ]);
  });

  test.each(['mistral-7b', 'mistral.gguf/', 'v1.0.0', ''])('is a folder, whatever its name: %j', (prefix) => {
    const model = OptimizationModel.fromBucket(bucketNamed(newStack(), 'models'), prefix);
    expect(warningsOf({ model })).toEqual([]);
  });

  test('is one of two', () => {
    const requestOverrides = { ModelSource: { SageMakerModel: { ModelName: 'mistral' } } };
    expect(() => warningsOf({ requestOverrides })).toThrow(
      "exactly one of S3 ('model' in S3) and SageMakerModel ('model' of SageMaker) must be given, got S3 and SageMakerModel",
    );
  });
});

test('runs for 28 days at most', () => {
  expect(() => warningsOf({ maxRuntime: Duration.days(28) })).not.toThrow();
  expect(() => warningsOf({ maxRuntime: Duration.days(29) })).toThrow(
    "'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds) must be a whole number from 1 to 2419200 (28 days, in seconds), got 2505600",
  );
});

test('conversations are no manifest unless they are called one', () => {
  const trainingData = SpeculativeDecodingData.fromBucket(bucketNamed(newStack(), 'talks'), 'list.manifest');
  expect(warningsOf({ optimizations: [speculativeDecoding({ trainingData })] })[0]).toContain(
    "'optimizations[0].trainingData' (OptimizationConfigs[0].ModelSpeculativeDecodingConfig.TrainingDataSource.S3Uri) is the name of a manifest",
  );
});
