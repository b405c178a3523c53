import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { JobOutput } from '../../job/job-output';

/** What the handler does with the results of a job of which it is to know the metrics: it reads what is in the job's own folders. */
export function readResults(
  job: Construct,
  { bucket, prefix }: JobOutput,
  folders: string,
): readonly iam.PolicyStatement[] {
  const objects = `${prefix}${folders}*`;
  const { region, urlSuffix } = Stack.of(job);
  const key = bucket.encryptionKey;
  const statement = (action: string, resource: string, conditions?: Record<string, Record<string, string>>) =>
    new iam.PolicyStatement({ actions: [action], resources: [resource], ...(conditions && { conditions }) });
  return [
    statement('s3:ListBucket', bucket.bucketArn, { StringLike: { 's3:prefix': objects } }),
    statement('s3:GetObject', bucket.arnForObjects(objects)),
    ...(key
      ? [statement('kms:Decrypt', key.keyArn, { StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` } })]
      : []),
  ];
}
