import type { Request } from '../../job/request-overrides';
import { type Finding, mustBe } from '../../validation/finding';
import { optionsRules } from '../../validation/property-check';

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
   * What the evaluator is told, with variables for what it judges: 1 to 5,000 characters. By AWS's pages, it must have
   * `{{prediction}}`, or `{{context}}` where only what is retrieved is judged, and may have `{{prompt}}`, `{{ground_truth}}`, and for
   * knowledge bases `{{context}}` and `{{reference_contexts}}`.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/kb-evaluation-custom-metrics-prompt-formats.html
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

/** What is wrong with metrics that keeps their part of the request from being made. */
export function* customMetricRules(metrics: readonly CustomEvaluationMetric[]): Iterable<Finding> {
  for (const [index, metric] of metrics.entries()) {
    const property = `customMetrics[${index}]`;
    const unfit = [...optionsRules(property, metric, { required: true })];
    yield* unfit;
    if (unfit.length === 0 && metric.ratingScale !== undefined) {
      yield* scaleRules(`${property}.ratingScale`, metric.ratingScale);
    }
  }
}

function* scaleRules(property: string, scale: readonly EvaluationRating[]): Iterable<Finding> {
  if (!Array.isArray(scale)) return yield mustBe(property, 'a list', scale);
  for (const [index, rating] of scale.entries()) {
    yield* optionsRules(`${property}[${index}]`, rating, { required: true });
  }
}

/** Metrics as the request has them. */
export function renderedMetrics(metrics: readonly CustomEvaluationMetric[]): Request[] {
  return metrics.map(({ name, instructions, ratingScale }) => ({
    customMetricDefinition: {
      name,
      instructions,
      ratingScale: ratingScale?.map(({ definition, ...value }) => ({ definition, value })),
    },
  }));
}
