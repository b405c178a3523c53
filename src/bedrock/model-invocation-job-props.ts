import type { Duration } from 'aws-cdk-lib';
import type { BatchInferenceInput } from './batch-inference-input';
import type { BatchInferenceModel } from './batch-inference-model';
import type { ModelInvocationType } from './model-invocation-type';
import type { JobAccessOptions } from '../job/job-access-options';
import type { JobOptions } from '../job/job-options';
import type { JobOutputOptions } from '../job/job-output-options';

/** Properties of a `ModelInvocationJob`. */
export interface ModelInvocationJobProps extends JobOptions, JobAccessOptions, JobOutputOptions {
  /**
   * The name of the job: 1 to 63 letters, digits, hyphens, plus signs and dots, which begins with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails; and as Bedrock
   * keeps the records of all jobs, a job that has failed has used its name up. Prefer a generated name.
   *
   * A construct that is renamed or moved is another resource to CloudFormation, which makes the new one before it removes
   * the old one: with the same name, the deployment fails. Change the name in the same deployment. Two jobs of an app with
   * one name in an account and a Region are an error at synthesis.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly modelInvocationJobName?: string;

  /**
   * The records that the model is called with.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
   */
  readonly input: BatchInferenceInput;

  /**
   * The model that is called.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html
   */
  readonly model: BatchInferenceModel;

  /**
   * The API whose request body the `modelInput` of each record has.
   *
   * @default ModelInvocationType.INVOKE_MODEL
   */
  readonly modelInvocationType?: ModelInvocationType;

  /**
   * The account that owns the output bucket, if it is another than that of the stack: 12 digits.
   *
   * @default - the account of the bucket, where it is known to be another
   */
  readonly outputBucketOwner?: string;

  /**
   * After how long the service ends the job: 24 to 168 whole hours. It counts from the moment in which the service has
   * accepted the job; a job that has not begun by then expires, one that runs is completed partially.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html
   * @default Duration.hours(24)
   */
  readonly timeout?: Duration;

  /**
   * Whether a job that could not process all records before its time-out is a success.
   *
   * @default false
   */
  readonly acceptPartialCompletion?: boolean;

  /**
   * How many records may fail; a job with more failed records is a failure, whatever the service says.
   *
   * The limit belongs to the deployment and not to the job: changing it never runs the job again.
   *
   * @default - any number, as long as not every record has failed
   */
  readonly maxErrorRecords?: number;

  /**
   * What share of all records may fail, from 0 to 1; the same as `maxErrorRecords` otherwise.
   *
   * @default - any share, as long as not every record has failed
   */
  readonly maxErrorShare?: number;
}
