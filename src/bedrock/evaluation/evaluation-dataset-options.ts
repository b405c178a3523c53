import type { EvaluationTaskType } from './evaluation-task-type';

/** What is evaluated with a dataset. */
export interface EvaluationDatasetOptions {
  /**
   * What a model is asked to do with the prompts.
   */
  readonly taskType: EvaluationTaskType;

  /**
   * The metrics, by the names that the service has for them, such as `Builtin.Accuracy`, and by those of the job's custom metrics:
   * 1 to 25.
   *
   * `Builtin.Accuracy`, `Builtin.Robustness` and `Builtin.Toxicity` are reckoned by programs; all others a model judges.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-metrics.html
   */
  readonly metrics: string[];
}

/** What is evaluated with prompts of one's own. */
export interface EvaluationPromptOptions extends EvaluationDatasetOptions {
  /**
   * What the dataset is called in the results: 1 to 63 letters, digits, dots, hyphens and underscores.
   *
   * @default - the name of the file without its ending
   */
  readonly name?: string;
}

/** The same of prompts in a bucket. */
export interface EvaluationBucketOptions extends EvaluationPromptOptions {
  /**
   * The id of the account that owns the bucket: 12 digits. Where it is another one than that of the job, the bucket's policy must let
   * the job's role read the prompts.
   *
   * @default - the account of the bucket, where it is known to be another one than that of the job's stack
   */
  readonly bucketOwner?: string;
}
