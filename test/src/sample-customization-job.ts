import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import {
  CustomizationBaseModel,
  CustomizationData,
  ModelCustomizationJob,
  type ModelCustomizationJobProps,
} from '../../src';

export const CUSTOMIZATION_JOB_TYPE = 'Custom::BedrockModelCustomizationJob';

/** The id of the foundation model that a job customizes, unless it says otherwise. */
export const TUNABLE_NOVA = 'amazon.nova-lite-v1:0:300k';

/** A valid model customization job whose data and output lie in buckets that are there already. */
export function customizationJob(
  scope: Construct,
  id: string,
  props: Partial<ModelCustomizationJobProps> = {},
): ModelCustomizationJob {
  return new ModelCustomizationJob(scope, id, {
    baseModel: CustomizationBaseModel.foundationModel(new FoundationModelIdentifier(TUNABLE_NOVA)),
    trainingData: CustomizationData.fromBucket(bucketNamed(scope, 'examples'), 'reviews/train.jsonl'),
    outputBucket: bucketNamed(scope, 'metrics'),
    ...props,
  });
}

/** The properties of the one model customization job of a stack, as the template has them. */
export function customizationProperties(stack: Stack): {
  Request: Record<string, unknown>;
  [property: string]: unknown;
} {
  const [job] = Object.values(Template.fromStack(stack).findResources(CUSTOMIZATION_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a model customization job. */
export function customizationRequestOf(props: Partial<ModelCustomizationJobProps>): Record<string, unknown> {
  const stack = newStack();
  customizationJob(stack, 'Tune', props);
  return customizationProperties(stack).Request;
}
