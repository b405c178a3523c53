import { RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { grantInvokeModel } from './imported-model-access';
import { MODEL_IMPORT_JOB_DEFINITION } from './model-import-job-definition';
import type { ModelImportJobProps } from './model-import-job-props';
import { type IModelImportJob, ModelImportJobReference } from './model-import-job-reference';
import { checkValues, importRegionRules } from './model-import-job-rules';
import type { ModelImportJobAttribute } from '../../contract';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithRole } from '../../job/job-with-role';
import { noteAll } from '../../validation/noted-findings';
import { requireJobArn } from '../job-arn-rule';
import { callsOnMadeModel, deletionsOfMadeModel, keyOfMadeModel, type MadeModel } from '../made-model';

/**
 * A Bedrock model import job: it makes a model that was trained elsewhere one of Bedrock's, to be called on demand.
 *
 * The deployment starts the job, waits for it for up to 4 hours, unless `waitTimeout` says otherwise, and fails with the job's own message
 * if the job fails. A change of the model or of anything else in the request runs a new job, which imports another model; tags are
 * changed in place, and a model keeps those that it was imported with. Nobody can stop such a job: deleting the resource of one that
 * runs waits for its end. The service keeps the records of jobs; the imported model stays, too, unless
 * `importedModelRemovalPolicy` says otherwise.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html
 *
 * @example
 * declare const models: s3.Bucket;
 * declare const chat: iam.Role;
 *
 * const imported = new ModelImportJob(this, 'Import', {
 *   modelSource: ModelImportSource.fromBucket(models, 'llama-3.1-8b-support/'),
 * });
 * imported.grantInvoke(chat);
 */
@propertyInjectable
export class ModelImportJob extends JobWithRole implements IModelImportJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.ModelImportJob';

  /**
   * A model import job that was made elsewhere, in the account and the Region of the stack: its results are read when the
   * stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param modelImportJobArn The ARN of the job.
   */
  public static fromModelImportJobArn(
    scope: Construct,
    id: string,
    modelImportJobArn: string,
    options?: JobReferenceOptions,
  ): IModelImportJob {
    requireJobArn(scope, modelImportJobArn, MODEL_IMPORT_JOB_DEFINITION, { noun: 'a model import job' });
    return new ModelImportJobReference(scope, id, modelImportJobArn, options);
  }

  public readonly importedModelEncryptionKey?: IKey;

  constructor(scope: Construct, id: string, props: ModelImportJobProps) {
    super(scope, id, MODEL_IMPORT_JOB_DEFINITION, props);
    checkValues(this, props);
    noteAll(this, importRegionRules(this));
    const { importedModelEncryptionKey: key, importedModelRemovalPolicy: policy } = props;
    const { s3Uri } = props.modelSource.bind(this, this.role);
    this.importedModelEncryptionKey = key;

    const model: MadeModel = { type: 'imported-model', policy, key };
    this._run({
      request: {
        importedModelName: props.importedModelName,
        modelDataSource: { s3DataSource: { s3Uri } },
        importedModelKmsKeyId: keyOfMadeModel(this, this.role, 'importedModelEncryptionKey', key),
      },
      network: (subnetIds, securityGroupIds) => ({ vpcConfig: { subnetIds, securityGroupIds } }),
      outputs: ['ModelImportJobArn'],
      results: ['ImportedModelArn'],
      rules: () => [],
      furtherCalls: [...callsOnMadeModel(this, model)],
      deletionCalls: deletionsOfMadeModel(this, model),
      deletesResult: policy === RemovalPolicy.DESTROY,
    });
  }

  public get modelImportJobArn(): string {
    return this.attribute('ModelImportJobArn');
  }

  public get modelImportJobName(): string {
    return this.attribute('ModelImportJobName');
  }

  public get modelImportJobStatus(): string {
    return this.result('ModelImportJobStatus');
  }

  public get importedModelArn(): string {
    return this.result('ImportedModelArn');
  }

  public get importedModelName(): string {
    return this.attribute('ImportedModelName');
  }

  public get creationTime(): string {
    return this.attribute('CreationTime');
  }

  public get endTime(): string {
    return this.result('EndTime');
  }

  public grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return grantInvokeModel(this, grantee, this.importedModelArn, this.importedModelEncryptionKey);
  }

  private readonly attribute = (name: ModelImportJobAttribute): string => this._attribute(name);
  private readonly result = (name: ModelImportJobAttribute): string => this._result(name);
}
