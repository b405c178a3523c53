import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { METRICS_NAMESPACE, type RunMetric } from '../contract';
import { requireOptions } from '../validation/property-check';

/** What is told of several runs within a period, where nobody asks for anything else. */
const STATISTICS: { readonly [name in RunMetric]: string } = {
  Duration: Stats.AVERAGE,
  Wait: Stats.AVERAGE,
  Failures: Stats.SUM,
  Ticks: Stats.SUM,
  Records: Stats.SUM,
  ErrorRecords: Stats.SUM,
};

/**
 * A metric that the handler publishes, as CloudWatch has it: in the account and the Region of what is measured, wherever an alarm or
 * a dashboard is.
 */
export function publishedMetric(
  scope: IConstruct,
  name: RunMetric,
  dimensionsMap: { readonly [dimension: string]: string },
  options: MetricOptions = {},
): Metric {
  requireOptions(scope, 'props', options);
  return new Metric({
    statistic: STATISTICS[name],
    ...options,
    namespace: METRICS_NAMESPACE,
    metricName: name,
    dimensionsMap,
  }).attachTo(scope);
}
