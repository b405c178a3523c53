import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { TRANSFORM_JOB_DEFINITION } from './transform-job-definition';
import type { TransformJobAttribute } from '../../contract';
import { arnOfJob } from '../../job/job-name';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';

/** A SageMaker batch transform job, made here or elsewhere. */
export interface ITransformJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly transformJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly transformJobName: string;

  /**
   * The status of the job: `Completed`.
   *
   * @attribute
   */
  readonly transformJobStatus: string;

  /**
   * The S3 URI of the folder with the job's results: for each object of the input one, with the same name and `.out`
   * after it. A job that was made here has a folder of its own, and the URI ends in a slash.
   *
   * @attribute
   */
  readonly transformOutputUri: string;

  /**
   * When the job started (ISO 8601).
   *
   * @attribute
   */
  readonly transformStartTime: string;

  /**
   * When the job ended (ISO 8601).
   *
   * @attribute
   */
  readonly transformEndTime: string;

  /**
   * Lets a principal read the results of the job.
   *
   * @param grantee The principal.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;
}

/** A batch transform job that was made elsewhere. */
export class TransformJobReference extends OutputReference<TransformJobAttribute> implements ITransformJob {
  public readonly transformJobArn = this._attribute('TransformJobArn');
  public readonly transformJobName = this._attribute('TransformJobName');
  public readonly transformJobStatus = this._attribute('TransformJobStatus');
  public readonly transformOutputUri = this._attribute('TransformOutputUri');
  public readonly transformStartTime = this._attribute('TransformStartTime');
  public readonly transformEndTime = this._attribute('TransformEndTime');

  constructor(scope: Construct, id: string, name: string, options?: JobReferenceOptions) {
    super(
      scope,
      id,
      TRANSFORM_JOB_DEFINITION,
      arnOfJob(scope, TRANSFORM_JOB_DEFINITION, name),
      'TransformOutputUri',
      options,
    );
  }
}
