import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS_NAMESPACE, type RunMetric } from '../contract';

/** What is told of several runs within a period, where nobody asks for anything else. */
const STATISTICS: { readonly [name in RunMetric]: string } = {
  Duration: Stats.AVERAGE,
  Wait: Stats.AVERAGE,
  Failures: Stats.SUM,
  Ticks: Stats.SUM,
  Records: Stats.SUM,
  ErrorRecords: Stats.SUM,
};

/** A metric that the handler publishes, as CloudWatch has it. */
export function publishedMetric(
  name: RunMetric,
  dimensionsMap: { readonly [dimension: string]: string },
  options: MetricOptions = {},
): Metric {
  return new Metric({
    statistic: STATISTICS[name],
    ...options,
    namespace: METRICS_NAMESPACE,
    metricName: name,
    dimensionsMap,
  });
}
