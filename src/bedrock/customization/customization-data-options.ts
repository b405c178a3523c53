import type { Size } from 'aws-cdk-lib';
import type { InvocationLogFilter } from './invocation-log-filter';

/** How local data is read before it is uploaded. */
export interface CustomizationAssetOptions {
  /**
   * How many records the file must have at least: that depends on the base model. Fewer are an error at synthesis.
   *
   * A whole number of at least 0.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
   * @default 1
   */
  readonly minimumRecords?: number;

  /**
   * How large the file may be: that depends on the base model. More is an error at synthesis.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
   * @default Size.gibibytes(10)
   */
  readonly maximumSize?: Size;
}

/** Whose the bucket is that data lies in. */
export interface CustomizationBucketOptions {
  /**
   * The id of the account that owns the bucket: 12 digits. Where it is another one than that of the job, the bucket's
   * policy must let the job's role read the data.
   *
   * @default - the account of the bucket
   */
  readonly bucketOwner?: string;
}

/** Which logs of invocations a model learns from. */
export interface InvocationLogOptions extends CustomizationBucketOptions {
  /**
   * Whether the answers in the logs are taken, too, and not the prompts alone.
   *
   * @default - what the service does unless it is told otherwise: it takes the prompts
   */
  readonly usePromptResponse?: boolean;

  /**
   * Which invocations are taken.
   *
   * @default - all of them
   */
  readonly filter?: InvocationLogFilter;
}

/** What data has to know of the job that it is given to. */
export interface CustomizationDataBindOptions {
  /** The property that the data is given to, for messages, such as `trainingData`. */
  readonly property: string;

  /** What is done with the base model, as the API calls it: it says which form records have. */
  readonly customizationType: string;

  /**
   * The id of the foundation model that is customized, or that the customized model was made of: it says more of the
   * records.
   *
   * @default - it is not known
   */
  readonly foundationModelId?: string;
}

/** What binding data to a job comes to. */
export interface CustomizationDataConfig {
  /**
   * The S3 URI of the file.
   *
   * @default - the data are logs of invocations
   */
  readonly s3Uri?: string;

  /**
   * Which logs of invocations are taken: an `InvocationLogsConfig` of the API.
   *
   * @default - the data is in a file
   */
  readonly invocationLogsConfig?: { [member: string]: unknown };
}
