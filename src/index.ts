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
  type CustomModelOptions,
  type InferenceProfileOptions,
} from './bedrock/batch-inference-model';
export { ModelInvocationJob } from './bedrock/model-invocation-job';
export type { ModelInvocationJobProps } from './bedrock/model-invocation-job-props';
export { type IModelInvocationJob } from './bedrock/model-invocation-job-reference';
export { ModelInvocationType } from './bedrock/model-invocation-type';
export { InputValidation } from './input-validation';
export { type JobAccessOptions } from './job-access-options';
export { type JobOptions } from './job-options';
export { JobEngine } from './job-engine';
export type { JobEngineProps } from './job-engine-props';
export { type JobReferenceOptions } from './job-reference';
export { CompilationJob } from './sagemaker/compilation-job';
export { type CompilationJobProps } from './sagemaker/compilation-job-props';
export { type ICompilationJob } from './sagemaker/compilation-job-reference';
export { CompilationTarget, type CompilationTargetOptions } from './sagemaker/compilation-target';
export { CompilerOptions } from './sagemaker/compiler-options';
export { DataInputConfig } from './sagemaker/data-input-config';
export { type ExperimentConfig } from './sagemaker/experiment-config';
export { Framework } from './sagemaker/framework';
export { ModelData, type ModelDataConfig } from './sagemaker/model-data';
export { TargetDevice } from './sagemaker/target-device';
export {
  type TargetPlatform,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from './sagemaker/target-platform';
export { TrainingAlgorithm, type TrainingAlgorithmOptions } from './sagemaker/training-algorithm';
export { type TrainingCheckpoints } from './sagemaker/training-checkpoints';
export { TrainingFolder } from './sagemaker/training-folder';
export { TrainingImage, type TrainingImageConfig, type TrainingRegistryOptions } from './sagemaker/training-image';
export { TrainingInput } from './sagemaker/training-input';
export {
  type TrainingChannelOptions,
  type TrainingFileSystemOptions,
  TrainingInputCompression,
  TrainingInputDistribution,
  TrainingInputMode,
  type TrainingInputOptions,
  type TrainingManifestOptions,
  TrainingRecordWrapper,
} from './sagemaker/training-input-options';
export { TrainingInstanceType } from './sagemaker/training-instance-type';
export { TrainingJob } from './sagemaker/training-job';
export { type TrainingJobProps, TrainingOutputCompression } from './sagemaker/training-job-props';
export { type ITrainingJob } from './sagemaker/training-job-reference';
export {
  type TrainingDebugHook,
  type TrainingFolderOptions,
  type TrainingMonitoringOptions,
  type TrainingProfiler,
  type TrainingRule,
  type TrainingTensorBoard,
} from './sagemaker/training-monitoring-options';
export { type TrainingInstanceGroup, type TrainingResourceOptions } from './sagemaker/training-resources';
export { type ManagedSpot, type TrainingStoppingOptions } from './sagemaker/training-stopping';
export { TransformCompression } from './sagemaker/transform-compression';
export { type TransformDataCapture } from './sagemaker/transform-data-capture';
export { TransformInput } from './sagemaker/transform-input';
export { type TransformInputOptions, type TransformManifestOptions } from './sagemaker/transform-input-options';
export { TransformJob } from './sagemaker/transform-job';
export { type TransformJobProps } from './sagemaker/transform-job-props';
export { type ITransformJob } from './sagemaker/transform-job-reference';
export {
  TransformAssemblyType,
  TransformBatchStrategy,
  TransformJoinSource,
  TransformSplitType,
} from './sagemaker/transform-records';
