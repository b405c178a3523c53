import * as sdk from '@aws-sdk/client-bedrock';
import type { KindSample } from './kind-sample';
import { modelImportJobs } from '../../../../lambda/kinds/model-import-job';
import { clientError } from '../client-error';

const NAME = 'shop--import--35aa6eb423f8';
const ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/a1b2c3d4e5f6';
export const IMPORTED_MODEL = 'arn:aws:bedrock:us-east-1:111122223333:imported-model/z9y8x7w6v5u4';
const spec = {
  roleArn: 'arn:aws:iam::111122223333:role/Import',
  modelDataSource: { s3DataSource: { s3Uri: 's3://models/llama/' } },
};
export const ACCEPTED_IMPORT: sdk.GetModelImportJobCommandOutput = {
  $metadata: {},
  ...spec,
  jobArn: ARN,
  jobName: NAME,
  importedModelName: 'shop-import-35aa6eb423f8',
  status: 'InProgress',
  creationTime: new Date('2030-01-01T00:00:00Z'),
};
export const COMPLETED_IMPORT: sdk.GetModelImportJobCommandOutput = {
  ...ACCEPTED_IMPORT,
  status: 'Completed',
  endTime: new Date('2030-01-01T00:30:00Z'),
  importedModelArn: IMPORTED_MODEL,
};

export const SAMPLE: KindSample = {
  client: sdk.BedrockClient,
  name: NAME,
  arn: ARN,
  make: (view) => modelImportJobs(new sdk.BedrockClient({}), view),
  commands: { create: sdk.CreateModelImportJobCommand, describe: sdk.GetModelImportJobCommand },
  noun: 'model import job',
  request: {
    ...spec,
    jobTags: [{ key: 'team', value: 'vision' }],
    importedModelTags: [{ key: 'team', value: 'vision' }],
  },
  spec,
  unknownMembers: ['ModelDataSource'],
  sent: { ...spec, importedModelName: 'shop-import-35aa6eb423f8' },
  accepted: ACCEPTED_IMPORT,
  completed: COMPLETED_IMPORT,
  since: new Date('2030-01-01T00:00:00Z'),
  more: { endedAt: new Date('2030-01-01T00:30:00Z'), isProvisional: false },
  attributes: {
    ModelImportJobArn: ARN,
    ModelImportJobName: NAME,
    ModelImportJobStatus: 'Completed',
    ImportedModelArn: IMPORTED_MODEL,
    ImportedModelName: 'shop-import-35aa6eb423f8',
    CreationTime: '2030-01-01T00:00:00.000Z',
    EndTime: '2030-01-01T00:30:00.000Z',
  },
  first: {
    ModelImportJobArn: ARN,
    ModelImportJobName: NAME,
    ModelImportJobStatus: 'InProgress',
    ImportedModelName: 'shop-import-35aa6eb423f8',
    CreationTime: '2030-01-01T00:00:00.000Z',
  },
  phases: {
    InProgress: 'running',
    Failed: 'failed',
    // it names no model yet: see the tests of the kind
    Completed: 'failed',
    WaitingForSomethingNew: 'running',
  },
  reason: ['The model architecture is not supported', 'lists the architectures'],
  missing: [
    clientError('ResourceNotFoundException', 'no such job', 404),
    clientError('ValidationException', 'There is nothing of this name.', 400),
  ],
  hasRecordToDelete: false,
  traces: 'Model: shop-import-35aa6eb423f8',
};
