import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Request } from '../../job/request-overrides';
import { knownMembers } from '../../validation/known-value';
import { requireOptions } from '../../validation/property-check';
import type { TrainingInputContext, TrainingInputSource } from '../training/training-input-context';
import { manifestSource, prefixSource } from '../training/training-input-source';

/** How the data that a manifest lists is read. */
export interface SpeculativeDecodingManifestOptions {
  /**
   * What the keys of all listed objects begin with. The job's role may read no others.
   *
   * @default - the role may read the whole bucket
   */
  readonly dataPrefix?: string;
}

/**
 * Conversations that speculative decoding learns from, in the form of ShareGPT, or of the Completions or the Chat Completions of OpenAI;
 * or what an endpoint has captured of such, unencrypted. It lets the job's role read them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelSpeculativeDecodingConfig.html
 */
export class SpeculativeDecodingData {
  /**
   * All objects whose keys begin with a prefix.
   *
   * @param prefix The prefix: end it in a slash.
   */
  public static fromBucket(bucket: IBucket, prefix: string): SpeculativeDecodingData {
    return new SpeculativeDecodingData((context) => prefixSource(context, bucket, prefix, {}));
  }

  /**
   * The objects that a manifest lists: a JSON array of a prefix and of what follows it.
   *
   * @param objectKey The key of the manifest.
   */
  public static fromManifest(
    bucket: IBucket,
    objectKey: string,
    options: SpeculativeDecodingManifestOptions = {},
  ): SpeculativeDecodingData {
    return new SpeculativeDecodingData((context) => {
      requireOptions(context.job, context.member, options);
      return manifestSource(context, bucket, objectKey, options);
    });
  }

  private constructor(private readonly source: (context: TrainingInputContext) => TrainingInputSource) {}

  /**
   * The API's `TrainingDataSource`.
   *
   * @internal
   */
  public _bind(job: Construct, role: iam.IRole, member: string): Request {
    const { dataSource } = this.source({ job, role, member, channelName: member });
    const { S3Uri, S3DataType } = knownMembers(dataSource, 'S3DataSource')!;
    return { S3Uri, S3DataType };
  }
}
