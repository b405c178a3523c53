import { Resource } from 'aws-cdk-lib';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMeasured } from './measured';
import type { RunMetric } from '../contract';
import type { JobEngine } from '../engine/job-engine';

/**
 * A resource whose runs have metrics.
 *
 * @internal
 */
export abstract class MeasuredResource extends Resource implements IMeasured {
  /**
   * What runs it, and publishes the metrics.
   *
   * @internal
   */
  public abstract readonly _engine: JobEngine;

  public metricDuration(props?: MetricOptions): Metric {
    return this._runMetric('Duration', props);
  }

  public metricWait(props?: MetricOptions): Metric {
    return this._runMetric('Wait', props);
  }

  public metricFailures(props?: MetricOptions): Metric {
    return this._runMetric('Failures', props);
  }

  public metricTicks(props?: MetricOptions): Metric {
    return this._runMetric('Ticks', props);
  }

  /** @internal */
  protected abstract _runMetric(name: RunMetric, props?: MetricOptions): Metric;
}
