import { Stack, Token } from 'aws-cdk-lib';
import type { FoundationModelIdentifier, IModel } from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { allModelsArn, bedrockArn, foundationModelArn } from './bedrock-arn';
import { type CustomModel, customizedModel, modelOf } from './custom-model';
import type { CustomModelOptions } from './custom-model-options';
import type { IModelCustomizationJob } from './customization/model-customization-job-reference';
import { foundationModelId } from './foundation-model-id';
import { allowInvoke, requireRegions } from './inference-profile-access';
import { MODEL, requireModelArn } from './model-arn-check';
import { type SystemProfileTarget, systemProfileTarget } from './system-profile-target';
import { mustBe, refusal } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { requireList, requireOptions, requireString } from '../validation/property-check';
import { isUnknown } from '../validation/unknown-value';

/** Options of a system-defined inference profile. */
export interface InferenceProfileOptions {
  /**
   * The Regions that the profile routes to, besides the Region of the stack. A name may have wildcards, as in `us-*`.
   *
   * The job's role may call the model in these Regions, and nowhere else. The Regions of a profile depend on the Region
   * that it is called from; `aws bedrock get-inference-profile` lists them.
   *
   * @default - all Regions of the geography that the profile's id begins with; all Regions for `global` and for a
   * geography that is newer than this library
   */
  readonly regions?: string[];

  /**
   * The foundation model behind the profile.
   *
   * @default - what follows the first dot of the profile's id
   */
  readonly foundationModel?: FoundationModelIdentifier;
}

/** Options of an application inference profile. */
export interface ApplicationInferenceProfileOptions {
  /**
   * The foundation models behind the profile: at least one. The profile's ARN does not say which they are.
   */
  readonly foundationModels: FoundationModelIdentifier[];

  /**
   * The Regions that the profile routes to, besides the Region of the stack. A name may have wildcards, as in `us-*`;
   * `*` is for a profile that was made from a global one.
   *
   * @default - the Region of the stack only, which suits a profile that was made from a foundation model
   */
  readonly regions?: string[];
}

/** What binding a model to a job comes to. */
export interface BatchInferenceModelConfig {
  /** The id or the ARN under which the job's request names the model. */
  readonly modelId: string;

  /** The ARNs of everything that the creator of the job must be allowed to create it with. */
  readonly modelArns: string[];

  /**
   * The ids of the foundation models that are called, or that the called model was made of: they say which request body
   * the records of an input must have.
   *
   * @default - they are not known
   */
  readonly foundationModelIds?: string[];

  /**
   * The KMS key that the model is encrypted with: the job's role and the engine may decrypt with it, through Bedrock only.
   *
   * @default - none that the app knows
   */
  readonly encryptionKey?: IKey;
}

/**
 * The model that a batch inference job calls. It lets the job's role call it, where the role needs that.
 *
 * Which models can be used, in which Regions and in which of these ways, is the service's.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html
 */
export abstract class BatchInferenceModel {
  /**
   * A foundation model, in the Region of the stack.
   *
   * @param identifier The model's id, such as `FoundationModelIdentifier.AMAZON_NOVA_LITE_V1_0`, or a new
   * `FoundationModelIdentifier` for a model that the CDK does not know.
   */
  public static foundationModel(identifier: FoundationModelIdentifier): BatchInferenceModel {
    return new FoundationModelById(identifier);
  }

  /**
   * A foundation model or a custom model. Batch inference takes no provisioned model. `customModel()` takes the key of a
   * custom model that is encrypted with one of yours.
   */
  public static fromModel(model: IModel): BatchInferenceModel {
    return new ModelByArn(
      // what is wrong with it is said when the job is there to be named
      model?.modelArn,
      ['foundation-model', 'custom-model'],
      'a foundation model or a custom model (a provisioned model is not supported by batch inference)',
    );
  }

  /**
   * A custom model: a foundation model that was customized.
   *
   * @param customModelArn The ARN of the model.
   */
  public static customModel(customModelArn: string, options: CustomModelOptions = {}): BatchInferenceModel {
    return new ModelByArn(customModelArn, ['custom-model'], 'the ARN of a custom model', options);
  }

  /**
   * The custom model that a customization job has made: the batch inference job starts when the customization has ended. The
   * engine may create batch inference jobs with any custom model of the account then, for the id of this one is not known yet.
   *
   * @param job The customization job.
   */
  public static fromCustomizationJob(
    job: IModelCustomizationJob,
    options: CustomModelOptions = {},
  ): BatchInferenceModel {
    return new CustomizedModel(job, options);
  }

  /**
   * A cross-Region inference profile that the service defines. It routes to a model in several Regions.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
   *
   * @param inferenceProfileId The profile's id: a geography, a dot, and the id of a foundation model, such as
   * `us.amazon.nova-lite-v1:0`.
   */
  public static inferenceProfile(
    inferenceProfileId: string,
    options: InferenceProfileOptions = {},
  ): BatchInferenceModel {
    return new SystemInferenceProfile(inferenceProfileId, options);
  }

