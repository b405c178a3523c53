import { RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { allowUseOfModel } from '../made-model-key';
import type { CustomizationData } from './customization-data';
import type { CustomizationDataBindOptions } from './customization-data-options';
import { ModelCustomization } from './model-customization';
import { MODEL_CUSTOMIZATION_JOB_DEFINITION } from './model-customization-job-definition';
import type { ModelCustomizationJobProps } from './model-customization-job-props';
import { type IModelCustomizationJob, ModelCustomizationJobReference } from './model-customization-job-reference';
import { checkValues, modelCustomizationJobRules } from './model-customization-job-rules';
import type { ModelCustomizationJobAttribute } from '../../contract';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithEvents } from '../../job/job-with-events';
import { inKeyOrder } from '../../key-order';
import { refusal } from '../../validation/finding';
import { knownText } from '../../validation/known-value';
import { note, noteAll } from '../../validation/noted-findings';
import { allModelsArn } from '../bedrock-arn';
import { bedrockRegionRules } from '../bedrock-region-rules';
import { requireJobArn } from '../job-arn-rule';
import { callsOnMadeModel, deletionsOfMadeModel, keyOfMadeModel, type MadeModel } from '../made-model';

/**
 * A Bedrock model customization job: it makes a custom model of a base model and of data.
 *
 * The deployment starts the job, waits for it for up to 24 hours, unless `waitTimeout` says otherwise, and fails with the job's own
 * message if the job fails. A change of the data, of the base model or of anything else in the request runs a new job, which makes another
 * model; tags are changed in place, and a model keeps those that it was made with. Deleting the resource stops a job that
 * runs. The service keeps the records of jobs; the custom model stays, too, unless `customModelRemovalPolicy` says otherwise.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models.html
 *
 * @example
 * const tuned = new ModelCustomizationJob(this, 'Tune', {
 *   baseModel: CustomizationBaseModel.foundationModel(new bedrock.FoundationModelIdentifier('amazon.nova-lite-v1:0:300k')),
 *   trainingData: CustomizationData.fromAsset('train.jsonl'),
 *   hyperparameters: { 'epochCount': '2' },
 * });
 * new ModelInvocationJob(this, 'Ask', {
 *   input: BatchInferenceInput.fromAsset('records.jsonl'),
 *   model: BatchInferenceModel.fromCustomizationJob(tuned),
 *   modelInvocationType: ModelInvocationType.CONVERSE,
 * });
 */
@propertyInjectable
export class ModelCustomizationJob extends JobWithEvents implements IModelCustomizationJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.ModelCustomizationJob';

  /**
   * A model customization job that was made elsewhere, in the account and the Region of the stack: its results are read
   * when the stack is deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param modelCustomizationJobArn The ARN of the job.
   */
  public static fromModelCustomizationJobArn(
    scope: Construct,
    id: string,
    modelCustomizationJobArn: string,
    options?: JobReferenceOptions,
  ): IModelCustomizationJob {
    // the ARN of a job may have that of its base model in it
    requireJobArn(scope, modelCustomizationJobArn, MODEL_CUSTOMIZATION_JOB_DEFINITION, {
      noun: 'a model customization job',
      beforeId: '(?:[a-z0-9-]+\\.[a-z0-9.:-]+/)?',
    });
    return new ModelCustomizationJobReference(scope, id, modelCustomizationJobArn, options);
  }

  public readonly foundationModelId?: string;
  public readonly customModelEncryptionKey?: IKey;
  private readonly output: JobOutput;

  constructor(scope: Construct, id: string, props: ModelCustomizationJobProps) {
    super(scope, id, MODEL_CUSTOMIZATION_JOB_DEFINITION, props);
    checkValues(this, props);
    noteAll(this, bedrockRegionRules(this, 'a model customization job', 'baseModel'));
    const { customization = ModelCustomization.fineTuning(), validationData } = props;
    const { customModelEncryptionKey: key, customModelRemovalPolicy: policy } = props;
    const { baseModelIdentifier, modelArn, foundationModelId, encryptionKey } = props.baseModel.bind(this);
    this.foundationModelId = foundationModelId;
    this.customModelEncryptionKey = key;
    const { customizationType, customizationConfig } = customization.bind(this, this.role);
    const type = knownText(props.requestOverrides?.customizationType) ?? customizationType;
    const options = { customizationType: type, foundationModelId };
    const trainingDataConfig = props.trainingData.bind(this, this.role, { property: 'trainingData', ...options });
    const validators = validationData?.map((data, index) =>
      this.validator(data, { property: `validationData[${index}]`, ...options }),
    );

    this.output = new JobOutput(this, props, '');
    this.output.grantWrite(this.role, { account: this.output.bucket.env.account, read: true });

    const model: MadeModel = { type: 'custom-model', policy, key };
    this._run({
      request: {
        customModelName: props.customModelName,
        baseModelIdentifier,
        customizationType,
        customizationConfig: inKeyOrder(customizationConfig),
        customModelKmsKeyId: keyOfMadeModel(this, this.role, 'customModelEncryptionKey', key),
        trainingDataConfig: inKeyOrder(trainingDataConfig),
        validationDataConfig: validators && { validators },
        outputDataConfig: { s3Uri: this.output.uri },
        hyperParameters: inKeyOrder(props.hyperparameters),
      },
      network: (subnetIds, securityGroupIds) => ({ vpcConfig: { subnetIds, securityGroupIds } }),
      outputs: ['ModelCustomizationJobArn'],
      results: ['CustomModelArn'],
      rules: modelCustomizationJobRules,
      createdOn: [modelArn, allModelsArn(this, 'custom-model')],
      furtherCalls: [...callsOnMadeModel(this, model), ...allowUseOfModel(this, this.role, encryptionKey)],
      deletionCalls: deletionsOfMadeModel(this, model),
      deletesResult: policy === RemovalPolicy.DESTROY,
    });
  }

  public get modelCustomizationJobArn(): string {
    return this.attribute('ModelCustomizationJobArn');
  }

  public get modelCustomizationJobName(): string {
    return this.attribute('ModelCustomizationJobName');
  }

  public get modelCustomizationJobStatus(): string {
    return this.result('ModelCustomizationJobStatus');
  }

  public get customModelArn(): string {
    return this.result('CustomModelArn');
  }

  public get customModelName(): string {
    return this.attribute('CustomModelName');
  }

  public get baseModelArn(): string {
    return this.attribute('BaseModelArn');
  }

  public get trainingLoss(): string {
    return this.result('TrainingLoss');
  }

  public get validationLoss(): string {
    return this.result('ValidationLoss');
  }

  public get outputUri(): string {
    return this.result('OutputUri');
  }

  public get creationTime(): string {
    return this.attribute('CreationTime');
  }

  public get endTime(): string {
    return this.result('EndTime');
  }

  /**
   * The bucket that the metrics of the job are written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  /**
   * Lets a principal read the metrics of the job, and whatever else lies under the output prefix.
   *
   * @param grantee The principal.
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  private validator(data: CustomizationData, options: CustomizationDataBindOptions): object {
    const { s3Uri, invocationLogsConfig } = data.bind(this, this.role, options);
    if (invocationLogsConfig) {
      note(this, refusal(options.property, 'must be a file: only training data can be logs of invocations'));
    }
    return { s3Uri };
  }

  private readonly attribute = (name: ModelCustomizationJobAttribute): string => this._attribute(name);
  private readonly result = (name: ModelCustomizationJobAttribute): string => this._result(name);
}
