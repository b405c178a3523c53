import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import { ModelImportJob, type ModelImportJobProps, ModelImportSource } from '../../src';

export const IMPORT_JOB_TYPE = 'Custom::BedrockModelImportJob';

/** A valid model import job whose model lies in a bucket that is there already. */
export function importJob(scope: Construct, id: string, props: Partial<ModelImportJobProps> = {}): ModelImportJob {
  return new ModelImportJob(scope, id, {
    modelSource: ModelImportSource.fromBucket(bucketNamed(scope, 'models'), 'llama-support/'),
    ...props,
  });
}

/** The properties of the one model import job of a stack, as the template has them. */
export function importProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(IMPORT_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a model import job. */
export function importRequestOf(props: Partial<ModelImportJobProps>): Record<string, unknown> {
  const stack = newStack();
  importJob(stack, 'Import', props);
  return importProperties(stack).Request;
}
