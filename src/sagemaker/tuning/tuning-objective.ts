import type { Request } from '../../job/request-overrides';

/**
 * What a tuning job makes as large, or as small, as it can.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HyperParameterTuningJobObjective.html
 */
export class TuningObjective {
  /**
   * A metric that is to be large, such as `validation:auc`.
   *
   * @param metricName The name of a metric that the algorithm has, or that is in its `metricDefinitions`: 1 to 255 characters.
   */
  public static maximize(metricName: string): TuningObjective {
    return new TuningObjective('Maximize', metricName);
  }

  /**
   * A metric that is to be small, such as `validation:rmse`.
   *
   * @param metricName The name of a metric that the algorithm has, or that is in its `metricDefinitions`: 1 to 255 characters.
   */
  public static minimize(metricName: string): TuningObjective {
    return new TuningObjective('Minimize', metricName);
  }

  private constructor(
    private readonly type: string,
    private readonly metricName: string,
  ) {}

  /**
   * The objective as the API takes it.
   *
   * @internal
   */
  public _render(): Request {
    return { Type: this.type, MetricName: this.metricName };
  }
}
