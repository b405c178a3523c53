import { TrainingInstanceType as TypeOfApi } from '@aws-sdk/client-sagemaker';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { MlInstanceType } from '../../../src/sagemaker/ml-instance-type';
import { newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';

const constants = Object.entries(MlInstanceType) as [string, MlInstanceType][];

test.each(constants)('%s is a type that the API has, under its own name', (name, { value }) => {
  expect(Object.values(TypeOfApi)).toContain(value);
  expect(value.replaceAll('.', '')).toBe(`ml${name.toLowerCase().replaceAll('_', '')}`);
});

test('a type that is newer than the library is a warning', () => {
  const stack = newStack();
  trainingJob(stack, 'Train', { instanceType: MlInstanceType.of('ml.u7in-24tb.metal-48xl') });
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('newerValue'))).toHaveLength(1);
});

test.each(['m5.xlarge', 'ml.m5', 'ml_m5', ''])("fails with the type '%s'", (value) => {
  expect(() => trainingJob(newStack(), 'Train', { instanceType: MlInstanceType.of(value) })).toThrow(
    /^Stack\/Train: 'instanceType' \(ResourceConfig.InstanceType\) must be one of \d+ values/,
  );
});
