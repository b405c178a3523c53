import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { requireBucket, requireKey } from '../../access/bucket-check';
import { grantWriteObjects } from '../../access/object-access';
import { keyOfBucket } from '../../job/job-output';
import type { Request } from '../../job/request-overrides';
import { requireFolder } from '../../validation/object-key';

/**
 * Where a transform job keeps what it has read and what it has written, for SageMaker Model Monitor, which has been closed
 * to new customers since 2026-07-30: the synthesis warns of it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-batch.html
 */
export interface TransformDataCapture {
  /** The bucket that the captured data is written to. */
  readonly bucket: IBucket;

  /**
   * The prefix under which the captured data is written, in the folders `input` and `output`.
   *
   * @default - the folders lie at the top of the bucket
   */
  readonly prefix?: string;

  /**
   * The key that encrypts the captured data.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BatchDataCaptureConfig.html
   * @default - the key of `bucket`, if it has one that the app knows; otherwise the request names none, and SageMaker
   * uses the key for S3 that AWS manages in the account of the model's role
   */
  readonly encryptionKey?: IKey;

  /**
   * Whether the key of `bucket` encrypts the captured data where `encryptionKey` is not given.
   *
   * @default true
   */
  readonly useBucketKey?: boolean;

  /**
   * Whether each record of the job's results gets an inference id and the time at which the job started.
   *
   * @default false
   */
  readonly generateInferenceId?: boolean;
}

/** A data capture as the API takes it; the role of the model, where it is known, may write there. */
export function renderDataCapture(job: Construct, capture: TransformDataCapture, role?: iam.IRole): Request {
  const { bucket, prefix = '', generateInferenceId } = capture;
  requireBucket(job, 'dataCapture.bucket', bucket);
  requireKey(job, 'dataCapture.encryptionKey', capture.encryptionKey);
  const encryptionKey = capture.encryptionKey ?? keyOfBucket(bucket, capture.useBucketKey);
  const folder = requireFolder(job, 'dataCapture.prefix', prefix);
  if (role) grantWriteObjects(role, bucket, folder, encryptionKey);
  return {
    DestinationS3Uri: bucket.s3UrlForObject(folder),
    KmsKeyId: encryptionKey?.keyArn,
    GenerateInferenceId: generateInferenceId,
  };
}
