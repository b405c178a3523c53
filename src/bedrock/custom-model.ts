import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CustomModelOptions } from './custom-model-options';
import type { IModelCustomizationJob } from './customization/model-customization-job-reference';
import { baseModelIn, foundationModelId } from './foundation-model-id';
import { requireKey } from '../access/bucket-check';
import type { MemberName } from '../validation/finding';
import { requireOptions, requireValue } from '../validation/property-check';

/** A custom model, as far as the app knows it. */
export interface CustomModel {
  readonly arn: string;
  /** The id of the foundation model that was customized. @default - it is not known */
  readonly foundationModelId?: string;
  /** The KMS key that the model is encrypted with. @default - none that the app knows */
  readonly encryptionKey?: IKey;
}

/** Reads what a model's ARN says, and its options. */
export function modelOf(scope: Construct, member: MemberName, arn: string, options: CustomModelOptions): CustomModel {
  return withOptions(scope, member, { arn, foundationModelId: baseModelIn(arn) }, options);
}

/** Reads what a customization job says of the model that it makes, and the options of the model. */
export function customizedModel(
  scope: Construct,
  member: MemberName,
  job: IModelCustomizationJob,
  options: CustomModelOptions,
): CustomModel {
  const allowed = 'a customization job, for example new ModelCustomizationJob()';
  requireValue(scope, member.property, job, { mark: 'customModelArn', allowed, required: true });
  const { customModelArn: arn, foundationModelId: id, customModelEncryptionKey: encryptionKey } = job;
  return withOptions(scope, member, { arn, foundationModelId: id, encryptionKey }, options);
}

/** What options say goes before what is known without them. */
function withOptions(
  scope: Construct,
  member: MemberName,
  model: CustomModel,
  options: CustomModelOptions,
): CustomModel {
  requireOptions(scope, member.property, options);
  const { baseModel, encryptionKey = model.encryptionKey } = options;
  requireKey(scope, `${member.property}.encryptionKey`, encryptionKey);
  const id = baseModel ? foundationModelId(scope, `${member.property}.baseModel`, baseModel) : model.foundationModelId;
  return { arn: model.arn, foundationModelId: id, encryptionKey };
}
