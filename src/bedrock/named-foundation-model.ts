import { isInferenceProfileId, parseInferenceProfileId } from './inference-profile-id';

/** The id of the foundation model in the ARN of one, or of a custom model that was made of it. */
export function foundationModelNamedIn(modelArn: string): string | undefined {
  return /:(?:foundation-model|custom-model)\/([a-z0-9-]+\.[a-z0-9.:-]+)(?:\/|$)/.exec(modelArn)?.[1];
}

/** The id of the foundation model behind whatever names a model: an id, the id of an inference profile, or an ARN. */
export function foundationModelBehind(modelId: string): string | undefined {
  const profile = /:inference-profile\/([^/]+)$/.exec(modelId)?.[1] ?? modelId;
  if (isInferenceProfileId(profile)) return parseInferenceProfileId(profile)?.foundationModelId;
  return modelId.startsWith('arn:') ? foundationModelNamedIn(modelId) : modelId;
}
