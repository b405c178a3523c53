import { Stack, Token } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** The account that owns a bucket, where it is known to be another than that of the job. */
export function bucketOwnerOf(job: Construct, bucket: IBucket): string | undefined {
  const owner = bucket.env.account;
  const { account } = Stack.of(job);
  return Token.isUnresolved(owner) || Token.isUnresolved(account) || owner === account ? undefined : owner;
}
