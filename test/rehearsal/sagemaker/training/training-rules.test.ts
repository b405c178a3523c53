import type { JsonObject } from '../../../../rehearsal/json-value';
import { checkTrainingRequest } from '../../../../rehearsal/sagemaker/training/training-rules';
import { channel, trainingRequest } from '../../fixture-sagemaker';

const without = (name: string): JsonObject =>
  Object.fromEntries(Object.entries(trainingRequest()).filter(([member]) => member !== name));
const FILES = {
  ChannelName: 'train',
  DataSource: {
    FileSystemDataSource: {
      FileSystemId: 'fs-01234567',
      FileSystemType: 'EFS',
      FileSystemAccessMode: 'ro',
      DirectoryPath: '/',
    },
  },
};

test.each(['AlgorithmSpecification', 'ResourceConfig', 'StoppingCondition'])('fails without %s', (name) => {
  expect(() => checkTrainingRequest(without(name))).toThrow('failed to satisfy constraint: Member must not be null');
});

test('takes a job without instances of its own', () => {
  const ServerlessJobConfig = { BaseModelArn: 'arn', JobType: 'FineTuning' };
  expect(() => checkTrainingRequest({ ServerlessJobConfig })).not.toThrow();
});

test.each<[string, JsonObject]>([
  [
    'Exactly one of TrainingImage and AlgorithmName must be provided.',
    { AlgorithmSpecification: { TrainingInputMode: 'File' } },
  ],
  [
    'Either InstanceType and InstanceCount or InstanceGroups must be provided.',
    { ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 } },
  ],
  [
    'Invalid MaxRuntimeInSeconds. It must be less than or equal to 2419200',
    { StoppingCondition: { MaxRuntimeInSeconds: 2419201 } },
  ],
  [
    'Invalid MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to true',
    { StoppingCondition: { MaxRuntimeInSeconds: 60, MaxWaitTimeInSeconds: 60 } },
  ],
  [
    'Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds',
    { EnableManagedSpotTraining: true },
  ],
  [
    'Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds',
    { EnableManagedSpotTraining: true, StoppingCondition: { MaxRuntimeInSeconds: 60, MaxWaitTimeInSeconds: 59 } },
  ],
  [
    'Channel names must be unique: train is used twice.',
    { InputDataConfig: [channel('train', 's3://a/'), channel('train', 's3://b/')] },
  ],
  ['VpcConfig must be provided when a channel has a FileSystemDataSource.', { InputDataConfig: [FILES] }],
])('fails: %s', (message, more) => {
  expect(() => checkTrainingRequest(trainingRequest(more))).toThrow(
    expect.objectContaining({ code: 'ValidationException', message }),
  );
});
