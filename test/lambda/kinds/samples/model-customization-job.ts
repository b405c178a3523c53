import * as sdk from '@aws-sdk/client-bedrock';
import type { KindSample } from './kind-sample';
import { modelCustomizationJobs } from '../../../../lambda/kinds/model-customization-job';
import { clientError } from '../client-error';

const NAME = 'shop--tune--35aa6eb423f8';
const ARN = 'arn:aws:bedrock:eu-west-1:111122223333:model-customization-job/amazon.nova-lite-v1:0:300k/a1b2c3d4e5f6';
const BASE = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0:300k';
const OUTPUT = 's3://metrics/tuned/model-customization-job-a1b2c3d4e5f6/';
export const CUSTOM_MODEL =
  'arn:aws:bedrock:eu-west-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/z9y8x7w6v5u4';
const spec = {
  roleArn: 'arn:aws:iam::111122223333:role/Tune',
  baseModelIdentifier: 'amazon.nova-lite-v1:0:300k',
  customizationType: 'REINFORCEMENT_FINE_TUNING',
  trainingDataConfig: { s3Uri: 's3://data/train.jsonl' },
  outputDataConfig: { s3Uri: 's3://metrics/tuned/' },
  customizationConfig: { rftConfig: { hyperParameters: { batchSize: 64, learningRate: 0.00001 } } },
};
export const ACCEPTED_CUSTOMIZATION: sdk.GetModelCustomizationJobCommandOutput = {
  $metadata: {},
  roleArn: spec.roleArn,
  jobArn: ARN,
  jobName: NAME,
  outputModelName: 'shop-tune-35aa6eb423f8',
  baseModelArn: BASE,
  trainingDataConfig: spec.trainingDataConfig,
  validationDataConfig: undefined,
  outputDataConfig: spec.outputDataConfig,
  status: 'InProgress',
  creationTime: new Date('2030-01-01T00:00:00Z'),
};
export const COMPLETED_CUSTOMIZATION: sdk.GetModelCustomizationJobCommandOutput = {
  ...ACCEPTED_CUSTOMIZATION,
  status: 'Completed',
  endTime: new Date('2030-01-01T03:30:00Z'),
  outputModelArn: CUSTOM_MODEL,
  trainingMetrics: { trainingLoss: 0.25 },
  validationMetrics: [{ validationLoss: 0.5 }, { validationLoss: 0.75 }],
};

export const SAMPLE: KindSample = {
  client: sdk.BedrockClient,
  name: NAME,
  arn: ARN,
  make: (view) => modelCustomizationJobs(new sdk.BedrockClient({}), view),
  commands: {
    create: sdk.CreateModelCustomizationJobCommand,
    describe: sdk.GetModelCustomizationJobCommand,
    stop: sdk.StopModelCustomizationJobCommand,
  },
  noun: 'model customization job',
  request: {
    ...spec,
    customizationConfig: { rftConfig: { hyperParameters: { batchSize: '64', learningRate: '0.00001' } } },
    jobTags: [{ key: 'team', value: 'vision' }],
    customModelTags: [{ key: 'team', value: 'vision' }],
  },
  spec,
  unknownMembers: ['BaseModelIdentifier'],
  sent: { ...spec, customModelName: 'shop-tune-35aa6eb423f8' },
  accepted: ACCEPTED_CUSTOMIZATION,
  completed: COMPLETED_CUSTOMIZATION,
  since: new Date('2030-01-01T00:00:00Z'),
  more: { endedAt: new Date('2030-01-01T03:30:00Z'), isProvisional: false },
  attributes: {
    ModelCustomizationJobArn: ARN,
    ModelCustomizationJobName: NAME,
    ModelCustomizationJobStatus: 'Completed',
    CustomModelArn: CUSTOM_MODEL,
    CustomModelName: 'shop-tune-35aa6eb423f8',
    BaseModelArn: BASE,
    TrainingLoss: '0.25',
    ValidationLoss: '0.5,0.75',
    OutputUri: OUTPUT,
    CreationTime: '2030-01-01T00:00:00.000Z',
    EndTime: '2030-01-01T03:30:00.000Z',
  },
  first: {
    ModelCustomizationJobArn: ARN,
    ModelCustomizationJobName: NAME,
    ModelCustomizationJobStatus: 'InProgress',
    CustomModelName: 'shop-tune-35aa6eb423f8',
    BaseModelArn: BASE,
    OutputUri: OUTPUT,
    CreationTime: '2030-01-01T00:00:00.000Z',
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    Failed: 'failed',
    // it names no model yet: see the tests of the kind
    Completed: 'failed',
    Stopped: 'stopped',
    WaitingForSomethingNew: 'running',
  },
  reason: ['The training dataset has fewer than 32 records', 'requirements of the data sets'],
  missing: [
    clientError('ResourceNotFoundException', 'no such job', 404),
    clientError('ValidationException', 'There is nothing of this name.', 400),
  ],
  hasRecordToDelete: false,
  traces: `Metrics: ${OUTPUT}`,
};
