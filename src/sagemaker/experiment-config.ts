import type { Request } from '../job/request-overrides';

/**
 * The experiment of SageMaker that a job is part of. Each name has 1 to 120 letters, digits and hyphens, and begins and
 * ends with a letter or digit.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ExperimentConfig.html
 */
export interface ExperimentConfig {
  /**
   * The name of an experiment that exists.
   *
   * @default - the job is in no experiment
   */
  readonly experimentName?: string;

  /**
   * The name of a trial that exists.
   *
   * @default - a new trial
   */
  readonly trialName?: string;

  /**
   * The name under which the job's trial component is shown.
   *
   * @default - the name of the trial component
   */
  readonly trialComponentDisplayName?: string;

  /**
   * The name of the run of the experiment.
   *
   * @default - the job is in no run
   */
  readonly runName?: string;
}

/** An experiment as the API takes it. */
export function renderExperimentConfig(config: ExperimentConfig): Request {
  return {
    ExperimentName: config.experimentName,
    TrialName: config.trialName,
    TrialComponentDisplayName: config.trialComponentDisplayName,
    RunName: config.runName,
  };
}
