import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { isUnknown } from '../validation/unknown-value';

/** The account that owns a bucket, where it is known to be another than that of the job. */
export function bucketOwnerOf(job: Construct, bucket: IBucket): string | undefined {
  const owner = bucket.env.account;
  const { account } = Stack.of(job);
  return isUnknown(owner) || isUnknown(account) || owner === account ? undefined : owner;
}
