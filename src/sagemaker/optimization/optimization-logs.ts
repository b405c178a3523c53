import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../../nag-acknowledgment';
import { grantLogs, grantMetrics } from '../job-logs';

/** AWS's pages say that an optimization job writes logs, and not in which of the log groups of SageMaker. */
const LOG_GROUPS = '/aws/sagemaker/*';

/** Lets a role write the log and the metrics of optimization jobs. */
export function grantOptimizationLogs(job: Construct, role: iam.IRole, isGenerated: boolean): void {
  grantLogs(job, role, LOG_GROUPS);
  grantMetrics(role);
  // on a role of the user's, it would hide findings of their own
  if (isGenerated) {
    acknowledgeWildcard(role, '*', 'CloudWatch and the tokens of ECR have no resource to be limited to.');
  }
}
