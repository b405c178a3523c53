import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { TrainingFolder } from './training-folder';
import type { Request } from '../../job/request-overrides';

/**
 * Where a training job keeps its checkpoints. A job copies them to S3 while it runs, and one that finds checkpoints there
 * goes on from them: be it interrupted, or another job with the same folder.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-checkpoints.html
 */
export interface TrainingCheckpoints {
  /** The bucket of the checkpoints. */
  readonly bucket: IBucket;

  /**
   * The prefix of the checkpoints. Jobs that must not go on from each other's checkpoints need prefixes of their own.
   *
   * @default - the checkpoints lie at the top of the bucket
   */
  readonly prefix?: string;

  /**
   * The directory in the container from which checkpoints are copied.
   *
   * @default - `/opt/ml/checkpoints/`
   */
  readonly localPath?: string;
}

/**
 * The API's `CheckpointConfig`. A checkpoint that the algorithm deletes is deleted in S3, too.
 *
 * @param member The property of the job that has them: for messages.
 */
export function renderCheckpoints(
  job: Construct,
  role: iam.IRole,
  checkpoints: TrainingCheckpoints,
  member = 'checkpoints',
): Request {
  const { bucket, prefix = '', localPath } = checkpoints;
  const folder = new TrainingFolder(job, member, bucket, prefix);
  folder.grantWrite(role);
  folder.grantDelete(role);
  return { S3Uri: folder.uri, LocalPath: localPath };
}
