import { type Stack, Tags } from 'aws-cdk-lib';
import { isS3Uri, locationOf, takeKey, takeNetwork, takeRole, takeSeconds } from './aws-values';
import { RequestParts } from './request-parts';
import { PlainImage } from './training-parts';
import {
  MlInstanceType,
  Optimization,
  OptimizationJob,
  OptimizationModel,
  type OptimizationOptions,
  QuantizationFormat,
  SpeculativeDecodingData,
} from '../../../../src';
import { bucketNamed } from '../../sample-job';

interface Container {
  readonly Image?: string;
  readonly OverrideEnvironment?: { readonly [name: string]: string };
}

interface Config {
  readonly ModelQuantizationConfig?: Container;
  readonly ModelCompilationConfig?: Container;
  readonly ModelShardingConfig?: Container;
  readonly ModelSpeculativeDecodingConfig?: {
    readonly Technique: string;
    readonly TrainingDataSource?: { readonly S3Uri: string; readonly S3DataType: string };
  };
}

/** Makes the optimization job of a request, with properties for all that they can say, and overrides for the rest. */
export function optimizationOfRequest(stack: Stack, request: object): void {
  const parts = new RequestParts(request);
  const output = locationOf(stack, parts.take('OutputConfig.S3OutputLocation', isS3Uri));
  const [plan] = parts.take<string[]>('TrainingPlanArns') ?? [];
  const tags = parts.take<{ Key: string; Value: string }[]>('Tags') ?? [];
  const job = new OptimizationJob(stack, 'Job', {
    optimizationJobName: parts.take('OptimizationJobName'),
    role: takeRole(stack, parts, 'RoleArn'),
    model: takeModel(stack, parts),
    optimizations: parts.take<Config[]>('OptimizationConfigs')!.map((config) => optimizationOf(stack, config)),
    deploymentInstanceType: MlInstanceType.of(parts.take<string>('DeploymentInstanceType')!),
    maxInstanceCount: parts.take('MaxInstanceCount'),
    environment: parts.take('OptimizationEnvironment'),
    outputBucket: output?.bucket ?? bucketNamed(stack, 'overridden'),
    outputPrefix: output?.key,
    outputEncryptionKey: takeKey(stack, parts, 'OutputConfig.KmsKeyId'),
    maxRuntime: takeSeconds(parts, 'StoppingCondition.MaxRuntimeInSeconds'),
    maxPendingTime: takeSeconds(parts, 'StoppingCondition.MaxPendingTimeInSeconds'),
    trainingPlanArn: plan,
    ...takeNetwork(stack, parts, 'VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
    requestOverrides: parts.rest,
  });
  for (const { Key, Value } of tags) Tags.of(job).add(Key, Value);
}

function takeModel(stack: Stack, parts: RequestParts): OptimizationModel {
  const name = parts.take<string>('ModelSource.SageMakerModel.ModelName');
  if (name !== undefined) return OptimizationModel.fromSageMakerModel(name);
  const { bucket, key } = locationOf(stack, parts.take<string>('ModelSource.S3.S3Uri', isS3Uri))!;
  return OptimizationModel.fromBucket(bucket, key, {
    acceptEula: parts.take('ModelSource.S3.ModelAccessConfig.AcceptEula'),
  });
}

function optimizationOf(stack: Stack, config: Config): Optimization {
  const { ModelQuantizationConfig, ModelCompilationConfig, ModelShardingConfig } = config;
  if (ModelQuantizationConfig) {
    const { OPTION_QUANTIZE: format, ...others } = ModelQuantizationConfig.OverrideEnvironment ?? {};
    return Optimization.quantization({
      ...containerOf({ ...ModelQuantizationConfig, OverrideEnvironment: others }),
      format: format === undefined ? undefined : QuantizationFormat.of(format),
    });
  }
  if (ModelCompilationConfig) return Optimization.compilation(containerOf(ModelCompilationConfig));
  if (ModelShardingConfig) {
    const { OPTION_TENSOR_PARALLEL_DEGREE: degree, ...others } = ModelShardingConfig.OverrideEnvironment ?? {};
    return Optimization.sharding({
      ...containerOf({ ...ModelShardingConfig, OverrideEnvironment: others }),
      tensorParallelDegree: degree === undefined ? undefined : Number(degree),
    });
  }
  const { Technique, TrainingDataSource } = config.ModelSpeculativeDecodingConfig!;
  const place = locationOf(stack, TrainingDataSource?.S3Uri);
  const from = TrainingDataSource?.S3DataType === 'S3Prefix' ? 'fromBucket' : 'fromManifest';
  return Optimization.speculativeDecoding({
    technique: Technique,
    trainingData: place && SpeculativeDecodingData[from](place.bucket, place.key),
  });
}

function containerOf({ Image, OverrideEnvironment }: Container): OptimizationOptions {
  return { image: Image === undefined ? undefined : new PlainImage(Image), overrideEnvironment: OverrideEnvironment };
}
