import type { Duration, Size } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IModelRef } from 'aws-cdk-lib/aws-sagemaker';
import type { ExperimentConfig } from '../experiment-config';
import type { MlInstanceType } from '../ml-instance-type';
import type { TransformDataCapture } from './transform-data-capture';
import type { TransformInput } from './transform-input';
import type { TransformAssemblyType, TransformBatchStrategy, TransformJoinSource } from './transform-records';
import type { JobOptions } from '../../job/job-options';
import type { JobOutputOptions } from '../../job/job-output-options';

/** Properties of a `TransformJob`. */
export interface TransformJobProps extends JobOptions, JobOutputOptions {
  /**
   * The name of the job: 1 to 63 letters, digits and hyphens, which begins and ends with a letter or digit.
   *
   * SageMaker keeps the records of transform jobs for good, so that a name serves one job only. Changing the job means
   * changing the name with it, or the deployment fails: prefer a generated name.
   *
   * A construct that is renamed or moved is another resource to CloudFormation, which makes the new one before it removes
   * the old one: with the same name, the deployment fails. Change the name in the same deployment. Two jobs of an app with
   * one name in an account and a Region are an error at synthesis.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly transformJobName?: string;

  /**
   * The model, in the account and the Region of the stack: a `CfnModel`, or what `createModel` of a job returns.
   *
   * @default - `modelName` says which: exactly one of both must be given
   */
  readonly model?: IModelRef;

  /**
   * The name of the model, in the account and the Region of the stack: 1 to 63 letters, digits and hyphens. That of a
   * model in the stack is its attribute: `CfnModel.attrModelName`.
   *
   * @default - `model` says which: exactly one of both must be given
   */
  readonly modelName?: string;

  /**
   * The role of the model: SageMaker runs the job with it. It is given the right to read the input, to write the output
   * and what else the job writes, to use the keys of all these, and to write the log of transform jobs. What the model
   * itself needs, such as its image and its data, is not the job's to grant: where the app makes the model and its role,
   * `modelName` being the attribute of the model, a warning says at synthesis what no policy of the role allows.
   *
   * Give the role here wherever the model is made by the same app. It is an error if it is not the role of the model, or
   * does not let SageMaker assume it, as far as the app knows.
   *
   * @default - the role of `model`, if that was made with `createModel`; otherwise the role is not known, and must have
   * these rights already
   */
  readonly modelRole?: iam.IRole;

  /** What the model is called with. */
  readonly input: TransformInput;

  /**
   * The MIME type that the model is asked to answer with, such as `text/csv`: up to 256 characters.
   *
   * @default - the container of the model chooses one
   */
  readonly accept?: string;

  /**
   * How the answers of the model are put together to one object.
   *
   * @default TransformAssemblyType.NONE
   */
  readonly assembleWith?: TransformAssemblyType;

  /**
   * The type of the instances. SageMaker transforms on fewer types than it trains on.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformResources.html
   */
  readonly instanceType: MlInstanceType;

  /**
   * The number of instances: 1 to 100. Each object of the input is transformed by one of them.
   *
   * @default 1
   */
  readonly instanceCount?: number;

  /**
   * The key that encrypts the volumes of the instances. Instances with a disk of their own take none.
   *
   * @default - a key of SageMaker's
   */
  readonly volumeEncryptionKey?: IKey;

  /**
   * The image of the instances, such as `al2-ami-sagemaker-batch-gpu-535`: 1 to 63 letters, digits and hyphens. It
   * decides on the driver of the GPU.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformResources.html
   * @default - SageMaker chooses one
   */
  readonly transformAmiVersion?: string;

  /**
   * How many requests each instance gets at the same time, at most. Together with `maxPayload`, they must have no more
   * than 100 MB.
   *
   * @default - what the container says, or else 1
   */
  readonly maxConcurrentTransforms?: number;

  /**
   * How long the model may take to answer a request: 1 second to 1 hour.
   *
   * @default Duration.minutes(10)
   */
  readonly invocationsTimeout?: Duration;

  /**
   * How often a request that has failed is sent again, at most: 0 to 3 times.
   *
   * @default 3
   */
  readonly invocationsMaxRetries?: number;

  /**
   * The largest request: 0 to 100 whole MB, which must have room for the largest record. With 0, requests are streamed
   * and may be of any size, which the built-in algorithms of SageMaker do not take.
   *
   * @default Size.mebibytes(6)
   */
  readonly maxPayload?: Size;

  /**
   * How many records a request has. It matters only if the input has a `splitType`.
   *
   * @default - what the container says, or else as many as there is room for
   */
  readonly batchStrategy?: TransformBatchStrategy;

  /**
   * The environment of the model's container, besides that which the model says: up to 16 variables. A name has up to
   * 1,024 letters, digits and underscores and does not begin with a digit, a value up to 10,240 characters. They are no
   * place for secrets.
   *
   * @default - the environment that the model says
   */
  readonly environment?: { [name: string]: string };

  /**
   * Where the job keeps what it has read and written, for SageMaker Model Monitor, which has been closed to new customers
   * since 2026-07-30.
   *
   * @default - it keeps nothing besides its results
   */
  readonly dataCapture?: TransformDataCapture;

  /**
   * The part of each record that the model gets, as a JSONPath of up to 63 characters: `$[1:]` leaves out the first
   * column. The data must be of the type `text/csv`, `application/json` or `application/jsonlines`.
   *
   * Batch transform supports the operators `$`, `.name`, `['name','name']`, `*`, `[0]`, `[0,-1]`, `[1:5]` and `[0,5:]`,
   * with one range at most; for CSV, those with indexes. Any other path is an error at synthesis.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
   * @default - the whole record
   */
  readonly inputFilter?: string;

  /**
   * The part of each result that is written, as a JSONPath of up to 63 characters: `$[0,-1]` is the first column of the
   * input and the answer of the model, where these are joined. In JSON, the answer is called `SageMakerOutput`:
   * `$['id','SageMakerOutput']`. The data must be of the same types, and the path have the same operators, as for
   * `inputFilter`.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
   * @default - the whole result
   */
  readonly outputFilter?: string;

  /**
   * What the answers of the model are joined with. To join them with the input, `accept` and the content type of the input
   * must each be one of the types for `inputFilter`, and `assembleWith` be as its `splitType`: both lines for CSV.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
   * @default TransformJoinSource.NONE
   */
  readonly joinSource?: TransformJoinSource;

  /**
   * The experiment that the job is part of.
   *
   * @default - the job is in no experiment
   */
  readonly experiment?: ExperimentConfig;
}
