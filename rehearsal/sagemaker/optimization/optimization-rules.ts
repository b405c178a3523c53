import { ServiceError } from '../../emulated-api/service-error';
import { asJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';

/** Refuses a request whose members do not fit together. */
export function checkOptimizationRequest(request: JsonObject): void {
  const { S3: place, SageMakerModel: model } = asJsonObject(request.ModelSource);
  if ((place === undefined) === (model === undefined)) {
    throw ServiceError.validation('Exactly one of S3 and SageMakerModel must be provided in ModelSource.');
  }
  if (objectsIn(request.OptimizationConfigs).length === 0) {
    throw ServiceError.validation('At least one optimization must be provided in OptimizationConfigs.');
  }
}

/** Why the container ends without a model, in the words of its program; undefined where it makes one. */
export function containerProblem(request: JsonObject): string | undefined {
  const configs = objectsIn(request.OptimizationConfigs);
  const sharding = configs.find(({ ModelShardingConfig: config }) => config !== undefined);
  if (sharding === undefined) return undefined;
  const environment = {
    ...asJsonObject(request.OptimizationEnvironment),
    ...asJsonObject(asJsonObject(sharding.ModelShardingConfig).OverrideEnvironment),
  };
  if (configs.some(({ ModelQuantizationConfig: config }) => config !== undefined)) {
    return 'ClientError: ValueError: Sharding & Quantization are mutually exclusive. Please Quantize first & then Shard.';
  }
  return Number(environment.OPTION_TENSOR_PARALLEL_DEGREE ?? 0) > 0
    ? undefined
    : 'ClientError: ValueError: Please specify a non-zero tensor_parallel_degree while Sharding.';
}
