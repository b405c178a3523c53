import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { grantReadObjects } from '../access/object-access';
import { acknowledgeWildcard } from '../nag-acknowledgment';

/** Lets a job's role read its input: the objects whose keys begin with a prefix. */
export function grantReadPrefix(role: iam.IRole, bucket: IBucket, prefix: string): void {
  grantReadObjects(role, bucket, prefix);
  if (iam.Role.isRole(role)) {
    acknowledgeWildcard(role, bucket.arnForObjects(`${prefix}*`), 'The job reads all objects of its input.');
  }
}
