import { CompilationJob } from './compilation/compilation-job';
import { OptimizationJob } from './optimization/optimization-job';
import type { SageMakerJob } from './sagemaker-job';
import { TrainingJob } from './training/training-job';
import { TransformJob } from './transform/transform-job';
import { TuningJob } from './tuning/tuning-job';
import type { RecordedCall } from '../emulated-api/api-call';

/** What has happened in SageMaker. */
export interface SageMakerHistory {
  /** Every job ever created, the deleted ones too. */
  readonly jobs: SageMakerJob[];
  /** The jobs that have not been deleted. */
  readonly existingJobs: SageMakerJob[];
  readonly compilationJobs: CompilationJob[];
  readonly optimizationJobs: OptimizationJob[];
  readonly trainingJobs: TrainingJob[];
  readonly tuningJobs: TuningJob[];
  readonly transformJobs: TransformJob[];
  readonly calls: RecordedCall[];
}

/** Jobs of all kinds and of each, and the calls that were made. */
export function sageMakerHistory(
  { jobs, existingJobs }: Pick<SageMakerHistory, 'jobs' | 'existingJobs'>,
  calls: RecordedCall[],
): SageMakerHistory {
  return {
    jobs,
    existingJobs,
    compilationJobs: jobs.filter((job) => job instanceof CompilationJob),
    optimizationJobs: jobs.filter((job) => job instanceof OptimizationJob),
    trainingJobs: jobs.filter((job) => job instanceof TrainingJob),
    tuningJobs: jobs.filter((job) => job instanceof TuningJob),
    transformJobs: jobs.filter((job) => job instanceof TransformJob),
    calls,
  };
}
