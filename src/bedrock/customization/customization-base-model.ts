import { Stack } from 'aws-cdk-lib';
import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { IModelCustomizationJob } from './model-customization-job-reference';
import { allModelsArn, foundationModelArn } from '../bedrock-arn';
import { customizedModel, modelOf } from '../custom-model';
import type { CustomModelOptions } from '../custom-model-options';
import { foundationModelId } from '../foundation-model-id';
import { requireModelArn } from '../model-arn-check';

/** What binding a base model to a job comes to. */
export interface CustomizationBaseModelConfig {
  /** The id or the ARN under which the job's request names the model. */
  readonly baseModelIdentifier: string;

  /** The ARN of what the creator of the job must be allowed to create it with. */
  readonly modelArn: string;

  /**
   * The id of the foundation model that is customized, or that the customized model was made of.
   *
   * @default - it is not known
   */
  readonly foundationModelId?: string;

  /**
   * The KMS key that the model is encrypted with: the job's role and the engine may decrypt with it, through Bedrock only.
   *
   * @default - none that the app knows
   */
  readonly encryptionKey?: IKey;
}

/** The API's name of the member, with that of the property. */
const MEMBER = { property: 'baseModel', api: 'baseModelIdentifier' };

/**
 * The model that is customized.
 *
 * Which models can be customized, in which Regions and in which ways, is the service's.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-fine-tuning.html
 */
export abstract class CustomizationBaseModel {
  /**
   * A foundation model, in the Region of the stack.
   *
   * @param identifier The id of a model that can be customized. It may end in the size of its context, as in
   * `amazon.nova-lite-v1:0:300k`: make a new `FoundationModelIdentifier` of what the CDK does not know.
   */
  public static foundationModel(identifier: FoundationModelIdentifier): CustomizationBaseModel {
    return new FoundationBaseModel(identifier);
  }

  /**
   * A custom model, which is customized further.
   *
   * @param customModelArn The ARN of the model.
   */
  public static customModel(customModelArn: string, options: CustomModelOptions = {}): CustomizationBaseModel {
    return new CustomBaseModel(customModelArn, options);
  }

  /**
   * What another customization job has made: the job that takes the model starts when the other one has ended.
   *
   * @param job The other job.
   */
  public static fromCustomizationJob(
    job: IModelCustomizationJob,
    options: CustomModelOptions = {},
  ): CustomizationBaseModel {
    return new CustomizedBaseModel(job, options);
  }

  /**
   * Called by the job that the model is given to.
   *
   * @param scope The job.
   */
  public abstract bind(scope: Construct): CustomizationBaseModelConfig;
}

class FoundationBaseModel extends CustomizationBaseModel {
  constructor(private readonly identifier: FoundationModelIdentifier) {
    super();
  }

  public bind(scope: Construct): CustomizationBaseModelConfig {
    const modelId = foundationModelId(scope, 'baseModel', this.identifier, ', for a profile cannot be customized');
    const modelArn = foundationModelArn(scope, modelId, Stack.of(scope).region);
    return { baseModelIdentifier: modelId, modelArn, foundationModelId: modelId };
  }
}

class CustomBaseModel extends CustomizationBaseModel {
  constructor(
    private readonly arn: string,
    private readonly options: CustomModelOptions,
  ) {
    super();
  }

  public bind(scope: Construct): CustomizationBaseModelConfig {
    requireModelArn(scope, this.arn, ['custom-model'], 'the ARN of a custom model', MEMBER);
    const { arn, ...known } = modelOf(scope, MEMBER, this.arn, this.options);
    return { baseModelIdentifier: arn, modelArn: arn, ...known };
  }
}

class CustomizedBaseModel extends CustomizationBaseModel {
  constructor(
    private readonly job: IModelCustomizationJob,
    private readonly options: CustomModelOptions,
  ) {
    super();
  }

  public bind(scope: Construct): CustomizationBaseModelConfig {
    const { arn, ...known } = customizedModel(scope, MEMBER, this.job, this.options);
    return { baseModelIdentifier: arn, modelArn: allModelsArn(scope, 'custom-model'), ...known };
  }
}
