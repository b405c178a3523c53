import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** Where a job writes what it makes. */
export interface JobOutputOptions {
  /**
   * The bucket that the job writes to. It must be in the Region of the stack.
   *
   * @default - a new private, encrypted bucket, which is kept when the stack is deleted
   */
  readonly outputBucket?: IBucket;

  /**
   * The prefix under which the job writes. Each job has a folder of its own under it, so that a new job never overwrites what
   * an older one has made.
   *
   * The folder has the name of the job. That of a batch inference job has the id of the job, and a tuning job has a folder for
   * each of its training jobs, with the name of that.
   *
   * @default - the folder lies at the top of the bucket
   */
  readonly outputPrefix?: string;

  /**
   * The key that encrypts what the job writes. Give the key itself: an alias that is only referenced grants nothing.
   *
   * Without a key in its request, SageMaker does not look at what the bucket says: it encrypts with the key for S3 that AWS
   * manages in the account of the role that it runs the job with, with which no other account can read. For an optimization job,
   * its reference leaves that open; and so does
   * [that of Bedrock](https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3OutputDataConfig.html), which
   * writes with a key of AWS's, or with what the bucket says.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html
   * @default - the key of `outputBucket`, if it has one that the app knows; otherwise the request names none, and the service chooses
   */
  readonly outputEncryptionKey?: IKey;

  /**
   * Whether the key of `outputBucket` encrypts what the job writes where `outputEncryptionKey` is not given. The key of a bucket
   * that is not the app's own is known from `Bucket.fromBucketAttributes(scope, id, { encryptionKey, … })`.
   *
   * @default true
   */
  readonly useOutputBucketKey?: boolean;
}
