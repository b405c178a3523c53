import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { inputManifest, inputPrefix } from '../input-objects';
import { type RecordsOptions, transformDataRules } from './transform-data-file';
import type { TransformInputOptions, TransformManifestOptions } from './transform-input-options';
import type { Request } from '../../job/request-overrides';
import { requireOptions } from '../../validation/property-check';
import { uploadInput } from '../training/training-input-asset';

/** What an input has to know of the properties of its job. */
interface InputJobProps extends RecordsOptions {
  /** The role that is to read the input, where the job knows it. */
  readonly modelRole?: iam.IRole;
}

/**
 * What a transform job reads: objects in S3. It lets the role of the model read them, where the job knows the role.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformInput.html
 */
export class TransformInput {
  /**
   * All objects whose keys begin with a text.
   *
   * @param prefixOrKey The prefix: end it in a slash, for `data/2026` is the beginning of `data/2026-old`, too. Or the key
   * of one object. It is empty for the whole bucket.
   */
  public static fromBucket(bucket: IBucket, prefixOrKey: string, options: TransformInputOptions = {}): TransformInput {
    return new TransformInput(options, (job, role) => prefixSource(job, bucket, prefixOrKey, role));
  }

  /**
   * The objects that a manifest lists: a JSON array of a prefix and of what follows it.
   *
   * @param objectKey The key of the manifest.
   */
  public static fromManifest(
    bucket: IBucket,
    objectKey: string,
    options: TransformManifestOptions = {},
  ): TransformInput {
    return new TransformInput(options, (job, role) => ({
      S3DataType: 'ManifestFile',
      S3Uri: inputManifest({ job, member: 'input', role }, bucket, objectKey, options.dataPrefix),
    }));
  }

  /**
   * A local file, or all files in a local folder and in the folders in it, uploaded with the assets of the stack. The
   * files keep their names; those that begin with a dot are left out. They are read at synthesis as far as the job says
   * what they are: files and lines that are larger than a request, rows of CSV and lines of JSON that are none, files that
   * are compressed without a word.
   *
   * Every file is an asset. A large number of files is better uploaded once, and given with `fromBucket`.
   *
   * @param path The path of the file or the folder.
   */
  public static fromAsset(path: string, options: TransformInputOptions = {}): TransformInput {
    return new TransformInput(options, (job, role, props) => {
      const rules = transformDataRules(options, props);
      const { bucket, prefix } = uploadInput({ job, member: 'input', channelName: 'data' }, path, rules);
      return prefixSource(job, bucket, prefix, role);
    });
  }

  private constructor(
    private readonly options: TransformInputOptions,
    private readonly source: (job: Construct, role: iam.IRole | undefined, props: InputJobProps) => Request,
  ) {}

  /**
   * The input as the API's `TransformInput`; called by the job that it is given to.
   *
   * @internal
   */
  public _bind(job: Construct, props: InputJobProps): Request {
    requireOptions(job, 'input', this.options);
    const { contentType, compression, splitType } = this.options;
    return {
      DataSource: { S3DataSource: this.source(job, props.modelRole, props) },
      ContentType: contentType,
      CompressionType: compression,
      SplitType: splitType,
    };
  }
}

function prefixSource(job: Construct, bucket: IBucket, prefix: string, role: iam.IRole | undefined): Request {
  return { S3DataType: 'S3Prefix', S3Uri: inputPrefix({ job, member: 'input', role }, bucket, prefix) };
}
