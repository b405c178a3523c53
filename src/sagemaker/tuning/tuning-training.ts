import type { ParameterRange } from './parameter-range';
import type { TuningInstanceConfig } from './tuning-instance-config';
import type { TuningObjective } from './tuning-objective';
import type { TrainingAlgorithm } from '../training/training-algorithm';
import type { TrainingOptions } from '../training/training-options';
import type { TrainingResourceOptions } from '../training/training-resources';
import type { TrainingStoppingOptions } from '../training/training-stopping';

/**
 * The training jobs that a tuning job launches: what they have in common, and what is searched for.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HyperParameterTrainingJobDefinition.html
 */
export interface TuningTraining extends TrainingOptions, TrainingResourceOptions, TrainingStoppingOptions {
  /**
   * The algorithm: `TrainingAlgorithm.fromImage()` or `TrainingAlgorithm.fromAlgorithmName()`. A tuning job takes neither an
   * entry point nor arguments, and no image of a registry that is not ECR's.
   */
  readonly algorithm: TrainingAlgorithm;

  /** What makes one training better than another. */
  readonly objective: TuningObjective;

  /**
   * The hyperparameters that are searched for, by name: up to 30 for all trainings of the job.
   *
   * @default - those that SageMaker chooses where the job has `autotune`
   */
  readonly ranges?: { [name: string]: ParameterRange };

  /**
   * The hyperparameters that are the same in all trainings: with those that are searched for up to 100 names of up to 256
   * characters, with values of up to 2,500 characters. They are in the template, so that none may be a secret.
   *
   * @default - what the algorithm assumes
   */
  readonly staticHyperparameters?: { [name: string]: string };

  /**
   * The environment variables of the container: up to 48 for all trainings of the job, with names and values of up to 512
   * characters each. They are in the template, so that none may be a secret.
   *
   * @default - those of the image
   */
  readonly environment?: { [name: string]: string };

  /**
   * Kinds of instances of which the first is taken that there are enough of, in place of `instanceType`, `instanceCount`,
   * `instanceGroups` and `volumeSize`: 1 to 6.
   *
   * @default - all trainings run on instances of one type
   */
  readonly instanceConfigs?: TuningInstanceConfig[];
}
