import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledgeWildcard } from './nag-acknowledgment';

/** What a service needs to find a bucket, and to say that an object is not in it. */
const BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];

/** Lets a job's role read one object. */
export function grantReadObject(role: iam.IGrantable, bucket: IBucket, objectKey: string): void {
  grantOnBucket(role, bucket, BUCKET_ACTIONS);
  grantOnObjects(role, bucket, ['s3:GetObject'], objectKey);
  bucket.encryptionKey?.grant(role, 'kms:Decrypt');
}

/** Lets a job's role write the objects whose keys begin with a text. */
export function grantWriteObjects(role: iam.IGrantable, bucket: IBucket, prefix: string, key?: IKey): void {
  grantOnBucket(role, bucket, BUCKET_ACTIONS);
  const objects = `${prefix}*`;
  grantOnObjects(role, bucket, ['s3:PutObject'], objects);
  if (iam.Role.isRole(role)) {
    acknowledgeWildcard(role, bucket.arnForObjects(objects), 'The job names the objects that it writes in its folder.');
  }
  for (const encryptionKey of new Set([key, bucket.encryptionKey])) {
    // a multipart upload reads the data key back
    encryptionKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
  }
}

/** Lets a principal read the objects whose keys begin with a text. */
export function grantReadObjects(grantee: iam.IGrantable, bucket: IBucket, prefix: string, key?: IKey): iam.Grant {
  const objects = grantOnBucket(grantee, bucket, BUCKET_ACTIONS).combine(
    grantOnObjects(grantee, bucket, ['s3:GetObject'], `${prefix}*`),
  );
  const keys = [...new Set([key, bucket.encryptionKey])].filter((used): used is IKey => used !== undefined);
  return keys.reduce((grant, used) => grant.combine(used.grant(grantee, 'kms:Decrypt')), objects);
}

function grantOnBucket(grantee: iam.IGrantable, bucket: IBucket, actions: string[]): iam.Grant {
  return iam.Grant.addToPrincipalOrResource({
    grantee,
    actions,
    resourceArns: [bucket.bucketArn],
    resource: bucket,
  });
}

function grantOnObjects(grantee: iam.IGrantable, bucket: IBucket, actions: string[], objects: string): iam.Grant {
  return iam.Grant.addToPrincipalOrResource({
    grantee,
    actions,
    resourceArns: [bucket.arnForObjects(objects)],
    resource: bucket,
  });
}
