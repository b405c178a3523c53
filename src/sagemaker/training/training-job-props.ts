import type { TrainingAlgorithm } from './training-algorithm';
import type { TrainingMonitoringOptions } from './training-monitoring-options';
import type { TrainingOptions } from './training-options';
import type { TrainingResourceOptions } from './training-resources';
import type { TrainingStoppingOptions } from './training-stopping';
import type { JobAccessOptions } from '../../job/job-access-options';
import type { JobOptions } from '../../job/job-options';
import type { JobOutputOptions } from '../../job/job-output-options';

/** Properties of a `TrainingJob`. */
export interface TrainingJobProps
  extends
    JobOptions,
    JobAccessOptions,
    JobOutputOptions,
    TrainingOptions,
    TrainingResourceOptions,
    TrainingStoppingOptions,
    TrainingMonitoringOptions {
  /**
   * The name of the job: 1 to 63 letters, digits and hyphens, which begins and ends with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails: prefer a
   * generated name.
   *
   * A construct that is renamed or moved is another resource to CloudFormation, which makes the new one before it removes
   * the old one: with the same name, the deployment fails. Change the name in the same deployment, or deploy once without
   * the job. Two jobs of an app with one name in an account and a Region are an error at synthesis.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly trainingJobName?: string;

  /**
   * The algorithm: `TrainingAlgorithm.fromImage()` or `TrainingAlgorithm.fromAlgorithmName()`.
   *
   * @default - what a `ServerlessJobConfig` in `requestOverrides` says; needed for any other job
   */
  readonly algorithm?: TrainingAlgorithm;

  /**
   * What the algorithm is told: up to 100 names of up to 256 characters, with values of up to 2,500 characters. They are
   * in the template, so that none may be a secret.
   *
   * @default - what the algorithm assumes
   */
  readonly hyperparameters?: { [name: string]: string };

  /**
   * The environment variables of the container: up to 100 names and values of up to 512 characters each. They are in the
   * template, so that none may be a secret.
   *
   * @default - those of the image
   */
  readonly environment?: { [name: string]: string };

  /**
   * Whether a job that was stopped at its time limit is a success, if it has uploaded a model by then.
   *
   * @default false
   */
  readonly acceptStoppedAtTimeLimit?: boolean;
}
