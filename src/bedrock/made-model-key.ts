import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** What Bedrock does with the key of a custom or an imported model, for whoever makes one. */
export const MAKES_MODEL = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/** What it does for whoever calls one, or customizes it further. */
const USES_MODEL = ['kms:Decrypt'];

/** Lets whoever makes a job use the key of a custom or an imported model, through Bedrock only. */
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
  grantUseOfModel(job, role, key);
  return [throughBedrock(job, key, USES_MODEL)];
}

/** Lets a principal use a model that is encrypted with a key, through Bedrock only. */
export function grantUseOfModel(job: Construct, grantee: iam.IGrantable, key: IKey): iam.Grant {
  return iam.Grant.addToPrincipalOrResource({
    grantee,
    actions: USES_MODEL,
    resourceArns: [key.keyArn],
    resource: key,
    conditions: viaBedrock(job),
  });
}

function viaBedrock(job: Construct): Record<string, Record<string, string>> {
  const { region, urlSuffix } = Stack.of(job);
  return { StringEquals: { 'kms:ViaService': `bedrock.${region}.${urlSuffix}` } };
}
