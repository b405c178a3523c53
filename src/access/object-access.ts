import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { principalElsewhere } from './principal-elsewhere';
import { acknowledgeObjects } from '../nag-acknowledgment';

/** What a service needs to find a bucket, and to say that an object is not in it. */
const BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];

/** What limits access to objects, besides their bucket and their keys. */
export interface ObjectAccessOptions {
  /** The account that must own the bucket. */
  readonly account?: string;
}

/** How a job writes objects. */
export interface WriteAccessOptions extends ObjectAccessOptions {
  /** Whether the job also reads what it has written. */
  readonly read?: boolean;
}

/** Lets a job's role read one object. */
export function grantReadObject(
  role: iam.IGrantable,
  bucket: IBucket,
  objectKey: string,
  options: ObjectAccessOptions = {},
): void {
  grantOnBucket(role, bucket, options);
  grantOnObjects(role, bucket, ['s3:GetObject'], objectKey, options);
  bucket.encryptionKey?.grant(role, 'kms:Decrypt');
}

/** Lets a job's role write the objects whose keys begin with a text. */
export function grantWriteObjects(
  role: iam.IGrantable,
  bucket: IBucket,
  prefix: string,
  key?: IKey,
  options: WriteAccessOptions = {},
): void {
  grantOnBucket(role, bucket, options);
  const objects = `${prefix}*`;
  const actions = options.read ? ['s3:GetObject', 's3:PutObject'] : ['s3:PutObject'];
  grantOnObjects(role, bucket, actions, objects, options);
  acknowledgeObjects(role, bucket, prefix, 'The job names the objects that it writes in its folder.');
  // what has a key of its own is not encrypted with that of the bucket; a multipart upload reads the data key back
  (key ?? bucket.encryptionKey)?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
}

/** Lets a job's role give up what it writes in several parts, and see what it has begun. */
export function allowMultipartWrites(
  role: iam.IGrantable,
  bucket: IBucket,
  prefix: string,
  options: ObjectAccessOptions = {},
): void {
  grantOn(role, bucket, ['s3:ListBucketMultipartUploads'], bucket.bucketArn, options);
  grantOnObjects(role, bucket, ['s3:AbortMultipartUpload'], `${prefix}*`, options);
}

/** Lets a principal read the objects whose keys begin with a text. */
export function grantReadObjects(
  grantee: iam.IGrantable,
  bucket: IBucket,
  prefix: string,
  key?: IKey,
  options: ObjectAccessOptions = {},
): iam.Grant {
  const objects = grantOnBucket(grantee, bucket, options).combine(
    grantOnObjects(grantee, bucket, ['s3:GetObject'], `${prefix}*`, options),
  );
  const used = key ?? bucket.encryptionKey;
  return used ? objects.combine(used.grant(grantee, 'kms:Decrypt')) : objects;
}

function grantOnBucket(grantee: iam.IGrantable, bucket: IBucket, options: ObjectAccessOptions): iam.Grant {
  return grantOn(grantee, bucket, BUCKET_ACTIONS, bucket.bucketArn, options);
}

/** Lets a principal do something with the objects whose keys match a pattern. */
export function grantOnObjects(
  grantee: iam.IGrantable,
  bucket: IBucket,
  actions: string[],
  objects: string,
  options: ObjectAccessOptions = {},
): iam.Grant {
  return grantOn(grantee, bucket, actions, bucket.arnForObjects(objects), options);
}

function grantOn(
  grantee: iam.IGrantable,
  bucket: IBucket,
  actions: string[],
  arn: string,
  options: ObjectAccessOptions,
): iam.Grant {
  const access = { grantee, actions, resourceArns: [arn], conditions: conditionsOf(options) };
  const elsewhere = principalElsewhere(grantee, bucket);
  if (!elsewhere) return iam.Grant.addToPrincipalOrResource({ ...access, resource: bucket });
  const { conditions } = access;
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({ principals: [elsewhere], actions, resources: [arn], ...(conditions && { conditions }) }),
  );
  return iam.Grant.addToPrincipal(access);
}

function conditionsOf({ account }: ObjectAccessOptions): Record<string, Record<string, unknown>> | undefined {
  return account === undefined ? undefined : { StringEquals: { 'aws:ResourceAccount': account } };
}
