import type { ModelCustomizationJob } from './model-customization-job';
import type { JsonValue } from '../../json-value';
import { MadeModels, type MadeModelsOptions } from '../made-models';

/** The custom models of an account in a Region. */
export class CustomModels extends MadeModels<ModelCustomizationJob> {
  constructor(options: MadeModelsOptions) {
    super(options, {
      kind: 'ModelCustomizationJob',
      noun: 'custom model',
      tags: 'customModelTags',
      describe: ({ request, baseModelArn }) => ({ modelName: request.customModelName, baseModelArn }),
    });
  }

  /** The key that a model is encrypted with, if it has one of the account's. */
  public keyOf(arn: string): JsonValue | undefined {
    return this.requestFor(arn)?.customModelKmsKeyId;
  }
}
