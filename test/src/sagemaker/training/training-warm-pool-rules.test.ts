import { Duration, type Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { MlInstanceType } from '../../../../src/sagemaker/ml-instance-type';
import { newStack } from '../../sample-job';
import { trainingJob } from '../../sample-training-job';
import { tuningJob, tuningTraining } from '../../sample-tuning-job';

type Props = Parameters<typeof trainingJob>[2];

const MUST = "'keepAlivePeriod' (ResourceConfig.KeepAlivePeriodInSeconds) must be left out, or 0,";
const SPOT = `${MUST} with 'spot' (EnableManagedSpotTraining): spot instances are not kept, got 600`;
const GROUPS = `${MUST} with 'instanceGroups' (ResourceConfig.InstanceGroups): groups of instances are not kept, got 600`;

const spot = { maxWait: Duration.hours(1) };
const instanceGroups = [{ name: 'workers', instanceType: MlInstanceType.M5_LARGE }];
const keepAlivePeriod = Duration.minutes(10);
const make = (props: Props) => () => trainingJob(newStack(), 'Train', props);

test('spot instances are not kept', () => {
  expect(make({ spot, keepAlivePeriod })).toThrow(SPOT);
  expect(make({ keepAlivePeriod, requestOverrides: { EnableManagedSpotTraining: 'true' }, spot })).toThrow(SPOT);
});

test('groups of instances are not kept', () => {
  expect(make({ instanceType: undefined, instanceGroups, keepAlivePeriod })).toThrow(GROUPS);
});

test('both are told of', () => {
  const both = make({ instanceType: undefined, instanceGroups, keepAlivePeriod, spot });
  expect(both).toThrow(SPOT);
  expect(both).toThrow(GROUPS);
});

test.each<[string, Props]>([
  ['other instances', { keepAlivePeriod, instanceCount: 2 }],
  ['spot instances for no time', { keepAlivePeriod: Duration.seconds(0), spot }],
  [
    'what an override has be no spot instances',
    { keepAlivePeriod, requestOverrides: { EnableManagedSpotTraining: false } },
  ],
  ['groups for no time', { keepAlivePeriod: Duration.seconds(0), instanceType: undefined, instanceGroups }],
])('a job may keep %s', (_, props) => {
  expect(make(props)).not.toThrow();
});

describe('a tuning job', () => {
  const warningsFor = (stack: Stack, props: Parameters<typeof tuningJob>[2]) => {
    tuningJob(stack, 'Tune', props);
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('tuningWarmPool'));
    return found.map(({ entry }) => entry.data);
  };
  const text = (property: string, api: string) =>
    `'${property}.keepAlivePeriod' (${api}.ResourceConfig.KeepAlivePeriodInSeconds) should be left out: SageMaker keeps no instances for a tuning job [ack: cdk-ml-jobs:tuningWarmPool]`;

  test('keeps none, and is warned of it', () => {
    const stack = newStack();
    expect(warningsFor(stack, { training: tuningTraining(stack, { keepAlivePeriod, spot }) })).toEqual([
      text('training', 'TrainingJobDefinition'),
    ]);
  });

  test('is warned of each training that asks for it', () => {
    const stack = newStack();
    const trainingDefinitions = { kept: tuningTraining(stack, { keepAlivePeriod }), other: tuningTraining(stack) };
    expect(warningsFor(stack, { trainingDefinitions })).toEqual([
      text('trainingDefinitions.kept', 'TrainingJobDefinitions[0]'),
    ]);
  });

  test('is warned of nothing where it asks for none', () => {
    const stack = newStack();
    const training = tuningTraining(stack, { keepAlivePeriod: Duration.seconds(0) });
    expect(warningsFor(stack, { training })).toEqual([]);
  });
});
