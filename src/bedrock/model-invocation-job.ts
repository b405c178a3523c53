import { Duration, Stack } from 'aws-cdk-lib';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import type { BatchInferenceBindOptions } from './batch-inference-input';
import { bedrockRegionRules } from './bedrock-region-rules';
import { bucketOwnerOf } from './bucket-owner';
import { requireJobArn } from './job-arn-rule';
import { allowUseOfModel } from './made-model-key';
import { MODEL_INVOCATION_JOB_DEFINITION } from './model-invocation-job-definition';
import type { ModelInvocationJobProps } from './model-invocation-job-props';
import { type IModelInvocationJob, ModelInvocationJobReference } from './model-invocation-job-reference';
import { modelInvocationJobRules, checkValues, LONGEST_TIMEOUT_HOURS } from './model-invocation-job-rules';
import { ModelInvocationType } from './model-invocation-type';
import type { ModelInvocationJobAcceptance, ModelInvocationJobAttribute } from '../contract';
import { COMPLETED, FAILED } from '../job/job-event-rule';
import { JobOutput } from '../job/job-output';
import type { JobReferenceOptions } from '../job/job-reference';
import { JobWithEvents } from '../job/job-with-events';
import { knownMembers, knownNumber } from '../validation/known-value';
import { noteAll } from '../validation/noted-findings';
import { durationIn } from '../validation/unit-value';

/** The shortest that the service takes. */
const DEFAULT_TIMEOUT = Duration.hours(24);

const EXPIRED = 'Expired';
const PARTIALLY_COMPLETED = 'PartiallyCompleted';

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
@propertyInjectable
export class ModelInvocationJob extends JobWithEvents implements IModelInvocationJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.ModelInvocationJob';

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
    requireJobArn(scope, modelInvocationJobArn, MODEL_INVOCATION_JOB_DEFINITION, { noun: 'a batch inference job' });
    return new ModelInvocationJobReference(scope, id, modelInvocationJobArn, options);
  }

  private readonly output: JobOutput;
  private readonly acceptsPartialCompletion: boolean;

  constructor(scope: Construct, id: string, props: ModelInvocationJobProps) {
    super(scope, id, MODEL_INVOCATION_JOB_DEFINITION, props);
    checkValues(this, props);
    noteAll(this, bedrockRegionRules(this, 'a batch inference job', 'model'));
    this.acceptsPartialCompletion = props.acceptPartialCompletion ?? false;
    const modelInvocationType = props.modelInvocationType ?? ModelInvocationType.INVOKE_MODEL;
    const { modelId, modelArns, foundationModelIds, encryptionKey } = props.model.bind(this, this.role);
    const calls = overriddenCalls(props.requestOverrides, { modelInvocationType, foundationModelIds });
    const input = props.input.bind(this, this.role, calls);

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
            s3EncryptionKeyId: this.output.encryptionKey?.keyArn,
            s3BucketOwner: outputOwner,
          },
        },
        timeoutDurationInHours: durationIn('Hours', this, 'timeout', props.timeout ?? DEFAULT_TIMEOUT),
      },
      network: (subnetIds, securityGroupIds) => ({ vpcConfig: { subnetIds, securityGroupIds } }),
      maxRuntimeOf: ({ timeoutDurationInHours: hours }) => (knownNumber(hours) ?? LONGEST_TIMEOUT_HOURS) * 3600,
      outputs: ['ModelInvocationJobArn'],
      results: ['OutputUri'],
      rules: modelInvocationJobRules,
      acceptance: acceptanceOf(props),
      createdOn: modelArns,
      furtherCalls: allowUseOfModel(this, this.role, encryptionKey),
    });
  }

  public get modelInvocationJobArn(): string {
    return this.attribute('ModelInvocationJobArn');
  }

  public get modelInvocationJobName(): string {
    return this.attribute('ModelInvocationJobName');
  }

  public get modelInvocationJobStatus(): string {
    return this.result('ModelInvocationJobStatus');
  }

  public get modelInvocationJobMessage(): string {
    return this.result('ModelInvocationJobMessage');
  }

  public get totalRecordCount(): string {
    return this.result('TotalRecordCount');
  }

  public get processedRecordCount(): string {
    return this.result('ProcessedRecordCount');
  }

  public get successRecordCount(): string {
    return this.result('SuccessRecordCount');
  }

  public get errorRecordCount(): string {
    return this.result('ErrorRecordCount');
  }

  /**
   * The S3 URI of the folder with the job's results: one `<name of the input file>.out` for each input file. It ends in
   * a slash.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
   * @attribute
   */
  public get outputUri(): string {
    return this.result('OutputUri');
  }

  public get manifestUri(): string {
    return this.result('ManifestUri');
  }

  public get submitTime(): string {
    return this.result('SubmitTime');
  }

  public get endTime(): string {
    return this.result('EndTime');
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
   * How many records a run has worked through.
   *
   * @default - the sum over 5 minutes
   */
  public metricRecords(props?: MetricOptions): Metric {
    return this._runMetric('Records', props);
  }

  /**
   * How many records of a run have failed.
   *
   * @default - the sum over 5 minutes
   */
  public metricErrorRecords(props?: MetricOptions): Metric {
    return this._runMetric('ErrorRecords', props);
  }

  /**
   * Makes a rule for the end of a job that has completed; or completed partially, where that is accepted. It knows the
   * service's status only: that too many records have failed is a matter of the deployment.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public override onCompleted(id: string, options: events.OnEventOptions = {}): events.Rule {
    const statuses = this.acceptsPartialCompletion ? [...COMPLETED, PARTIALLY_COMPLETED] : COMPLETED;
    return this._onEvent(id, options, statuses);
  }

  /**
   * Makes a rule for the end of a job that has failed, expired or been stopped; or completed partially, unless that is
   * accepted.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public override onFailed(id: string, options: events.OnEventOptions = {}): events.Rule {
    const statuses = [...FAILED, EXPIRED, ...(this.acceptsPartialCompletion ? [] : [PARTIALLY_COMPLETED])];
    return this._onEvent(id, options, statuses);
  }

  private readonly attribute = (name: ModelInvocationJobAttribute): string => this._attribute(name);
  private readonly result = (name: ModelInvocationJobAttribute): string => this._result(name);
}

/** How the model is called, as far as overrides do not say it otherwise. */
function overriddenCalls(overrides: unknown, calls: BatchInferenceBindOptions): BatchInferenceBindOptions {
  const { modelId, modelInvocationType } = knownMembers(overrides) ?? {};
  const type = Object.values(ModelInvocationType).find((each) => each === modelInvocationType);
  return {
    modelInvocationType: type ?? calls.modelInvocationType,
    foundationModelIds: modelId === undefined ? calls.foundationModelIds : undefined,
  };
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
