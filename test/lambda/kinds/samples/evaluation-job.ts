import * as sdk from '@aws-sdk/client-bedrock';
import type { KindSample } from './kind-sample';
import { evaluationJobs } from '../../../../lambda/kinds/evaluation-job';
import { NO_OBJECTS } from '../../stored-objects';
import { clientError } from '../client-error';

const NAME = 'shop--evaluate--35aa6eb423f8';
const ARN = 'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/a1b2c3d4e5f6';
const spec = {
  roleArn: 'arn:aws:iam::111122223333:role/Evaluate',
  evaluationConfig: {
    automated: {
      datasetMetricConfigs: [
        {
          taskType: 'QuestionAndAnswer' as const,
          dataset: { name: 'faq', datasetLocation: { s3Uri: 's3://data/faq.jsonl' } },
          metricNames: ['Builtin.Accuracy', 'Builtin.Toxicity'],
        },
      ],
    },
  },
  inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'amazon.nova-lite-v1:0' } }] },
  outputDataConfig: { s3Uri: 's3://results/evaluations/' },
};
export const ACCEPTED_EVALUATION: sdk.GetEvaluationJobCommandOutput = {
  $metadata: {},
  ...spec,
  jobArn: ARN,
  jobName: NAME,
  jobType: 'Automated',
  status: 'InProgress',
  creationTime: new Date('2030-01-01T00:00:00Z'),
};
export const COMPLETED_EVALUATION: sdk.GetEvaluationJobCommandOutput = {
  ...ACCEPTED_EVALUATION,
  status: 'Completed',
  lastModifiedTime: new Date('2030-01-01T00:20:00Z'),
};
const FOLDER = `s3://results/evaluations/${NAME}/a1b2c3d4e5f6/`;

export const SAMPLE: KindSample = {
  client: sdk.BedrockClient,
  name: NAME,
  arn: ARN,
  make: (view) => evaluationJobs(new sdk.BedrockClient({}), NO_OBJECTS, view),
  commands: {
    create: sdk.CreateEvaluationJobCommand,
    describe: sdk.GetEvaluationJobCommand,
    stop: sdk.StopEvaluationJobCommand,
  },
  noun: 'evaluation job',
  request: { ...spec, jobTags: [{ key: 'team', value: 'vision' }] },
  spec,
  unknownMembers: ['vpcConfig'],
  sent: spec,
  accepted: ACCEPTED_EVALUATION,
  completed: COMPLETED_EVALUATION,
  since: new Date('2030-01-01T00:00:00Z'),
  more: { endedAt: new Date('2030-01-01T00:20:00Z') },
  attributes: {
    EvaluationJobArn: ARN,
    EvaluationJobName: NAME,
    EvaluationJobStatus: 'Completed',
    OutputUri: FOLDER,
    CreationTime: '2030-01-01T00:00:00.000Z',
    LastModifiedTime: '2030-01-01T00:20:00.000Z',
  },
  first: {
    EvaluationJobArn: ARN,
    EvaluationJobName: NAME,
    EvaluationJobStatus: 'InProgress',
    OutputUri: FOLDER,
    CreationTime: '2030-01-01T00:00:00.000Z',
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    Deleting: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
    WaitingForSomethingNew: 'running',
  },
  reason: ['The evaluator model is not supported in this Region', 'which can judge'],
  hasListOfReasons: true,
  missing: [
    clientError('ResourceNotFoundException', 'no such job', 404),
    clientError('ValidationException', 'There is nothing of this name.', 400),
  ],
  hasRecordToDelete: false,
  traces: `Results: ${FOLDER}`,
};
