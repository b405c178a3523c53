import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { MODEL_INVOCATION_JOB_DEFINITION } from './model-invocation-job-definition';
import type { ModelInvocationJobAttribute } from '../contract';
import type { JobReferenceOptions } from '../job/job-reference';
import { OutputReference } from '../job/output-reference';

/** A Bedrock batch inference job, made here or elsewhere. */
export interface IModelInvocationJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly modelInvocationJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly modelInvocationJobName: string;

  /**
   * The status of the job: `Completed`, or `PartiallyCompleted` where that is accepted.
   *
   * @attribute
   */
  readonly modelInvocationJobStatus: string;

  /**
   * What the service says of how the job has ended: 1,000 bytes of it at most, and fewer beside a very long output URI;
   * empty where it says nothing.
   *
   * @attribute
   */
  readonly modelInvocationJobMessage: string;

  /**
   * How many records the input has.
   *
   * @attribute
   */
  readonly totalRecordCount: string;

  /**
   * How many records were processed, whether they succeeded or failed.
   *
   * @attribute
   */
  readonly processedRecordCount: string;

  /**
   * How many records succeeded.
   *
   * @attribute
   */
  readonly successRecordCount: string;

  /**
   * How many records failed; their lines in the results have an `error` instead of a `modelOutput`.
   *
   * @attribute
   */
  readonly errorRecordCount: string;

  /**
   * The S3 URI of the folder with the job's results: one `<name of the input file>.out` for each input file. It ends in
   * a slash.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
   * @attribute
   */
  readonly outputUri: string;

  /**
   * The S3 URI of the file with the record and token counts of the job.
   *
   * @attribute
   */
  readonly manifestUri: string;

  /**
   * When the service accepted the job (ISO 8601).
   *
   * @attribute
   */
  readonly submitTime: string;

  /**
   * When the job ended (ISO 8601).
   *
   * @attribute
   */
  readonly endTime: string;

  /**
   * Lets a principal read the results of the job.
   *
   * @param grantee The principal.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;
}

/** A batch inference job that was made elsewhere. */
export class ModelInvocationJobReference
  extends OutputReference<ModelInvocationJobAttribute>
  implements IModelInvocationJob
{
  public readonly modelInvocationJobArn = this._attribute('ModelInvocationJobArn');
  public readonly modelInvocationJobName = this._attribute('ModelInvocationJobName');
  public readonly modelInvocationJobStatus = this._attribute('ModelInvocationJobStatus');
  public readonly modelInvocationJobMessage = this._attribute('ModelInvocationJobMessage');
  public readonly totalRecordCount = this._attribute('TotalRecordCount');
  public readonly processedRecordCount = this._attribute('ProcessedRecordCount');
  public readonly successRecordCount = this._attribute('SuccessRecordCount');
  public readonly errorRecordCount = this._attribute('ErrorRecordCount');
  public readonly outputUri = this._attribute('OutputUri');
  public readonly manifestUri = this._attribute('ManifestUri');
  public readonly submitTime = this._attribute('SubmitTime');
  public readonly endTime = this._attribute('EndTime');

  constructor(scope: Construct, id: string, arn: string, options?: JobReferenceOptions) {
    super(scope, id, MODEL_INVOCATION_JOB_DEFINITION, arn, 'OutputUri', options);
  }
}
