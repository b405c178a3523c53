import { instancesIn, trainingUsage } from '../../../../rehearsal/sagemaker/training/training-instances';

test('instances are of one type or of several groups', () => {
  expect(instancesIn({ InstanceType: 'ml.m5.xlarge', InstanceCount: 2 }, 60)).toEqual([
    { type: 'ml.m5.xlarge', count: 2, seconds: 60 },
  ]);
  const InstanceGroups = [
    { InstanceType: 'ml.c5.xlarge', InstanceCount: 1, InstanceGroupName: 'a' },
    { InstanceType: 'ml.p3.2xlarge', InstanceCount: 4, InstanceGroupName: 'b' },
  ];
  expect(instancesIn({ InstanceGroups }, 60)).toEqual([
    { type: 'ml.c5.xlarge', count: 1, seconds: 60 },
    { type: 'ml.p3.2xlarge', count: 4, seconds: 60 },
  ]);
  expect(instancesIn({}, 60)).toEqual([]);
});

test('says what else the price depends on', () => {
  const ResourceConfig = { InstanceType: 'ml.p5.48xlarge', InstanceCount: 1, TrainingPlanArn: 'arn' };
  expect(trainingUsage({ ResourceConfig, EnableManagedSpotTraining: true }, 60, 120).note).toBe(
    'managed spot, which costs less; of a training plan, which is paid for in advance; its instances wait for up to 120 s more',
  );
  expect(trainingUsage({ ResourceConfig: {} }, 60)).toEqual({ instances: [] });
});
