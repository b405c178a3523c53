import { Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import { MlInstanceType } from '../../src/sagemaker/ml-instance-type';
import { TrainingAlgorithm } from '../../src/sagemaker/training/training-algorithm';
import { TrainingImage } from '../../src/sagemaker/training/training-image';
import { TrainingInput } from '../../src/sagemaker/training/training-input';
import { TrainingJob } from '../../src/sagemaker/training/training-job';
import type { TrainingJobProps } from '../../src/sagemaker/training/training-job-props';

export const TRAINING_JOB_TYPE = 'Custom::SageMakerTrainingJob';

/** The image of a registry of one's own that no job needs a VPC for: it grants nothing. */
export const PLAIN_IMAGE = TrainingImage.fromRegistry('registry.example.com/train:1', { vpcAccess: false });

/** A valid training job whose input and output lie in buckets that are there already. */
export function trainingJob(scope: Construct, id: string, props: Partial<TrainingJobProps> = {}): TrainingJob {
  return new TrainingJob(scope, id, {
    algorithm: TrainingAlgorithm.fromImage(PLAIN_IMAGE),
    inputs: { train: TrainingInput.fromBucket(bucketNamed(scope, 'data'), 'penguins/') },
    instanceType: MlInstanceType.M5_LARGE,
    maxRuntime: Duration.minutes(30),
    outputBucket: bucketNamed(scope, 'models'),
    ...props,
  });
}

/** The properties of the one training job of a stack, as the template has them. */
export function trainingProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(TRAINING_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a training job. */
export function trainingRequestOf(props: Partial<TrainingJobProps>, stack = newStack()): Record<string, unknown> {
  trainingJob(stack, 'Train', props);
  return trainingProperties(stack).Request;
}
