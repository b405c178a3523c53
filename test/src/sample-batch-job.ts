import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import { BatchInferenceInput, BatchInferenceModel, ModelInvocationJob, type ModelInvocationJobProps } from '../../src';

export const BATCH_JOB_TYPE = 'Custom::BedrockModelInvocationJob';

/** The id of the foundation model that a job calls, unless it says otherwise. */
export const NOVA = 'amazon.nova-lite-v1:0';

/** A valid batch inference job whose input and output lie in buckets that are there already. */
export function batchJob(
  scope: Construct,
  id: string,
  props: Partial<ModelInvocationJobProps> = {},
): ModelInvocationJob {
  return new ModelInvocationJob(scope, id, {
    input: BatchInferenceInput.fromBucket(bucketNamed(scope, 'records'), 'reviews/records.jsonl'),
    model: BatchInferenceModel.foundationModel(new FoundationModelIdentifier(NOVA)),
    outputBucket: bucketNamed(scope, 'answers'),
    ...props,
  });
}

/** The properties of the one batch inference job of a stack, as the template has them. */
export function batchProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(BATCH_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a batch inference job. */
export function batchRequestOf(props: Partial<ModelInvocationJobProps>): Record<string, unknown> {
  const stack = newStack();
  batchJob(stack, 'Classify', props);
  return batchProperties(stack).Request;
}
