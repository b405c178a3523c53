import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { MODEL_CUSTOMIZATION_JOB_DEFINITION } from './model-customization-job-definition';
import type { ModelCustomizationJobAttribute } from '../../contract';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';
import { isUnknown } from '../../validation/unknown-value';

/** A Bedrock model customization job, made here or elsewhere. */
export interface IModelCustomizationJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly modelCustomizationJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly modelCustomizationJobName: string;

  /**
   * The status of the job: `Completed`.
   *
   * @attribute
   */
  readonly modelCustomizationJobStatus: string;

  /**
   * The ARN of the custom model that the job has made. It is what provisioned throughput is bought for, what a deployment for
   * on-demand inference takes, and what a batch inference job calls.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-use.html
   * @attribute
   */
  readonly customModelArn: string;

  /**
   * The name of the custom model.
   *
   * @attribute
   */
  readonly customModelName: string;

  /**
   * The ARN of the base model.
   *
   * @attribute
   */
  readonly baseModelArn: string;

  /**
   * The loss on the training data, at the end.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-analyze.html
   * @attribute
   */
  readonly trainingLoss: string;

  /**
   * The loss on the validation data, at the end; with several data sets, that on each, in their order, separated by commas.
   * It is empty without validation data.
   *
   * @attribute
   */
  readonly validationLoss: string;

  /**
   * The S3 URI of the folder with the job's metrics: `training_artifacts/step_wise_training_metrics.csv` and others. It ends
   * in a slash.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-analyze.html
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
   * When the job ended (ISO 8601).
   *
   * @attribute
   */
  readonly endTime: string;

  /**
   * The id of the foundation model that was customized, or that the customized model was made of, as far as the app knows it:
   * it says which request body the records of a batch inference job with the custom model have.
   */
  readonly foundationModelId?: string;

  /**
   * The KMS key that the custom model is encrypted with, as far as the app knows it: what uses the model must be allowed to
   * decrypt with it.
   */
  readonly customModelEncryptionKey?: IKey;

  /**
   * Lets a principal read the metrics of the job.
   *
   * @param grantee The principal.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;
}

/** A model customization job that was made elsewhere. */
export class ModelCustomizationJobReference
  extends OutputReference<ModelCustomizationJobAttribute>
  implements IModelCustomizationJob
{
  public readonly modelCustomizationJobArn = this._attribute('ModelCustomizationJobArn');
  public readonly modelCustomizationJobName = this._attribute('ModelCustomizationJobName');
  public readonly modelCustomizationJobStatus = this._attribute('ModelCustomizationJobStatus');
  public readonly customModelArn = this._attribute('CustomModelArn');
  public readonly customModelName = this._attribute('CustomModelName');
  public readonly baseModelArn = this._attribute('BaseModelArn');
  public readonly trainingLoss = this._attribute('TrainingLoss');
  public readonly validationLoss = this._attribute('ValidationLoss');
  public readonly outputUri = this._attribute('OutputUri');
  public readonly creationTime = this._attribute('CreationTime');
  public readonly endTime = this._attribute('EndTime');
  public readonly foundationModelId?: string;

  constructor(scope: Construct, id: string, arn: string, options?: JobReferenceOptions) {
    super(scope, id, MODEL_CUSTOMIZATION_JOB_DEFINITION, arn, 'OutputUri', options);
    // the ARN of a job has that of its base model in it
    this.foundationModelId = isUnknown(arn) ? undefined : /:model-customization-job\/([^/]+)\//.exec(arn)?.[1];
  }
}
