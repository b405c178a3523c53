export { type JobOptions } from './job';
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
