import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { grantReadObjects } from '../access/object-access';
import { acknowledgeObjects } from '../nag-acknowledgment';

/** Lets a job's role read its input: the objects whose keys begin with a prefix. */
export function grantReadPrefix(role: iam.IRole, bucket: IBucket, prefix: string): void {
  grantReadObjects(role, bucket, prefix);
  acknowledgeObjects(role, bucket, prefix, 'The job reads all objects of its input.');
}
