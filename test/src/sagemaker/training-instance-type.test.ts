import { TrainingInstanceType as TypeOfApi } from '@aws-sdk/client-sagemaker';
import { TrainingInstanceType } from '../../../src/sagemaker/training-instance-type';
import { newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';

const constants = Object.entries(TrainingInstanceType) as [string, TrainingInstanceType][];

test.each(constants)('%s is a type that the API has, under its own name', (name, { value }) => {
  expect(Object.values(TypeOfApi)).toContain(value);
  expect(value).toBe(`ml.${name.toLowerCase().replace('_', '.')}`);
});

test.each(['m5.xlarge', 'ml.m5', 'ml_m5', ''])("fails with the type '%s'", (value) => {
  expect(() => trainingJob(newStack(), 'Train', { instanceType: TrainingInstanceType.of(value) })).toThrow(
    /^Stack\/Train: 'instanceType' must be 1 to 64 characters, a type of instance of SageMaker, such as 'ml\.m5\.xlarge'/,
  );
});
