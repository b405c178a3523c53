import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { requireBucket } from '../access/bucket-check';
import { mustBe } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { requireString } from '../validation/property-check';
import { isUnknown } from '../validation/unknown-value';

/** The account that owns a bucket, where it is known to be another than that of the job. */
export function bucketOwnerOf(job: Construct, bucket: IBucket): string | undefined {
  const owner = bucket.env.account;
  const { account } = Stack.of(job);
  return isUnknown(owner) || isUnknown(account) || owner === account ? undefined : owner;
}

/**
 * Checks a bucket that a job reads from, and the account that is said to own it, of which the request says nothing. Returns the account
 * that owns it, for the policy of the job's role.
 */
export function requireOwnedBucket(job: Construct, member: string, bucket: IBucket, owner: string | undefined): string {
  requireBucket(job, member, bucket, { owner });
  requireString(job, `${member}.bucketOwner`, owner);
  if (owner !== undefined && !isUnknown(owner) && !/^\d{12}$/.test(owner)) {
    note(job, mustBe(`${member}.bucketOwner`, 'the 12 digits of an account', owner));
  }
  return owner ?? bucketOwnerOf(job, bucket) ?? bucket.env.account;
}
