import { Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import { MlInstanceType } from '../../src/sagemaker/ml-instance-type';
import { Optimization } from '../../src/sagemaker/optimization/optimization';
import { OptimizationJob } from '../../src/sagemaker/optimization/optimization-job';
import type { OptimizationJobProps } from '../../src/sagemaker/optimization/optimization-job-props';
import { OptimizationModel } from '../../src/sagemaker/optimization/optimization-model';
import { QuantizationFormat } from '../../src/sagemaker/optimization/quantization-format';

export const OPTIMIZATION_JOB_TYPE = 'Custom::SageMakerOptimizationJob';

/** A valid optimization job whose input and output lie in buckets that are there already. */
export function optimizationJob(
  scope: Construct,
  id: string,
  props: Partial<OptimizationJobProps> = {},
): OptimizationJob {
  return new OptimizationJob(scope, id, {
    model: OptimizationModel.fromBucket(bucketNamed(scope, 'models'), 'mistral-7b/'),
    optimizations: [Optimization.quantization({ format: QuantizationFormat.AWQ })],
    deploymentInstanceType: MlInstanceType.G5_2_XLARGE,
    maxRuntime: Duration.minutes(40),
    outputBucket: bucketNamed(scope, 'optimized'),
    ...props,
  });
}

/** The properties of the one optimization job of a stack, as the template has them. */
export function optimizationProperties(stack: Stack): {
  Request: Record<string, unknown>;
  [property: string]: unknown;
} {
  const [job] = Object.values(Template.fromStack(stack).findResources(OPTIMIZATION_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of an optimization job. */
export function optimizationRequestOf(
  props: Partial<OptimizationJobProps>,
  stack = newStack(),
): Record<string, unknown> {
  optimizationJob(stack, 'Optimize', props);
  return optimizationProperties(stack).Request;
}
