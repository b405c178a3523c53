import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { grantInvokeModel } from './imported-model-access';
import { MODEL_IMPORT_JOB_DEFINITION } from './model-import-job-definition';
import type { ModelImportJobAttribute } from '../../contract';
import { JobReference, type JobReferenceOptions } from '../../job/job-reference';
import { referenceKey } from '../../job/reference-key';

/** A Bedrock model import job, made here or elsewhere. */
export interface IModelImportJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly modelImportJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly modelImportJobName: string;

  /**
   * The status of the job: `Completed`.
   *
   * @attribute
   */
  readonly modelImportJobStatus: string;

  /**
   * The ARN of the imported model: it is the `modelId` of calls such as `InvokeModel`. Batch inference takes no imported model.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html
   * @attribute
   */
  readonly importedModelArn: string;

  /**
   * The name of the imported model.
   *
   * @attribute
   */
  readonly importedModelName: string;

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
   * The KMS key that the imported model is encrypted with, as far as the app knows it: what calls the model must be allowed
   * to decrypt with it.
   */
  readonly importedModelEncryptionKey?: IKey;

  /**
   * Lets a principal call the imported model, and decrypt it with the key that the app knows.
   *
   * @param grantee The principal.
   */
  grantInvoke(grantee: iam.IGrantable): iam.Grant;
}

/** A model import job that was made elsewhere. */
export class ModelImportJobReference extends JobReference<ModelImportJobAttribute> implements IModelImportJob {
  public readonly modelImportJobArn = this._attribute('ModelImportJobArn');
  public readonly modelImportJobName = this._attribute('ModelImportJobName');
  public readonly modelImportJobStatus = this._attribute('ModelImportJobStatus');
  public readonly importedModelArn = this._attribute('ImportedModelArn');
  public readonly importedModelName = this._attribute('ImportedModelName');
  public readonly creationTime = this._attribute('CreationTime');
  public readonly endTime = this._attribute('EndTime');
  public readonly importedModelEncryptionKey?: IKey;

  constructor(scope: Construct, id: string, arn: string, options?: JobReferenceOptions) {
    super(scope, id, MODEL_IMPORT_JOB_DEFINITION, arn, options);
    this.importedModelEncryptionKey = referenceKey(this, options, 'importedModelEncryptionKey');
  }

  public grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return grantInvokeModel(this, grantee, this.importedModelArn, this.importedModelEncryptionKey);
  }
}
