import { accessesTo, type Access } from './access';
import type { Iam } from './iam';

/** Whose job reads or writes. */
export interface ObjectOwner {
  readonly account: string;
  readonly region: string;
}

/** A place in S3, and how it is used. */
export interface ObjectUse {
  /** `s3://<bucket>/<key>` of one object, which stands for all. */
  readonly uri: string;
  /** The account that the job says owns the bucket. @default - that of the stack that made it, or else the job's own */
  readonly bucketOwner?: string;
  /** The key that the job says encrypts what it writes. @default - what the bucket says */
  readonly keyId?: string;
  /** What is done with objects, such as `s3:GetObject`. */
  readonly actions: readonly string[];
  /** What is done with their keys, such as `kms:Decrypt`. @default - nothing, as the objects' actions say it */
  readonly keyActions?: readonly string[];
  /** The objects are others in the bucket, which that one lists. */
  readonly areListed?: boolean;
}

const BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];

/** What S3 asks of the key of an object that is read; and of one that is written, as parts are put together. */
const READ_KEY_ACTIONS = ['kms:Decrypt'];
const WRITE_KEY_ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** Finds a bucket, and what is in it. */
export function bucketAccesses({ iam, owner }: ObjectPlace, uri: string, bucketOwner?: string): Access[] {
  const { bucket } = partsOf(uri);
  return accessesTo(`arn:aws:s3:::${bucket}`, BUCKET_ACTIONS, {
    resourceAccount: iam.bucket(bucket)?.account ?? bucketOwner ?? owner.account,
  });
}

/** Reads or writes objects, and uses the key that encrypts them. */
export function objectAccesses(place: ObjectPlace, use: ObjectUse): Access[] {
  const { iam, owner } = place;
  const { bucket, key } = partsOf(use.uri);
  const deployed = iam.bucket(bucket);
  const arn = `arn:aws:s3:::${bucket}/${key}`;
  const resourceAccount = deployed?.account ?? use.bucketOwner ?? owner.account;
  const objects = use.areListed
    ? accessesTo(`arn:aws:s3:::${bucket}/*`, use.actions, { resourceAccount, somewhereBut: arn })
    : accessesTo(arn, use.actions, { resourceAccount });
  const keyId = use.keyId ?? deployed?.keyId;
  const keyArn = keyId === undefined ? undefined : iam.keyArn(keyId, owner);
  if (keyArn === undefined) return objects;
  const writes = use.actions.includes('s3:PutObject');
  const keyActions = use.keyActions ?? (writes ? WRITE_KEY_ACTIONS : READ_KEY_ACTIONS);
  return [...objects, ...accessesTo(keyArn, keyActions, { context: keyContext(arn, owner.region) })];
}

/** Where objects are accessed from. */
export interface ObjectPlace {
  readonly iam: Pick<Iam, 'bucket' | 'keyArn'>;
  readonly owner: ObjectOwner;
}

/** The place in a folder of S3, or the object itself where the URI names one. */
export function inFolder(uri: string, name: string): string {
  return /^s3:\/\/[^/]+$/.test(uri) ? `${uri}/${name}` : uri.endsWith('/') ? `${uri}${name}` : uri;
}

function partsOf(uri: string): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^(?:s3:\/\/|https:\/\/[^/]*\/)([^/]+)\/?(.*)$/.exec(uri) ?? [];
  return { bucket, key };
}

function keyContext(objectArn: string, region: string): Access['context'] {
  return { 'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:EncryptionContext:aws:s3:arn': objectArn };
}
