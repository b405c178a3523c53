import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import { MlInstanceType, TransformInput, TransformJob, type TransformJobProps } from '../../src';

export const TRANSFORM_JOB_TYPE = 'Custom::SageMakerTransformJob';

/** A valid transform job whose input and output lie in buckets that are there already. */
export function transformJob(scope: Construct, id: string, props: Partial<TransformJobProps> = {}): TransformJob {
  return new TransformJob(scope, id, {
    modelName: 'penguins',
    input: TransformInput.fromBucket(bucketNamed(scope, 'records'), 'penguins/'),
    outputBucket: bucketNamed(scope, 'scores'),
    instanceType: MlInstanceType.M5_XLARGE,
    ...props,
  });
}

/** A role such as models have. */
export function modelRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'ModelRole', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
}

/** The properties of the one transform job of a stack, as the template has them. */
export function transformProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(TRANSFORM_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a transform job. */
export function transformRequestOf(props: Partial<TransformJobProps>): Record<string, unknown> {
  const stack = newStack();
  transformJob(stack, 'Score', props);
  return transformProperties(stack).Request;
}
