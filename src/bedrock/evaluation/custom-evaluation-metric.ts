/** A grade that an evaluator may give. */
export interface EvaluationRating {
  /** What the grade means: 1 to 100 characters. */
  readonly definition: string;

  /**
   * The grade as a number. A metric that is required must have numbers.
   *
   * @default - it is a text
   */
  readonly floatValue?: number;

  /**
   * The grade as a text: 1 to 100 characters.
   *
   * @default - it is a number
   */
  readonly stringValue?: string;
}

/** A metric of one's own, which a model judges. */
export interface CustomEvaluationMetric {
  /** What the metric is called, in `metrics` of datasets, and in the results: 1 to 63 letters, digits, dots, hyphens and underscores. */
  readonly name: string;

  /**
   * What the evaluator is told, with `{{prompt}}`, `{{prediction}}` and `{{ground_truth}}` for what it judges: 1 to 5,000 characters.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-custom-metrics-prompt-formats.html
   */
  readonly instructions: string;

  /**
   * The grades that the evaluator may give: 1 to 10.
   *
   * @default - the instructions say it
   */
  readonly ratingScale?: EvaluationRating[];
}
