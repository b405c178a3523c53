import { Duration, Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { BatchInferenceInput } from './batch-inference-input';
import type { BatchInferenceModel } from './batch-inference-model';
import { bucketOwnerOf } from './bucket-owner';
import { MODEL_INVOCATION_JOB_DEFINITION } from './model-invocation-job-definition';
import { type IModelInvocationJob, ModelInvocationJobReference } from './model-invocation-job-reference';
import {
  modelInvocationJobRules,
  checkValues,
  LONGEST_TIMEOUT_HOURS,
  requireJobArn,
} from './model-invocation-job-rules';
import { ModelInvocationType } from './model-invocation-type';
import type { ModelInvocationJobAcceptance, ModelInvocationJobAttribute } from '../contract';
import type { JobAccessOptions } from '../job-access-options';
import type { JobOptions } from '../job-options';
import { JobOutput } from '../job-output';
import type { JobReferenceOptions } from '../job-reference';
import { JobWithRole } from '../job-with-role';
import { knownNumber } from '../validation/known-value';
import { durationIn } from '../validation/unit-value';

/** The shortest that the service takes. */
const DEFAULT_TIMEOUT = Duration.hours(24);

/** In which statuses a job has ended otherwise than well. */
const FAILED = ['Failed', 'Stopped', 'Expired'];
const COMPLETED = 'Completed';
const PARTIALLY_COMPLETED = 'PartiallyCompleted';

/** Properties of a `ModelInvocationJob`. */
export interface ModelInvocationJobProps extends JobOptions, JobAccessOptions {
  /**
   * The name of the job: 1 to 63 letters, digits, hyphens, plus signs and dots, which begins with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails; and as Bedrock
   * keeps the records of all jobs, a job that has failed has used its name up. Prefer a generated name.
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
   * The bucket that the results are written to. It must be in the Region of the stack.
   *
   * @default - a new private, encrypted bucket, which is kept when the stack is deleted
   */
  readonly outputBucket?: IBucket;

  /**
   * The prefix under which the results are written. The service makes a folder with the id of the job under it.
   *
   * @default - the job's folder lies at the top of the bucket
   */
  readonly outputPrefix?: string;

  /**
   * The account that owns the output bucket, if it is another than that of the stack: 12 digits.
   *
   * @default - the account of the bucket, where it is known to be another
   */
  readonly outputBucketOwner?: string;

  /**
   * The key that encrypts the results. Give the key itself: an alias that is only referenced grants nothing.
   *
   * @default - what the bucket says; a new bucket has keys that S3 manages
   */
  readonly outputEncryptionKey?: IKey;

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

/**
 * A Bedrock batch inference job: it calls a model with many records, and writes the model's answers to S3.
 *
 * The deployment starts the job, waits for it however long it takes, and fails with the job's own message if the job
 * fails, or if too many of its records have failed. A change of the input, of the model or of anything else in the
 * request runs a new job; tags are changed in place. Deleting the resource stops a job that runs. The service keeps the
 * records of jobs, and the results stay in their bucket.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html
 *
 * @example
 * const job = new ModelInvocationJob(this, 'Summaries', {
 *   input: BatchInferenceInput.fromAsset('records.jsonl'),
 *   model: BatchInferenceModel.inferenceProfile('us.amazon.nova-lite-v1:0'),
 *   modelInvocationType: ModelInvocationType.CONVERSE,
 *   maxErrorRecords: 5,
 * });
 * new CfnOutput(this, 'Results', { value: job.outputUri });
 */
export class ModelInvocationJob extends JobWithRole implements IModelInvocationJob {
  /**
   * A batch inference job that was made elsewhere, in the account and the Region of the stack: its results are read when
   * the stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param modelInvocationJobArn The ARN of the job.
   */
  public static fromModelInvocationJobArn(
    scope: Construct,
    id: string,
    modelInvocationJobArn: string,
    options?: JobReferenceOptions,
  ): IModelInvocationJob {
    requireJobArn(scope, modelInvocationJobArn);
    return new ModelInvocationJobReference(scope, id, modelInvocationJobArn, options);
  }

  private readonly output: JobOutput;
  private readonly acceptsPartialCompletion: boolean;

  constructor(scope: Construct, id: string, props: ModelInvocationJobProps) {
    super(scope, id, MODEL_INVOCATION_JOB_DEFINITION, props, props.modelInvocationJobName);
    checkValues(this, props);
    this.acceptsPartialCompletion = props.acceptPartialCompletion ?? false;
    const modelInvocationType = props.modelInvocationType ?? ModelInvocationType.INVOKE_MODEL;
    const { modelId, modelArns } = props.model.bind(this, this.role);
    const input = props.input.bind(this, this.role, { modelInvocationType });

    this.output = new JobOutput(this, props, '');
    const outputOwner = props.outputBucketOwner ?? bucketOwnerOf(this, this.output.bucket);
    this.output.grantWrite(this.role, { account: outputOwner ?? Stack.of(this).account, read: true });

    this._run({
      request: {
        modelId,
        modelInvocationType,
        inputDataConfig: {
          s3InputDataConfig: { s3Uri: input.s3Uri, s3InputFormat: 'JSONL', s3BucketOwner: input.bucketOwner },
        },
        outputDataConfig: {
          s3OutputDataConfig: {
            s3Uri: this.output.uri,
            s3EncryptionKeyId: props.outputEncryptionKey?.keyArn,
            s3BucketOwner: outputOwner,
          },
        },
        timeoutDurationInHours: durationIn('Hours', this, 'timeout', props.timeout ?? DEFAULT_TIMEOUT),
      },
      network: (subnetIds, securityGroupIds) => ({ vpcConfig: { subnetIds, securityGroupIds } }),
      maxRuntimeOf: ({ timeoutDurationInHours: hours }) => (knownNumber(hours) ?? LONGEST_TIMEOUT_HOURS) * 3600,
      outputs: ['ModelInvocationJobArn', ...(props.waitForCompletion === false ? [] : ['OutputUri'])],
      rules: modelInvocationJobRules,
      acceptance: acceptanceOf(props),
      createdOn: modelArns,
    });
  }

  public get modelInvocationJobArn(): string {
    return this.attribute('ModelInvocationJobArn');
  }

  public get modelInvocationJobName(): string {
    return this.attribute('ModelInvocationJobName');
  }

  public get modelInvocationJobStatus(): string {
    return this.result('modelInvocationJobStatus', 'ModelInvocationJobStatus');
  }

  public get modelInvocationJobMessage(): string {
    return this.result('modelInvocationJobMessage', 'ModelInvocationJobMessage');
  }

  public get totalRecordCount(): string {
    return this.result('totalRecordCount', 'TotalRecordCount');
  }

  public get processedRecordCount(): string {
    return this.result('processedRecordCount', 'ProcessedRecordCount');
  }

  public get successRecordCount(): string {
    return this.result('successRecordCount', 'SuccessRecordCount');
  }

  public get errorRecordCount(): string {
    return this.result('errorRecordCount', 'ErrorRecordCount');
  }

  /**
   * The S3 URI of the folder with the job's results: one `<name of the input file>.out` for each input file. It ends in
   * a slash.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
   * @attribute
   */
  public get outputUri(): string {
    return this.result('outputUri', 'OutputUri');
  }

  public get manifestUri(): string {
    return this.result('manifestUri', 'ManifestUri');
  }

  public get submitTime(): string {
    return this.result('submitTime', 'SubmitTime');
  }

  public get endTime(): string {
    return this.result('endTime', 'EndTime');
  }

  /**
   * The bucket that the results are written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  /**
   * Lets a principal read the results of the job, and whatever else lies under the output prefix.
   *
   * @param grantee The principal.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  /**
   * Makes a rule for every change of the job's status. EventBridge delivers such events as well as it can: the deployment
   * itself never depends on them.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it.
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-eventbridge.html
   */
  public onStateChange(id: string, options: events.OnEventOptions): events.Rule {
    return this._onEvent(id, options);
  }

  /**
   * Makes a rule for the end of a job that has completed; or completed partially, where that is accepted. It knows the
   * service's status only: that too many records have failed is a matter of the deployment.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it.
   */
  public onCompleted(id: string, options: events.OnEventOptions): events.Rule {
    const statuses = this.acceptsPartialCompletion ? [COMPLETED, PARTIALLY_COMPLETED] : [COMPLETED];
    return this._onEvent(id, options, statuses);
  }

  /**
   * Makes a rule for the end of a job that has failed, expired or been stopped; or completed partially, unless that is
   * accepted.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it.
   */
  public onFailed(id: string, options: events.OnEventOptions): events.Rule {
    const statuses = this.acceptsPartialCompletion ? FAILED : [...FAILED, PARTIALLY_COMPLETED];
    return this._onEvent(id, options, statuses);
  }

  private attribute(name: ModelInvocationJobAttribute): string {
    return this._attribute(name);
  }

  private result(member: string, name: ModelInvocationJobAttribute): string {
    return this._result(member, name);
  }
}

/** What counts as a success, as the handler is told. */
function acceptanceOf(props: ModelInvocationJobProps): ModelInvocationJobAcceptance | undefined {
  const { acceptPartialCompletion, maxErrorRecords, maxErrorShare } = props;
  if (!acceptPartialCompletion && maxErrorRecords === undefined && maxErrorShare === undefined) return undefined;
  return {
    PartialCompletion: acceptPartialCompletion ? 'true' : undefined,
    MaxErrorRecords: maxErrorRecords === undefined ? undefined : String(maxErrorRecords),
    MaxErrorShare: maxErrorShare === undefined ? undefined : String(maxErrorShare),
  };
}
