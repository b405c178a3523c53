import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../nag-acknowledgment';

/**
 * Lets a role write the logs of its kind of job, or of endpoints.
 *
 * @param logGroupName The group that SageMaker keeps for all of them; or the beginning of the names of several, with an asterisk.
 */
export function grantLogs(scope: Construct, role: iam.IRole, logGroupName: string): void {
  const logGroup = Stack.of(scope).formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [logGroup, `${logGroup}:*`],
    }),
  );
  // a group may be one of many, whose name is known later
  for (const resource of logGroupName.endsWith('*') ? [logGroup, `${logGroup}:*`] : [`${logGroup}:*`]) {
    acknowledgeWildcard(role, resource, 'The streams of the log group that SageMaker writes to.');
  }
}

/**
 * Lets a job's role publish how the job is doing.
 *
 * There is no condition on `cloudwatch:namespace`: AWS names the namespaces of trainings, transforms and endpoints, but none of
 * compilations and optimizations, does not say which of them it writes to with the role, and gives execution roles the action without
 * a condition. Scripts publish metrics of their own with the role of their job, too. A metric that is refused is missing without a word.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
export function grantMetrics(role: iam.IRole): void {
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['cloudwatch:PutMetricData'], resources: ['*'] }));
}
