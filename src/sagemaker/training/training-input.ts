import type { IFileSystem as IEfsFileSystem } from 'aws-cdk-lib/aws-efs';
import type { IFileSystem as IFsxFileSystem } from 'aws-cdk-lib/aws-fsx';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { trainingDataRules } from './training-data-file';
import { uploadInput } from './training-input-asset';
import type { BoundTrainingInput, TrainingInputContext, TrainingInputSource } from './training-input-context';
import { efsSource, fsxSource } from './training-input-file-system';
import type {
  TrainingChannelOptions,
  TrainingFileSystemOptions,
  TrainingInputOptions,
  TrainingManifestOptions,
} from './training-input-options';
import {
  augmentedManifestSource,
  datasetSource,
  manifestSource,
  modelSource,
  prefixSource,
} from './training-input-source';
import type { ITrainingJob } from './training-job-reference';
import { requireOptions } from '../../validation/property-check';

/**
 * The data of one channel of a training job. It lets the job's role read it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-access-training-data.html
 */
export class TrainingInput {
  /**
   * All objects whose keys begin with a prefix.
   *
   * @param prefix The prefix: end it in a slash, for `data/train` is the beginning of `data/training`, too. It is empty
   * for the whole bucket.
   */
  public static fromBucket(bucket: IBucket, prefix: string, options: TrainingInputOptions = {}): TrainingInput {
    return new TrainingInput(options, (context) => prefixSource(context, bucket, prefix, options));
  }

  /**
   * A local file, or all files in a local folder and in the folders in it, uploaded with the assets of the stack. The
   * files keep their names; those that begin with a dot are left out. They are read at synthesis as far as the options say
   * what they are: rows of CSV and lines of JSON that are none, and files that are compressed without a word.
   *
   * Every file is an asset. A large number of files is better uploaded once, and given with `fromBucket`.
   *
   * @param path The path of the file or the folder.
   */
  public static fromAsset(path: string, options: TrainingInputOptions = {}): TrainingInput {
    return new TrainingInput(options, (context) => {
      const { bucket, prefix, headers } = uploadInput(context, path, trainingDataRules(context, options));
      return { ...prefixSource(context, bucket, prefix, options), headers };
    });
  }

  /**
   * The objects that a manifest lists: a JSON array of a prefix and of what follows it.
   *
   * @param objectKey The key of the manifest.
   */
  public static fromManifest(bucket: IBucket, objectKey: string, options: TrainingManifestOptions = {}): TrainingInput {
    return new TrainingInput(options, (context) => manifestSource(context, bucket, objectKey, options));
  }

  /**
   * The records of an augmented manifest: JSON lines that have, or refer to, the data. Give the channel the input mode
   * `PIPE`.
   *
   * @param objectKey The key of the manifest.
   * @param attributeNames The attributes of each record that the algorithm gets, in this order: up to 16.
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/augmented-manifest.html
   */
  public static fromAugmentedManifest(
    bucket: IBucket,
    objectKey: string,
    attributeNames: string[],
    options: TrainingManifestOptions = {},
  ): TrainingInput {
    return new TrainingInput(options, (context) =>
      augmentedManifestSource(context, bucket, objectKey, attributeNames, options),
    );
  }

  /**
   * The model that another training job has made: training goes on from it, where the algorithm can do that. The built-in
   * algorithms that can, look for it in the channel `model`.
   *
   * Unless the options say otherwise, its content type is `application/x-sagemaker-model`, and its input mode `FILE`, whatever
   * that of the job is.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/incremental-training.html
   */
  public static fromTrainingJob(job: ITrainingJob, options: TrainingInputOptions = {}): TrainingInput {
    return new TrainingInput(options, (context) => modelSource(context, job, options));
  }

  /**
   * A directory of a file system of EFS, which the job reaches in its VPC. The file system lets the job connect to it, and the
   * job's role may mount it.
   *
   * Make the file system with `allowAnonymousAccess: true`: nothing says that SageMaker mounts it with the identity of the
   * job's role, and otherwise the policy of a file system of an app of `cdk init` refuses every other mount. The synthesis
   * warns of one of the app that does so.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/create-file-system-policy.html
   * @param directory The full path of the directory.
   */
  public static fromEfs(
    fileSystem: IEfsFileSystem,
    directory: string,
    options: TrainingFileSystemOptions = {},
  ): TrainingInput {
    return new TrainingInput(options, (context) => efsSource(context, fileSystem, directory, options));
  }

  /**
   * A directory of a file system of FSx for Lustre, which the job reaches in its VPC. The file system and the job let
   * each other connect.
   *
   * @param directory The full path of the directory; it begins with the mount name of the file system.
   */
  public static fromFsxLustre(
    fileSystem: IFsxFileSystem,
    directory: string,
    options: TrainingFileSystemOptions = {},
  ): TrainingInput {
    return new TrainingInput(options, (context) => fsxSource(context, fileSystem, directory, options));
  }

  /**
   * A data set in a hub of SageMaker. The job's role may describe it.
   *
   * @param datasetArn The ARN of the data set.
   */
  public static fromHubDataset(datasetArn: string, options: TrainingChannelOptions = {}): TrainingInput {
    return new TrainingInput(options, (context) => datasetSource(context, datasetArn));
  }

  private constructor(
    private readonly options: TrainingChannelOptions,
    private readonly source: (context: TrainingInputContext) => TrainingInputSource,
  ) {}

  /**
   * The input as the API's `Channel`, what must be there before it can be read, and what was seen in it.
   *
   * @internal
   */
  public _bind(context: TrainingInputContext): BoundTrainingInput {
    requireOptions(context.job, context.member, this.options);
    const { compression, recordWrapper, shuffleSeed } = this.options;
    const { dataSource, defaults, needs = [], headers = [] } = this.source(context);
    const { contentType = defaults?.contentType, inputMode = defaults?.inputMode } = this.options;
    return {
      channel: {
        ChannelName: context.channelName,
        DataSource: dataSource,
        ContentType: contentType,
        CompressionType: compression,
        RecordWrapperType: recordWrapper,
        InputMode: inputMode,
        ShuffleConfig: shuffleSeed === undefined ? undefined : { Seed: shuffleSeed },
      },
      needs,
      headers,
    };
  }
}
