import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { JobOutputOptions } from './job-output-options';
import { requireBucket, requireKey } from '../access/bucket-check';
import { grantReadObjects, grantWriteObjects, type WriteAccessOptions } from '../access/object-access';
import { acknowledgeNag, acknowledgeObjects } from '../nag-acknowledgment';
import { GRANTEE } from '../validation/expected-value';
import { requireFolder } from '../validation/object-key';
import { requireValue } from '../validation/property-check';

/** The place in S3 where a job writes its results. */
export class JobOutput {
  public readonly bucket: IBucket;
  /** The key of the results' folder: empty, or ending in a slash. */
  public readonly prefix: string;
  /** The key that the request names: without one, the service does not look at what the bucket says. */
  public readonly encryptionKey?: IKey;

  /**
   * @param folders What the keys of the job's output begin with, under the prefix.
   */
  constructor(
    private readonly job: Construct,
    options: JobOutputOptions & { readonly outputBucketOwner?: string },
    private readonly folders: string,
  ) {
    const { outputBucket, outputBucketOwner, outputPrefix = '', outputEncryptionKey, useOutputBucketKey } = options;
    if (outputBucket !== undefined) requireBucket(job, 'outputBucket', outputBucket, { owner: outputBucketOwner });
    requireKey(job, 'outputEncryptionKey', outputEncryptionKey);
    this.prefix = requireFolder(job, 'outputPrefix', outputPrefix);
    this.bucket = outputBucket ?? createBucket(job, outputEncryptionKey);
    this.encryptionKey = outputEncryptionKey ?? keyOfBucket(this.bucket, useOutputBucketKey);
  }

  public get uri(): string {
    return this.bucket.s3UrlForObject(this.prefix);
  }

  public grantWrite(role: iam.IRole, options?: WriteAccessOptions): void {
    grantWriteObjects(role, this.bucket, `${this.prefix}${this.folders}`, this.encryptionKey, options);
  }

  public grantRead(grantee: iam.IGrantable): iam.Grant {
    requireValue(this.job, 'grantee', grantee, GRANTEE);
    const results = `${this.prefix}${this.folders}`;
    acknowledgeObjects(grantee, this.bucket, results, 'The results of one job, in its own folder.');
    return grantReadObjects(grantee, this.bucket, results, this.encryptionKey);
  }
}

/** The key of a bucket, as far as the app knows it, unless it is not wanted. */
export function keyOfBucket(bucket: IBucket, isWanted = true): IKey | undefined {
  return isWanted ? bucket.encryptionKey : undefined;
}

/** A bucket of the job's own. It outlives the stack, as buckets do: what is in it was paid for. */
function createBucket(job: Construct, encryptionKey?: IKey): Bucket {
  const bucket = new Bucket(job, 'Output', {
    encryption: encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
    encryptionKey,
    bucketKeyEnabled: encryptionKey && true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
  });
  acknowledgeNag(bucket, 'S1', 'Access logs need a bucket of their own: give the job an output bucket that has them.');
  return bucket;
}
