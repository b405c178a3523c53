import type { Duration } from 'aws-cdk-lib';
import type { TuningCompletionCriteria } from './tuning-completion-criteria';
import type { TuningStrategy } from './tuning-strategy';
import type { TuningTraining } from './tuning-training';
import type { TuningWarmStart } from './tuning-warm-start';
import type { JobAccessOptions } from '../../job/job-access-options';
import type { JobOptions } from '../../job/job-options';
import type { JobOutputOptions } from '../../job/job-output-options';

/** Properties of a `HyperParameterTuningJob`. */
export interface HyperParameterTuningJobProps extends JobOptions, JobAccessOptions, JobOutputOptions {
  /**
   * The name of the job: 1 to 32 letters, digits and hyphens, which begins and ends with a letter or digit. The names of the
   * training jobs begin with it.
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
  readonly hyperParameterTuningJobName?: string;

  /**
   * The training jobs that the job launches, where they are all of one kind.
   *
   * @default - those of `trainingDefinitions`; one of both must be given
   */
  readonly training?: TuningTraining;

  /**
   * The training jobs that the job launches, where it tries several algorithms: 1 to 10 kinds, by names of 1 to 64 letters,
   * digits and hyphens. Each has an objective and ranges of its own.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/multiple-algorithm-hpo.html
   * @default - those of `training`; one of both must be given
   */
  readonly trainingDefinitions?: { [definitionName: string]: TuningTraining };

  /**
   * How the hyperparameters of the next training are chosen.
   *
   * @default TuningStrategy.BAYESIAN
   */
  readonly strategy?: TuningStrategy;

  /**
   * How many training jobs the job launches: at least 1.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-limits.html
   * @default - as many as there are combinations for `TuningStrategy.GRID`; otherwise as many as there is time for
   */
  readonly maxTrainingJobs?: number;

  /**
   * How many training jobs run at once: at least 1, and 10 unless the account has a higher quota.
   *
   * @default 1
   */
  readonly maxParallelTrainingJobs?: number;

  /**
   * How long the job may run, all its training jobs included: 2 minutes to 30 days, in whole seconds. What it has found by then
   * is its result.
   *
   * The deployment waits as long as the job may run: without it, as long as `maxTrainingJobs` training jobs may take that all run
   * for their `maxRuntime`, and 10 minutes more for the start of each.
   *
   * @default - as long as the training jobs take, and 30 days at most
   */
  readonly maxRuntime?: Duration;

  /**
   * Whether training jobs are stopped that are not likely to do better than those before them. `TuningStrategy.hyperband()` has a
   * way of its own, and does not take it.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-early-stopping.html
   * @default false
   */
  readonly earlyStopping?: boolean;

  /**
   * When the job ends before its limits.
   *
   * @default - it ends at its limits
   */
  readonly completionCriteria?: TuningCompletionCriteria;

  /**
   * What the random choices begin with, so that another job makes the same: a whole number of at least 0.
   *
   * @default - they differ from job to job
   */
  readonly randomSeed?: number;

  /**
   * Earlier tuning jobs from whose results the job learns: `TuningWarmStart.identicalDataAndAlgorithm()` or
   * `TuningWarmStart.transferLearning()`.
   *
   * @default - the job knows nothing yet
   */
  readonly warmStart?: TuningWarmStart;

  /**
   * Whether SageMaker chooses what the job leaves out: ranges, limits, strategy, early stopping and retries.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Autotune.html
   * @default false
   */
  readonly autotune?: boolean;
}
