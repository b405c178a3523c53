import { existsSync, statSync } from 'node:fs';
import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { folderProblems } from './folder/folder-problems';
import { uploadModel } from './upload-model';
import { grantReadObjects } from '../../access/object-access';
import { acknowledgeObjects } from '../../nag-acknowledgment';
import { inInput, refusal, warning } from '../../validation/finding';
import { invalid } from '../../validation/invalid';
import { modelFolderRules } from '../../validation/model-folder';
import { note, noteAll } from '../../validation/noted-findings';
import { requireFolder } from '../../validation/object-key';
import { requireOptions, requireString } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { requireOwnedBucket } from '../bucket-owner';

const MEMBER = { property: 'modelSource', api: 'modelDataSource.s3DataSource.s3Uri' };

/** Whose the bucket is that the files of a model lie in. */
export interface ModelImportBucketOptions {
  /**
   * The id of the account that owns the bucket: 12 digits. Where it is another one than that of the job, the bucket's
   * policy must let the job's role read the files.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/cross-account-access-cmi.html
   * @default - the account of the bucket
   */
  readonly bucketOwner?: string;
}

/** What binding the source of a model to a job comes to. */
export interface ModelImportSourceConfig {
  /** The S3 URI of the folder with the model's files. It ends in a slash. */
  readonly s3Uri: string;
}

/**
 * The files of a model as the transformers library of Hugging Face saves them: weights as safetensors, `config.json` and the tokenizer.
 * It lets the job's role read them.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html
 */
export abstract class ModelImportSource {
  /**
   * A local folder, uploaded with the assets of the stack.
   *
   * The files directly in the folder are uploaded, without hidden ones. They are looked at when you synthesize, and what cannot be
   * imported is an error: no configuration, no weights, weights that are damaged, cut off or missing, pointers of Git LFS,
   * and adapters that were not merged into their model. What only AWS's pages say is a warning: architectures, tokenizers, quantized weights, sizes.
   *
   * The CDK copies the files into its output, and computes a hash of all of them: models of many gigabytes are better put into a bucket.
   *
   * @param path The path of the folder.
   */
  public static fromAsset(path: string): ModelImportSource {
    return new AssetSource(path);
  }

  /**
   * The files of a folder in a bucket, which must be in the Region of the stack.
   *
   * @param prefix The folder: what the keys of the files begin with, up to a slash. It may be empty, for all of the bucket.
   */
  public static fromBucket(bucket: IBucket, prefix: string, options: ModelImportBucketOptions = {}): ModelImportSource {
    return new BucketSource(bucket, prefix, options);
  }

  /**
   * Called by the job that the model is given to.
   *
   * @param scope The job.
   * @param role The role that is to read the files.
   */
  public abstract bind(scope: Construct, role: iam.IRole): ModelImportSourceConfig;
}

class AssetSource extends ModelImportSource {
  constructor(private readonly path: string) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelImportSourceConfig {
    requireString(scope, 'modelSource', this.path, { required: true });
    if (!existsSync(this.path) || !statSync(this.path).isDirectory()) {
      throw invalid(scope, 'modelSource', 'a folder that exists', this.path);
    }
    // a stack that is only listed or destroyed need not be right
    if (Stack.of(scope).bundlingRequired) this.check(scope);
    const { bucket, prefix } = uploadModel(scope, this.path);
    return { s3Uri: readable(role, bucket, prefix, bucket.env.account) };
  }

  private check(scope: Construct): void {
    const { region } = Stack.of(scope);
    for (const { text, warning: id } of folderProblems(this.path, isUnknown(region) ? undefined : region)) {
      note(scope, id === undefined ? inInput('modelFolder', refusal(MEMBER, text)) : warning(id, MEMBER, text));
    }
  }
}

class BucketSource extends ModelImportSource {
  constructor(
    private readonly bucket: IBucket,
    private readonly prefix: string,
    private readonly options: ModelImportBucketOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelImportSourceConfig {
    const { bucket, options } = this;
    requireOptions(scope, 'modelSource', options);
    const account = requireOwnedBucket(scope, 'modelSource', bucket, options.bucketOwner);
    const folder = requireFolder(scope, 'modelSource', this.prefix);
    noteAll(scope, modelFolderRules('modelImportFolder', MEMBER, this.prefix));
    return { s3Uri: readable(role, bucket, folder, account) };
  }
}

/**
 * Lets a role read the files of a folder, of a bucket that an account owns. Returns where they are.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-import-iam-role.html
 */
function readable(role: iam.IRole, bucket: IBucket, folder: string, account: string): string {
  grantReadObjects(role, bucket, folder, undefined, { account });
  acknowledgeObjects(role, bucket, folder, 'The job reads all files of the model.');
  return bucket.s3UrlForObject(folder);
}
