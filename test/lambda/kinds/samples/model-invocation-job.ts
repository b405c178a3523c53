import * as sdk from '@aws-sdk/client-bedrock';
import type { KindSample } from './kind-sample';
import { modelInvocationJobs } from '../../../../lambda/kinds/model-invocation-job';
import { clientError } from '../client-error';

const NAME = 'Shop--Classify--35aa6eb423f8';
const ARN = 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/a1b2c3d4e5f6';
const OUTPUT = 's3://results/classes/a1b2c3d4e5f6/';
const spec = {
  roleArn: 'arn:aws:iam::111122223333:role/Classify',
  modelId: 'amazon.nova-lite-v1:0',
  inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://reviews/input/' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://results/classes/' } },
  timeoutDurationInHours: 72,
};
export const ACCEPTED_BATCH: sdk.GetModelInvocationJobCommandOutput = {
  $metadata: {},
  ...spec,
  jobArn: ARN,
  jobName: NAME,
  status: 'Submitted',
  submitTime: new Date('2030-01-01T00:00:00Z'),
};
export const COMPLETED_BATCH: sdk.GetModelInvocationJobCommandOutput = {
  ...ACCEPTED_BATCH,
  status: 'Completed',
  endTime: new Date('2030-01-01T07:30:00Z'),
  totalRecordCount: 1200,
  processedRecordCount: 1200,
  successRecordCount: 1197,
  errorRecordCount: 3,
};

export const SAMPLE: KindSample = {
  client: sdk.BedrockClient,
  name: NAME,
  arn: ARN,
  make: (view) => modelInvocationJobs(new sdk.BedrockClient({}), view),
  commands: {
    create: sdk.CreateModelInvocationJobCommand,
    describe: sdk.GetModelInvocationJobCommand,
    stop: sdk.StopModelInvocationJobCommand,
  },
  noun: 'batch inference job',
  request: { ...spec, timeoutDurationInHours: '72', tags: [{ key: 'team', value: 'vision' }] },
  spec,
  unknownMembers: ['ModelId'],
  sent: spec,
  accepted: ACCEPTED_BATCH,
  completed: COMPLETED_BATCH,
  since: new Date('2030-01-01T00:00:00Z'),
  more: { reason: '', endedAt: new Date('2030-01-01T07:30:00Z'), isProvisional: false },
  attributes: {
    ModelInvocationJobArn: ARN,
    ModelInvocationJobName: NAME,
    ModelInvocationJobStatus: 'Completed',
    ModelInvocationJobMessage: '',
    TotalRecordCount: '1200',
    ProcessedRecordCount: '1200',
    SuccessRecordCount: '1197',
    ErrorRecordCount: '3',
    OutputUri: OUTPUT,
    ManifestUri: `${OUTPUT}manifest.json.out`,
    SubmitTime: '2030-01-01T00:00:00.000Z',
    EndTime: '2030-01-01T07:30:00.000Z',
  },
  first: {
    ModelInvocationJobArn: ARN,
    ModelInvocationJobName: NAME,
    ModelInvocationJobStatus: 'Submitted',
    OutputUri: OUTPUT,
    ManifestUri: `${OUTPUT}manifest.json.out`,
    SubmitTime: '2030-01-01T00:00:00.000Z',
  },
  phases: {
    Submitted: 'running',
    Validating: 'running',
    Scheduled: 'running',
    InProgress: 'running',
    Stopping: 'stopping',
    Completed: 'completed',
    // a user may accept it: see record-acceptance
    PartiallyCompleted: 'failed',
    Failed: 'failed',
    Expired: 'failed',
    Stopped: 'stopped',
    WaitingForSomethingNew: 'running',
  },
  reason: ['The job has less than 100 records', '100 for most'],
  missing: [clientError('ResourceNotFoundException', 'no such job', 404)],
  hasRecordToDelete: false,
  traces: `Results: ${OUTPUT} (a failed record has an 'error' in its line)`,
};
