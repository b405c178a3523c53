import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { grantReadPrefix } from './grant-read-prefix';
import { requireBucket } from '../access/bucket-check';
import { grantReadObject } from '../access/object-access';
import { mustBe } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { requireObjectKey } from '../validation/object-key';
import { requireString } from '../validation/property-check';

/** The job that reads objects. */
export interface InputReader {
  readonly job: IConstruct;
  /** The property of the job that has the input: for messages. */
  readonly member: string;
  /** The role that is let read them; undefined where the job does not know it. */
  readonly role: iam.IRole | undefined;
}

/** Lets a job read the objects whose keys begin with a prefix, and returns their URI. */
export function inputPrefix({ job, member, role }: InputReader, bucket: IBucket, prefix: string): string {
  requireBucket(job, member, bucket);
  requireObjectKey(job, member, prefix, 'a prefix');
  if (role) grantReadPrefix(role, bucket, prefix);
  return bucket.s3UrlForObject(prefix);
}

/**
 * Lets a job read a manifest and what it lists, and returns its URI.
 *
 * @param dataPrefix What the keys begin with of the objects that the manifest lists.
 */
export function inputManifest(
  { job, member, role }: InputReader,
  bucket: IBucket,
  objectKey: string,
  dataPrefix = '',
): string {
  requireBucket(job, member, bucket);
  requireString(job, member, objectKey, { required: true });
  if (objectKey === '' || objectKey.endsWith('/')) note(job, mustBe(member, 'the key of a manifest', objectKey));
  requireObjectKey(job, member, objectKey, 'a key');
  requireObjectKey(job, member, dataPrefix, 'a prefix');
  if (role) {
    grantReadObject(role, bucket, objectKey);
    grantReadPrefix(role, bucket, dataPrefix);
  }
  return bucket.s3UrlForObject(objectKey);
}
