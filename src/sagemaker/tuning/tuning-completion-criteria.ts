import type { Request } from '../../job/request-overrides';

/**
 * When a tuning job ends before its limits: as soon as one of the criteria is met.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-progress.html
 */
export interface TuningCompletionCriteria {
  /**
   * The value of the objective metric that is good enough.
   *
   * @default - no value is good enough
   */
  readonly targetObjectiveValue?: number;

  /**
   * How many trainings may bring no improvement of 1 % or more: at least 3.
   *
   * @default - any number
   */
  readonly maxTrainingJobsNotImproving?: number;

  /**
   * Whether the job ends when SageMaker expects no improvement of more than 1 %.
   *
   * @default false
   */
  readonly onConvergence?: boolean;
}

/** The API's `TuningJobCompletionCriteria`. */
export function renderCriteria(criteria: TuningCompletionCriteria | undefined): Request | undefined {
  if (criteria === undefined) return undefined;
  const { targetObjectiveValue, maxTrainingJobsNotImproving: notImproving, onConvergence } = criteria;
  return {
    TargetObjectiveMetricValue: targetObjectiveValue,
    BestObjectiveNotImproving:
      notImproving === undefined ? undefined : { MaxNumberOfTrainingJobsNotImproving: notImproving },
    ConvergenceDetected:
      onConvergence === undefined ? undefined : { CompleteOnConvergence: onConvergence ? 'Enabled' : 'Disabled' },
  };
}
