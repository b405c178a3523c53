import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** What Bedrock does with the key of a custom model, for whoever makes one. */
export const MAKES_MODEL = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/** What it does for whoever calls one, or customizes it further. */
const USES_MODEL = ['kms:Decrypt'];

/** Lets whoever makes a job use the key of a custom model, through Bedrock only. */
export function throughBedrock(job: Construct, key: IKey, actions: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources: [key.keyArn], conditions: viaBedrock(job) });
}

/**
 * Lets the role of a job decrypt the custom model that the job uses. Returns what whoever makes the job must be allowed: as
 * whom Bedrock decrypts it for a job, AWS's page leaves open.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html
 */
export function allowUseOfModel(job: Construct, role: iam.IRole, key: IKey | undefined): iam.PolicyStatement[] {
  if (!key) return [];
  iam.Grant.addToPrincipalOrResource({
    grantee: role,
    actions: USES_MODEL,
    resourceArns: [key.keyArn],
    resource: key,
    conditions: viaBedrock(job),
  });
  return [throughBedrock(job, key, USES_MODEL)];
}

function viaBedrock(job: Construct): Record<string, Record<string, string>> {
  const { region, urlSuffix } = Stack.of(job);
  return { StringEquals: { 'kms:ViaService': `bedrock.${region}.${urlSuffix}` } };
}
