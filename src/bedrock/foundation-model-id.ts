import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { IConstruct } from 'constructs';
import { isInferenceProfileId } from './inference-profile-id';
import { foundationModelNamedIn } from './named-foundation-model';
import { mustBe } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { requireString, requireValue } from '../validation/property-check';
import { isUnknown } from '../validation/unknown-value';

/** What is said of the id of an inference profile, of which batch inference takes some. */
const FOR_PROFILES = '; that of an inference profile belongs in BatchInferenceModel.inferenceProfile()';

/**
 * The id of a foundation model, checked.
 *
 * @param profiles Where the id of an inference profile belongs instead.
 */
export function foundationModelId(
  construct: IConstruct,
  member: string,
  model: FoundationModelIdentifier,
  profiles = FOR_PROFILES,
): string {
  const allowed = 'a foundation model, for example FoundationModelIdentifier.AMAZON_NOVA_LITE_V1_0';
  requireValue(construct, member, model, { mark: 'modelId', allowed, required: true });
  const { modelId } = model;
  requireString(construct, member, modelId);
  if (isUnknown(modelId)) return modelId;
  if (!/^[a-z0-9-]+\.[a-z0-9.:-]+$/.test(modelId)) {
    note(construct, mustBe(member, "the id of a foundation model, such as 'amazon.nova-lite-v1:0'", modelId));
  }
  if (isInferenceProfileId(modelId)) {
    note(construct, mustBe(member, `the id of a foundation model${profiles}`, modelId));
  }
  return modelId;
}

/**
 * The id of the foundation model that the ARN of a model names: its own, or that of which a custom model was made.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CustomModelSummary.html
 */
export function baseModelIn(modelArn: string): string | undefined {
  return isUnknown(modelArn) ? undefined : foundationModelNamedIn(modelArn);
}
