import { accessesTo, type Access } from './access';
import type { Iam } from './iam';
import type { RequestContext } from './request-context';
import { arnIn, bucketArnIn, type Environment } from '../environment';
import { urlSuffixOf } from '../partition';

/** Where objects are accessed from. */
export interface ObjectPlace {
  readonly iam: Pick<Iam, 'bucket' | 'keyArn'>;
  /** Whose job reads or writes. */
  readonly owner: Environment;
}

/** A place in S3, and how it is used. */
export interface ObjectUse {
  /** `s3://<bucket>/<key>` of one object, which stands for all. */
  readonly uri: string;
  /** The account that the job says owns the bucket. @default - that of the stack that made it, or else the job's own */
  readonly bucketOwner?: string;
  /**
   * The key that encrypts what the job writes: the one that its request names, or `DEFAULT_S3_KEY`.
   *
   * @default - what the bucket says, or what the service does without saying so
   */
  readonly keyId?: string;
  /** What is done with objects, such as `s3:GetObject`. */
  readonly actions: readonly string[];
  /** What is done with their keys, such as `kms:Decrypt`. @default - nothing, as the objects' actions say it */
  readonly keyActions?: readonly string[];
  /** The objects are others in the bucket, which that one lists. */
  readonly areListed?: boolean;
}

/**
 * What SageMaker has S3 encrypt results with where the request names no key: the key that AWS keeps for S3 in the
 * account, whatever key the bucket has. Everybody in the account may use it through S3.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html
 */
export const DEFAULT_S3_KEY = 'alias/aws/s3';

const ENCRYPTION = 's3:x-amz-server-side-encryption';

/** What S3 asks of the key of an object that is read; and of one that is written, as parts are put together. */
const READ_KEY_ACTIONS = ['kms:Decrypt'];
const WRITE_KEY_ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** The accesses needed to find a bucket that is written to: what of it is listed is up to the service. */
export function bucketAccesses({ iam, owner }: ObjectPlace, uri: string, bucketOwner?: string): Access[] {
  const { bucket } = partsOf(uri);
  const resourceAccount = iam.bucket(bucket)?.account ?? bucketOwner ?? owner.account;
  return accessesTo(bucketArnIn(owner, bucket), ['s3:GetBucketLocation', 's3:ListBucket'], { resourceAccount });
}

/** The accesses needed to find a bucket that is read from, and to list what the URI is the beginning of. */
export function listingAccesses(place: ObjectPlace, uri: string, bucketOwner?: string): Access[] {
  const context = { 's3:prefix': partsOf(uri).key };
  return bucketAccesses(place, uri, bucketOwner).map((access) =>
    access.action === 's3:ListBucket' ? { ...access, context } : access,
  );
}

/** The accesses needed to read or write objects, and to use the key that encrypts them. */
export function objectAccesses(place: ObjectPlace, use: ObjectUse): Access[] {
  const { iam, owner } = place;
  const { bucket, key } = partsOf(use.uri);
  const deployed = iam.bucket(bucket);
  const arn = bucketArnIn(owner, `${bucket}/${key}`);
  const resourceAccount = deployed?.account ?? use.bucketOwner ?? owner.account;
  const [resource, somewhereBut] = use.areListed ? [bucketArnIn(owner, `${bucket}/*`), arn] : [arn, undefined];
  const objects = use.actions.map((action) => ({
    action,
    resource,
    resourceAccount,
    ...(somewhereBut !== undefined && { somewhereBut }),
    ...encryptionContext(action, place, use),
  }));
  // whether S3 looks at the bucket's key, too, nobody here has seen: a role must be fit for both
  const keyId = use.keyId === undefined || use.keyId === DEFAULT_S3_KEY ? deployed?.keyId : use.keyId;
  const keyArn = keyId === undefined ? undefined : iam.keyArn(keyId, owner);
  if (keyArn === undefined) return objects;
  const writes = use.actions.includes('s3:PutObject');
  const keyActions = use.keyActions ?? (writes ? WRITE_KEY_ACTIONS : READ_KEY_ACTIONS);
  return [...objects, ...accessesTo(keyArn, keyActions, { context: keyContext(arn, owner.region) })];
}

/** The place in a folder of S3, or the object itself where the URI names one. */
export function inFolder(uri: string, name: string): string {
  return /^s3:\/\/[^/]+$/.test(uri) ? `${uri}/${name}` : uri.endsWith('/') ? `${uri}${name}` : uri;
}

/** What a request to write says of encryption; nothing is known of it where the service does not say. */
function encryptionContext(action: string, { iam, owner }: ObjectPlace, { keyId }: ObjectUse) {
  if (action !== 's3:PutObject' || keyId === undefined) return {};
  const keyArn = keyId === DEFAULT_S3_KEY ? arnIn(owner, 'kms', keyId) : iam.keyArn(keyId, owner);
  const context: RequestContext = {
    [ENCRYPTION]: 'aws:kms',
    ...(keyArn !== undefined && { [`${ENCRYPTION}-aws-kms-key-id`]: keyArn }),
  };
  return { context };
}

function partsOf(uri: string): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^(?:s3:\/\/|https:\/\/[^/]*\/)([^/]+)\/?(.*)$/.exec(uri) ?? [];
  return { bucket, key };
}

function keyContext(objectArn: string, region: string): RequestContext {
  return {
    'kms:ViaService': `s3.${region}.${urlSuffixOf(region)}`,
    'kms:EncryptionContext:aws:s3:arn': objectArn,
  };
}
