import { Stack } from 'aws-cdk-lib';
import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { Construct } from 'constructs';
import { customModelArns } from './custom-model-arns';
import type { IModelCustomizationJob } from './model-customization-job-reference';
import { requireValue } from '../../validation/property-check';
import { baseModelIn, foundationModelArn, foundationModelId } from '../foundation-model-arn';
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
  public static customModel(customModelArn: string): CustomizationBaseModel {
    return new CustomBaseModel(customModelArn);
  }

  /**
   * What another customization job has made: the job that takes the model starts when the other one has ended.
   *
   * @param job The other job.
   */
  public static fromCustomizationJob(job: IModelCustomizationJob): CustomizationBaseModel {
    return new CustomizedBaseModel(job);
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
  constructor(private readonly arn: string) {
    super();
  }

  public bind(scope: Construct): CustomizationBaseModelConfig {
    requireModelArn(scope, this.arn, ['custom-model'], 'the ARN of a custom model', MEMBER);
    return { baseModelIdentifier: this.arn, modelArn: this.arn, foundationModelId: baseModelIn(this.arn) };
  }
}

class CustomizedBaseModel extends CustomizationBaseModel {
  constructor(private readonly job: IModelCustomizationJob) {
    super();
  }

  public bind(scope: Construct): CustomizationBaseModelConfig {
    const allowed = 'a customization job, for example new ModelCustomizationJob()';
    requireValue(scope, 'baseModel', this.job, { mark: 'customModelArn', allowed, required: true });
    const { customModelArn: baseModelIdentifier, foundationModelId: id } = this.job;
    return { baseModelIdentifier, modelArn: customModelArns(scope), foundationModelId: id };
  }
}