  /**
   * An application inference profile, which tells the use and the cost of a model apart from those of others.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-create.html
   *
   * @param inferenceProfileArn The ARN of the profile, such as the `attrInferenceProfileArn` of a
   * `CfnApplicationInferenceProfile`.
   */
  public static applicationInferenceProfile(
    inferenceProfileArn: string,
    options: ApplicationInferenceProfileOptions,
  ): BatchInferenceModel {
    return new ApplicationInferenceProfile(inferenceProfileArn, options);
  }

  /**
   * Called by the job that the model is given to.
   *
   * @param scope The job.
   * @param role The role with which the job calls the model.
   */
  public abstract bind(scope: Construct, role: iam.IRole): BatchInferenceModelConfig;
}

class FoundationModelById extends BatchInferenceModel {
  constructor(private readonly identifier: FoundationModelIdentifier) {
    super();
  }

  public bind(scope: Construct): BatchInferenceModelConfig {
    const modelId = foundationModelId(scope, 'model', this.identifier);
    const modelArns = [foundationModelArn(scope, modelId, Stack.of(scope).region)];
    return { modelId, modelArns, foundationModelIds: [modelId] };
  }
}

class ModelByArn extends BatchInferenceModel {
  constructor(
    private readonly arn: string,
    private readonly types: string[],
    private readonly allowed: string,
    private readonly options: CustomModelOptions = {},
  ) {
    super();
  }

  public bind(scope: Construct): BatchInferenceModelConfig {
    requireModelArn(scope, this.arn, this.types, this.allowed);
    return configOf(modelOf(scope, MODEL, this.arn, this.options), this.arn);
  }
}

class CustomizedModel extends BatchInferenceModel {
  constructor(
    private readonly job: IModelCustomizationJob,
    private readonly options: CustomModelOptions,
  ) {
    super();
  }

  public bind(scope: Construct): BatchInferenceModelConfig {
    return configOf(customizedModel(scope, MODEL, this.job, this.options), allModelsArn(scope, 'custom-model'));
  }
}

/** @param createdOn The ARN that the creator of the job must be allowed to create it with. */
function configOf(model: CustomModel, createdOn: string): BatchInferenceModelConfig {
  const { arn: modelId, foundationModelId: id, encryptionKey } = model;
  return { modelId, modelArns: [createdOn], foundationModelIds: id === undefined ? undefined : [id], encryptionKey };
}

class SystemInferenceProfile extends BatchInferenceModel {
  constructor(
    private readonly id: string,
    private readonly options: InferenceProfileOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): BatchInferenceModelConfig {
    requireString(scope, 'model', this.id, { required: true });
    requireOptions(scope, 'model', this.options);
    const { foundationModelId: modelId, regions } = this.target(scope);
    const modelArns = allowInvoke(scope, role, bedrockArn(scope, 'inference-profile', this.id), [modelId], regions);
    return { modelId: this.id, modelArns, foundationModelIds: [modelId] };
  }

  /** The model that the profile routes to, and in which Regions. */
  private target(scope: Construct): SystemProfileTarget {
    const { foundationModel, regions } = this.options;
    requireRegions(scope, 'model.regions', regions);
    const given = foundationModel && foundationModelId(scope, 'model.foundationModel', foundationModel);
    if (isUnknown(this.id)) {
      // an id that has yet to be looked up says it all in the next synthesis
      if (given === undefined && Token.isUnresolved(this.id)) {
        const text = 'must be given with an inference profile whose id is known only at deployment';
        note(scope, refusal('model.foundationModel', text));
      }
      return { foundationModelId: given ?? this.id, regions: regions ?? ['*'] };
    }
    const allowed = "the id of a system-defined inference profile, such as 'us.amazon.nova-lite-v1:0'";
    const target = systemProfileTarget(scope, this.id, regions, { member: MODEL, allowed });
    if (!target) return { foundationModelId: this.id, regions: ['*'] };
    return { ...target, ...(given !== undefined && { foundationModelId: given }) };
  }
}

class ApplicationInferenceProfile extends BatchInferenceModel {
  constructor(
    private readonly arn: string,
    private readonly options: ApplicationInferenceProfileOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): BatchInferenceModelConfig {
    requireModelArn(scope, this.arn, ['application-inference-profile'], 'the ARN of an application inference profile');
    requireOptions(scope, 'model', this.options);
    const { foundationModels = [], regions } = this.options;
    requireList(scope, 'model.foundationModels', foundationModels);
    if (foundationModels.length === 0) {
      note(scope, mustBe('model.foundationModels', 'a list of at least one foundation model', foundationModels));
    }
    requireRegions(scope, 'model.regions', regions);
    const modelIds = foundationModels.map((model, index) =>
      foundationModelId(scope, `model.foundationModels[${index}]`, model),
    );
    const modelArns = allowInvoke(scope, role, this.arn, modelIds, regions ?? []);
    return { modelId: this.arn, modelArns, foundationModelIds: modelIds };
  }
}
