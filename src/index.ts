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
export type { CustomModelOptions } from './bedrock/custom-model-options';
export {
  CustomizationBaseModel,
  type CustomizationBaseModelConfig,
} from './bedrock/customization/customization-base-model';
export { CustomizationData } from './bedrock/customization/customization-data';
export type {
  CustomizationAssetOptions,
  CustomizationBucketOptions,
  CustomizationDataBindOptions,
  CustomizationDataConfig,
  InvocationLogOptions,
} from './bedrock/customization/customization-data-options';
export { InvocationLogFilter } from './bedrock/customization/invocation-log-filter';
export {
  type DistillationOptions,
  ModelCustomization,
  type ModelCustomizationConfig,
} from './bedrock/customization/model-customization';
export { ModelCustomizationJob } from './bedrock/customization/model-customization-job';
export type { ModelCustomizationJobProps } from './bedrock/customization/model-customization-job-props';
export { type IModelCustomizationJob } from './bedrock/customization/model-customization-job-reference';
export { ReasoningEffort, type ReinforcementOptions } from './bedrock/customization/reinforcement-options';
export { TeacherModel, type TeacherProfileOptions } from './bedrock/customization/teacher-model';
export { IngestionDataSource, type IngestionDataSourceConfig } from './bedrock/ingestion/ingestion-data-source';
export { IngestionJob } from './bedrock/ingestion/ingestion-job';
export type { IngestionJobProps } from './bedrock/ingestion/ingestion-job-props';
export { type IIngestionJob, type IngestionJobAttributes } from './bedrock/ingestion/ingestion-job-reference';
export type { CustomEvaluationMetric, EvaluationRating } from './bedrock/evaluation/custom-evaluation-metric';
export { EvaluationDataset } from './bedrock/evaluation/evaluation-dataset';
export type {
  EvaluationBucketOptions,
  EvaluationDatasetOptions,
  EvaluationPromptOptions,
} from './bedrock/evaluation/evaluation-dataset-options';
export { EvaluationJob } from './bedrock/evaluation/evaluation-job';
export type { EvaluationJobProps } from './bedrock/evaluation/evaluation-job-props';
export { type IEvaluationJob } from './bedrock/evaluation/evaluation-job-reference';
export { EvaluationSource } from './bedrock/evaluation/evaluation-source';
export type {
  EvaluationApplicationProfileOptions,
  EvaluationModelOptions,
  EvaluationProfileOptions,
  EvaluationRetrievalOptions,
} from './bedrock/evaluation/evaluation-source-options';
export { EvaluationTaskType } from './bedrock/evaluation/evaluation-task-type';
export { EvaluatorModel, type EvaluatorProfileOptions } from './bedrock/evaluation/evaluator-model';
export type { MetricRequirement } from './bedrock/evaluation/metric-requirement';
export { ModelImportJob } from './bedrock/import/model-import-job';
export type { ModelImportJobProps } from './bedrock/import/model-import-job-props';
export { type IModelImportJob } from './bedrock/import/model-import-job-reference';
export {
  type ModelImportBucketOptions,
  ModelImportSource,
  type ModelImportSourceConfig,
} from './bedrock/import/model-import-source';
export { ModelInvocationJob } from './bedrock/model-invocation-job';
export type { ModelInvocationJobProps } from './bedrock/model-invocation-job-props';
export { type IModelInvocationJob } from './bedrock/model-invocation-job-reference';
export { ModelInvocationType } from './bedrock/model-invocation-type';
export { InputValidation } from './input-validation';
export { type JobAccessOptions } from './job/job-access-options';
export { type JobOptions } from './job/job-options';
export { type JobOutputOptions } from './job/job-output-options';
export { JobEngine } from './engine/job-engine';
export type { JobEngineProps } from './engine/job-engine-props';
export { type JobReferenceOptions } from './job/job-reference';
export { CompilationJob } from './sagemaker/compilation/compilation-job';
export { type CompilationJobProps } from './sagemaker/compilation/compilation-job-props';
export { type ICompilationJob } from './sagemaker/compilation/compilation-job-reference';
export { CompilationTarget, type CompilationTargetOptions } from './sagemaker/compilation/compilation-target';
export { CompilerOptions } from './sagemaker/compilation/compiler-options';
export { DataInputConfig } from './sagemaker/compilation/data-input-config';
export { type ExperimentConfig } from './sagemaker/experiment-config';
export { Framework } from './sagemaker/compilation/framework';
export { HostedModel } from './sagemaker/hosting/hosted-model';
export { type HostedModelOptions } from './sagemaker/hosting/hosted-model-options';
export { ModelData, type ModelDataConfig } from './sagemaker/model-data';
export {
  Optimization,
  type OptimizationOptions,
  type QuantizationOptions,
  type ShardingOptions,
  type SpeculativeDecodingOptions,
} from './sagemaker/optimization/optimization';
export { OptimizationJob } from './sagemaker/optimization/optimization-job';
export { type OptimizationJobProps } from './sagemaker/optimization/optimization-job-props';
export { type IOptimizationJob } from './sagemaker/optimization/optimization-job-reference';
export {
  OptimizationModel,
  type OptimizationModelConfig,
  type OptimizationModelOptions,
} from './sagemaker/optimization/optimization-model';
export { QuantizationFormat } from './sagemaker/optimization/quantization-format';
export {
  SpeculativeDecodingData,
  type SpeculativeDecodingManifestOptions,
} from './sagemaker/optimization/speculative-decoding-data';
export { TargetDevice } from './sagemaker/compilation/target-device';
export {
  type TargetPlatform,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from './sagemaker/compilation/target-platform';
export { TrainingAlgorithm, type TrainingAlgorithmOptions } from './sagemaker/training/training-algorithm';
export { type TrainingCheckpoints } from './sagemaker/training/training-checkpoints';
export {
  TrainingImage,
  type TrainingImageConfig,
  type TrainingRegistryOptions,
} from './sagemaker/training/training-image';
export { TrainingInput } from './sagemaker/training/training-input';
export {
  type TrainingChannelOptions,
  type TrainingFileSystemOptions,
  TrainingInputCompression,
  TrainingInputDistribution,
  TrainingInputMode,
  type TrainingInputOptions,
  type TrainingManifestOptions,
  TrainingRecordWrapper,
} from './sagemaker/training/training-input-options';
export { MlInstanceType } from './sagemaker/ml-instance-type';
export { TrainingJob } from './sagemaker/training/training-job';
export { type TrainingJobProps } from './sagemaker/training/training-job-props';
export { type ITrainingJob } from './sagemaker/training/training-job-reference';
export {
  type TrainingDebugHook,
  type TrainingFolderOptions,
  type TrainingMonitoringOptions,
  type TrainingProfiler,
  type TrainingRule,
  type TrainingTensorBoard,
} from './sagemaker/training/training-monitoring-options';
export type { TrainingOptions } from './sagemaker/training/training-options';
export { TrainingOutputCompression } from './sagemaker/training/training-output-compression';
export { type TrainingInstanceGroup, type TrainingResourceOptions } from './sagemaker/training/training-resources';
export { type ManagedSpot, type TrainingStoppingOptions } from './sagemaker/training/training-stopping';
export { TransformCompression } from './sagemaker/transform/transform-compression';
export { type TransformDataCapture } from './sagemaker/transform/transform-data-capture';
export { TransformInput } from './sagemaker/transform/transform-input';
export {
  type TransformInputOptions,
  type TransformManifestOptions,
} from './sagemaker/transform/transform-input-options';
export { TransformJob } from './sagemaker/transform/transform-job';
export { type TransformJobProps } from './sagemaker/transform/transform-job-props';
export { type ITransformJob } from './sagemaker/transform/transform-job-reference';
export {
  TransformAssemblyType,
  TransformBatchStrategy,
  TransformJoinSource,
  TransformSplitType,
} from './sagemaker/transform/transform-records';
export { HyperParameterTuningJob } from './sagemaker/tuning/hyper-parameter-tuning-job';
export { type HyperParameterTuningJobProps } from './sagemaker/tuning/hyper-parameter-tuning-job-props';
export { type IHyperParameterTuningJob } from './sagemaker/tuning/hyper-parameter-tuning-job-reference';
export { ParameterRange, type ParameterRangeOptions, ParameterScaling } from './sagemaker/tuning/parameter-range';
export { type TuningCompletionCriteria } from './sagemaker/tuning/tuning-completion-criteria';
export { type TuningInstanceConfig } from './sagemaker/tuning/tuning-instance-config';
export { TuningObjective } from './sagemaker/tuning/tuning-objective';
export { type HyperbandOptions, TuningStrategy } from './sagemaker/tuning/tuning-strategy';
export { type TuningTraining } from './sagemaker/tuning/tuning-training';
export { TuningWarmStart, type TuningWarmStartOptions } from './sagemaker/tuning/tuning-warm-start';
export { JobsDashboard, type JobsDashboardProps } from './watching/jobs-dashboard';
export { type LogQueryOptions } from './watching/log-query';
export { type IMeasured } from './watching/measured';
