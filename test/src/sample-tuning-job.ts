import { Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import { MlInstanceType } from '../../src/sagemaker/ml-instance-type';
import { TrainingAlgorithm } from '../../src/sagemaker/training/training-algorithm';
import { TrainingImage, type TrainingImageConfig } from '../../src/sagemaker/training/training-image';
import { TrainingInput } from '../../src/sagemaker/training/training-input';
import { HyperParameterTuningJob } from '../../src/sagemaker/tuning/hyper-parameter-tuning-job';
import type { HyperParameterTuningJobProps } from '../../src/sagemaker/tuning/hyper-parameter-tuning-job-props';
import { ParameterRange } from '../../src/sagemaker/tuning/parameter-range';
import { TuningObjective } from '../../src/sagemaker/tuning/tuning-objective';
import type { TuningTraining } from '../../src/sagemaker/tuning/tuning-training';

export const TUNING_JOB_TYPE = 'Custom::SageMakerHyperParameterTuningJob';

/** An image that grants nothing, and says nothing of where its registry is: a tuning job takes no image that does. */
class PlainTuningImage extends TrainingImage {
  public bind(): TrainingImageConfig {
    return { imageUri: 'registry.example.com/train:1' };
  }
}

/** A valid training of a tuning job, whose input lies in a bucket that is there already. */
export function tuningTraining(scope: Construct, more: Partial<TuningTraining> = {}): TuningTraining {
  return {
    algorithm: TrainingAlgorithm.fromImage(new PlainTuningImage(), { metricDefinitions: { loss: 'loss=(.*)' } }),
    inputs: { train: TrainingInput.fromBucket(bucketNamed(scope, 'data'), 'penguins/') },
    instanceType: MlInstanceType.M5_LARGE,
    maxRuntime: Duration.minutes(10),
    objective: TuningObjective.minimize('loss'),
    ranges: { eta: ParameterRange.continuous(0.01, 0.2) },
    ...more,
  };
}

/** A valid tuning job whose input and output lie in buckets that are there already. */
export function tuningJob(
  scope: Construct,
  id: string,
  props: Partial<HyperParameterTuningJobProps> = {},
): HyperParameterTuningJob {
  return new HyperParameterTuningJob(scope, id, {
    training: props.trainingDefinitions === undefined ? tuningTraining(scope) : undefined,
    maxTrainingJobs: 6,
    maxParallelTrainingJobs: 2,
    maxRuntime: Duration.minutes(40),
    outputBucket: bucketNamed(scope, 'models'),
    ...props,
  });
}

/** The properties of the one tuning job of a stack, as the template has them. */
export function tuningProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(TUNING_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a tuning job. */
export function tuningRequestOf(
  props: Partial<HyperParameterTuningJobProps>,
  stack = newStack(),
): Record<string, unknown> {
  tuningJob(stack, 'Tune', props);
  return tuningProperties(stack).Request;
}
