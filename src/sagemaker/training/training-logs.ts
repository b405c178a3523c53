import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../../nag-acknowledgment';
import { grantLogs, grantMetrics } from '../job-logs';

/** Lets a role write the log and the metrics of training jobs. */
export function grantTrainingLogs(job: Construct, role: iam.IRole, isGenerated: boolean): void {
  grantLogs(job, role, '/aws/sagemaker/TrainingJobs');
  grantMetrics(role);
  if (!isGenerated) return;
  // on a role of the user's, it would hide findings of their own
  acknowledgeWildcard(
    role,
    '*',
    'CloudWatch, the tokens of ECR, FSx and the messages of Systems Manager have no resource to be limited to.',
  );
}
