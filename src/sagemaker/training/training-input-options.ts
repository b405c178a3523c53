/** How the data of a channel comes to the container. */
export enum TrainingInputMode {
  /** All data is downloaded to the volume of the instance before the training starts. */
  FILE = 'File',
  /** The data looks like files, and is streamed from S3 when it is read. */
  FAST_FILE = 'FastFile',
  /** The data is streamed from S3 through a named pipe. */
  PIPE = 'Pipe',
}

/** How the objects of a channel are compressed. */
export enum TrainingInputCompression {
  /** They are not. */
  NONE = 'None',
  /** With gzip; for the input mode `PIPE` only. */
  GZIP = 'Gzip',
}

/** In what each object of a channel is wrapped. */
export enum TrainingRecordWrapper {
  /** In nothing. */
  NONE = 'None',
  /** In a record of RecordIO, for algorithms that take no other; for the input mode `PIPE` only. */
  RECORD_IO = 'RecordIO',
}

/** Which objects each instance gets. */
export enum TrainingInputDistribution {
  /** All of them. */
  FULLY_REPLICATED = 'FullyReplicated',
  /** Its share of them. */
  SHARDED_BY_S3_KEY = 'ShardedByS3Key',
}

/** How a channel's data is read, wherever it is. */
export interface TrainingChannelOptions {
  /**
   * The MIME type of the data, such as `text/csv`: up to 256 characters.
   *
   * @default - the algorithm assumes one
   */
  readonly contentType?: string;

  /**
   * How the data comes to the container, if otherwise than that of the other channels.
   *
   * @default - the input mode of the job
   */
  readonly inputMode?: TrainingInputMode;

  /**
   * How the data is compressed. It can be compressed for the input mode `PIPE` only.
   *
   * @default - it is not
   */
  readonly compression?: TrainingInputCompression;

  /**
   * In what each object is wrapped for an algorithm that takes no raw data. For the input mode `PIPE` only.
   *
   * @default TrainingRecordWrapper.NONE
   */
  readonly recordWrapper?: TrainingRecordWrapper;

  /**
   * The seed with which the order of the data is shuffled: a whole number. In the mode `PIPE` it is shuffled anew for
   * every epoch.
   *
   * @default - the data keeps its order
   */
  readonly shuffleSeed?: number;
}

/** How a channel's data is read from S3. */
export interface TrainingInputOptions extends TrainingChannelOptions {
  /**
   * Which of the objects each instance gets.
   *
   * @default - all of them
   */
  readonly distribution?: TrainingInputDistribution;

  /**
   * The names of the groups of instances that get the data: up to 5.
   *
   * @default - all groups
   */
  readonly instanceGroupNames?: string[];

  /**
   * Whether you accept the end-user licence agreement of the model that is the data.
   *
   * @default - the data has no such agreement
   */
  readonly acceptEula?: boolean;

  /**
   * The ARN of the content of your private hub that refers to the model in the public hub of SageMaker JumpStart: up to
   * 255 characters. The job's role may describe it.
   *
   * @default - the data does not come from a hub
   */
  readonly hubContentArn?: string;
}

/** How the data that a manifest lists is read. */
export interface TrainingManifestOptions extends TrainingInputOptions {
  /**
   * What the keys of all listed objects begin with. The job's role may read no others.
   *
   * @default - the role may read the whole bucket
   */
  readonly dataPrefix?: string;
}

/** How a channel's data is read from a file system. */
export interface TrainingFileSystemOptions extends TrainingChannelOptions {
  /**
   * Whether the algorithm may write to the directory.
   *
   * @default false
   */
  readonly writable?: boolean;
}
