import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';

/**
 * What has metrics of its runs: a job, or the engine of several.
 *
 * The handler publishes them with the lines of its log, once for each run that a deployment has asked for and waited for,
 * as soon as the stack uses one of them. CloudWatch asks for money for each metric in the hours in which it has a value. The
 * metrics are in the Region of the job: an alarm must be there, too, and a dashboard elsewhere says where they are.
 *
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export interface IMeasured extends IConstruct {
  /**
   * How long a job ran, in seconds: from its start, or its creation, to its end.
   *
   * @default - the average over 5 minutes
   */
  metricDuration(props?: MetricOptions): Metric;

  /**
   * How long a deployment waited until the service had taken the job, in seconds: for a place in the quota, or for its role.
   *
   * @default - the average over 5 minutes
   */
  metricWait(props?: MetricOptions): Metric;

  /**
   * How many runs have failed: 1 or 0 for each.
   *
   * @default - the sum over 5 minutes
   */
  metricFailures(props?: MetricOptions): Metric;

  /**
   * How often the handler looked at a job until it had ended.
   *
   * @default - the sum over 5 minutes
   */
  metricTicks(props?: MetricOptions): Metric;
}
