import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { BUCKET, ENCRYPTION_KEY } from '../validation/expected-value';
import { type Finding, warning } from '../validation/finding';
import { noteAll } from '../validation/noted-findings';
import { requireValue } from '../validation/property-check';
import { isOwned, resourceRegionRules } from '../validation/region-rules';
import { isUnknown } from '../validation/unknown-value';

/** What is known of a bucket besides what it says itself. */
export interface BucketOptions {
  /** The account that is said to own it. */
  readonly owner?: string;
}

/** Fails unless a value is a bucket, and notes what keeps a job from using it: its Region, that of its key, or its account. */
export function requireBucket(
  construct: IConstruct,
  member: string,
  bucket: IBucket,
  { owner }: BucketOptions = {},
): void {
  requireValue(construct, member, bucket, { ...BUCKET, required: true });
  const findings = [...resourceRegionRules(construct, member, bucket, 'a bucket')];
  // a bucket that is elsewhere has its key there
  if (findings.length === 0) {
    findings.push(...resourceRegionRules(construct, `${member}.encryptionKey`, bucket.encryptionKey, 'a KMS key'));
  }
  if (owner === undefined) findings.push(...accountRules(construct, member, bucket));
  noteAll(construct, findings);
}

/** Fails unless a value is a key, where one is given, and notes that it is in another Region than what it encrypts. */
export function requireKey(construct: IConstruct, member: string, key: IKey | undefined, user?: string): void {
  requireValue(construct, member, key, ENCRYPTION_KEY);
  noteAll(construct, resourceRegionRules(construct, member, key, 'a KMS key', user));
}

/** The policy of a bucket that is only referred to, and belongs to another account, is not the app's to change. */
function* accountRules(construct: IConstruct, member: string, bucket: IBucket): Iterable<Finding> {
  const owner = bucket.env?.account;
  const { account } = Stack.of(construct);
  if (owner === undefined || isUnknown(owner) || isUnknown(account) || owner === account || isOwned(bucket)) return;
  const text = `is a bucket of the account ${owner}, and the job is in ${account}: the role of the job has access only where the policy of the bucket gives it, which this app cannot change`;
  yield warning('bucketAccount', member, text);
}
