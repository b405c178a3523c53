export {
  BatchInferenceInput,
  type BatchInferenceAssetOptions,
  type BatchInferenceBindOptions,
  type BatchInferenceBucketOptions,
  type BatchInferenceInputConfig,
} from './bedrock/batch-inference-input';
export {
  type ApplicationInferenceProfileOptions,
  BatchInferenceModel,
  type BatchInferenceModelConfig,
  type InferenceProfileOptions,
} from './bedrock/batch-inference-model';
export { ModelInvocationJob, type ModelInvocationJobProps } from './bedrock/model-invocation-job';
export { ModelInvocationType } from './bedrock/model-invocation-type';
export { type JobOptions } from './job-options';
export { JobEngine, type JobEngineProps } from './job-engine';
export { CompilationJob, type CompilationJobProps } from './sagemaker/compilation-job';
export { CompilationTarget, type CompilationTargetOptions } from './sagemaker/compilation-target';
export { CompilerOptions } from './sagemaker/compiler-options';
export { DataInputConfig } from './sagemaker/data-input-config';
export { Framework } from './sagemaker/framework';
export { ModelData, type ModelDataConfig } from './sagemaker/model-data';
export { TargetDevice } from './sagemaker/target-device';
export {
  type TargetPlatform,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from './sagemaker/target-platform';
