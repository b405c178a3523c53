import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EVALUATION_JOB_DEFINITION } from './evaluation-job-definition';
import type { EvaluationJobAttribute } from '../../contract';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';

/** A Bedrock evaluation job, made here or elsewhere. */
export interface IEvaluationJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly evaluationJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly evaluationJobName: string;

  /**
   * The status of the job: `Completed`.
   *
   * @attribute
   */
  readonly evaluationJobStatus: string;

  /**
   * The S3 URI of the folder with the job's results: a line for each prompt, with the result of each metric. It ends in a slash.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-s3.html
   * @attribute
   */
  readonly outputUri: string;

  /**
   * When the service accepted the job (ISO 8601).
   *
   * @attribute
   */
  readonly creationTime: string;

  /**
   * When the job changed last, which is when it ended (ISO 8601).
   *
   * @attribute
   */
  readonly lastModifiedTime: string;

  /**
   * Lets a principal read the results of the job.
   *
   * @param grantee The principal.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;
}

/** An evaluation job that was made elsewhere. */
export class EvaluationJobReference extends OutputReference<EvaluationJobAttribute> implements IEvaluationJob {
  public readonly evaluationJobArn = this._attribute('EvaluationJobArn');
  public readonly evaluationJobName = this._attribute('EvaluationJobName');
  public readonly evaluationJobStatus = this._attribute('EvaluationJobStatus');
  public readonly outputUri = this._attribute('OutputUri');
  public readonly creationTime = this._attribute('CreationTime');
  public readonly lastModifiedTime = this._attribute('LastModifiedTime');

  constructor(scope: Construct, id: string, arn: string, options?: JobReferenceOptions) {
    super(scope, id, EVALUATION_JOB_DEFINITION, arn, 'OutputUri', options);
  }
}
