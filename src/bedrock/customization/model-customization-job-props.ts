import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { CustomizationBaseModel } from './customization-base-model';
import type { CustomizationData } from './customization-data';
import type { ModelCustomization } from './model-customization';
import type { JobAccessOptions } from '../../job/job-access-options';
import type { JobOptions } from '../../job/job-options';

/** Properties of a `ModelCustomizationJob`. */
export interface ModelCustomizationJobProps extends JobOptions, JobAccessOptions {
  /**
   * The name of the job: 1 to 63 letters, digits, hyphens, plus signs and dots, which begins with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails; and as Bedrock
   * keeps the records of all jobs, a job that has failed has used its name up. Prefer a generated name.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly modelCustomizationJobName?: string;

  /**
   * The name of the custom model: 1 to 63 letters and digits, with single hyphens or underscores between and after them.
   *
   * A name serves one model only: a job that changes makes another model, and needs another name for it. Prefer a generated
   * name.
   *
   * @default - the name of the job, with single hyphens
   */
  readonly customModelName?: string;

  /**
   * The model that is customized.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-fine-tuning.html
   */
  readonly baseModel: CustomizationBaseModel;

  /**
   * What is done with the base model.
   *
   * @default ModelCustomization.fineTuning()
   */
  readonly customization?: ModelCustomization;

  /**
   * The data that the model learns from.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
   */
  readonly trainingData: CustomizationData;

  /**
   * The data that the model is validated with: up to 10 files. Most models take one.
   *
   * @default - the model is not validated
   */
  readonly validationData?: CustomizationData[];

  /**
   * The hyperparameters of the base model, such as `epochCount`, `batchSize` and `learningRate`: texts, by their names.
   *
   * Those of reinforcement fine-tuning are options of `ModelCustomization.reinforcementFineTuning()`. They are in the template,
   * so that none may be a secret.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models-hp.html
   * @default - the defaults of the base model
   */
  readonly hyperparameters?: { [name: string]: string };

  /**
   * The key that encrypts the custom model. Give the key itself: an alias that is only referenced grants nothing.
   *
   * The batch inference jobs and the customization jobs of the app that use the model may decrypt with it; whoever else
   * calls the model needs that right, too.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html
   * @default - a key that AWS owns
   */
  readonly customModelEncryptionKey?: IKey;

  /**
   * What becomes of the custom model when the job is removed from the stack, or another job takes its place: `RETAIN` or
   * `DESTROY`. A model that is kept costs its storage.
   *
   * With `DESTROY`, the engine may delete custom models, which it may not otherwise. A model goes when nothing serves it any
   * more: until its provisioned throughput and its deployments are gone, the deletion of a stack waits, and fails in the end. Where
   * another job takes its place, CloudFormation tries three times, and then forgets the model, which stays and costs: the events of the
   * stack say so, and `aws bedrock delete-custom-model` deletes it.
   *
   * The policy belongs to the deployment and not to the job: changing it never runs the job again.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly customModelRemovalPolicy?: RemovalPolicy;

  /**
   * The bucket that the metrics of the job are written to. It must be in the Region of the stack. Its own settings say how the
   * metrics are encrypted.
   *
   * @default - a new private, encrypted bucket, which is kept when the stack is deleted
   */
  readonly outputBucket?: IBucket;

  /**
   * The key that encrypts the bucket of the job's own, where `outputBucket` is not given: Bedrock writes the metrics as their
   * bucket says, and takes no other key.
   *
   * @default - the bucket of the job's own is encrypted with keys that S3 manages
   */
  readonly outputEncryptionKey?: IKey;

  /**
   * The prefix under which the metrics are written. The service makes a folder with the id of the job under it.
   *
   * @default - the job's folder lies at the top of the bucket
   */
  readonly outputPrefix?: string;
}
