import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { bedrockArn } from '../bedrock-arn';

const USES_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/**
 * Lets a job's role, and the service itself, encrypt what the service keeps of a job for as long as it runs. Returns what the creator
 * of the job must be allowed.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-security-kms.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-security-data.html
 */
export function allowEncryption(job: Construct, role: iam.IRole, key: IKey | undefined): iam.PolicyStatement[] {
  if (!key) return [];
  key.grant(role, ...USES_KEY);
  const jobs = bedrockArn(job, 'evaluation-job', '*');
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('bedrock.amazonaws.com')],
      actions: USES_KEY,
      resources: ['*'],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Stack.of(job).account },
        StringLike: { 'kms:EncryptionContext:evaluationJobArn': jobs, 'aws:SourceArn': jobs },
      },
    }),
  );
  return [new iam.PolicyStatement({ actions: USES_KEY, resources: [key.keyArn] })];
}
