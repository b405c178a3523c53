import * as sdk from '@aws-sdk/client-bedrock-agent';
import type { KindSample } from './kind-sample';
import { ingestionJobs } from '../../../../lambda/kinds/ingestion-job';
import { clientError } from '../client-error';

export const PLACE = { knowledgeBaseId: 'KB12345678', dataSourceId: 'DS12345678' };
const JOB = 'shop--ingest--35aa6eb423f8-2';
export const NAME = `KB12345678/DS12345678/${JOB}`;
export const ID = 'KB12345678|DS12345678|JOB1234567';
const spec = { ...PLACE, description: 'Manuals of 2030' };

export const ACCEPTED_INGESTION: sdk.IngestionJob = {
  ...PLACE,
  ingestionJobId: 'JOB1234567',
  description: `Manuals of 2030 ${JOB}`,
  status: 'STARTING',
  startedAt: new Date('2030-01-01T00:00:00Z'),
  updatedAt: new Date('2030-01-01T00:00:00Z'),
};

export const COMPLETED_INGESTION: sdk.IngestionJob = {
  ...ACCEPTED_INGESTION,
  status: 'COMPLETE',
  updatedAt: new Date('2030-01-01T00:07:00Z'),
  statistics: {
    numberOfDocumentsScanned: 54,
    numberOfMetadataDocumentsScanned: 3,
    numberOfNewDocumentsIndexed: 50,
    numberOfModifiedDocumentsIndexed: 2,
    numberOfMetadataDocumentsModified: 1,
    numberOfDocumentsDeleted: 0,
    numberOfDocumentsFailed: 2,
    numberOfDocumentsSkipped: 4,
  },
};

export const SAMPLE: KindSample = {
  client: sdk.BedrockAgentClient,
  name: NAME,
  arn: ID,
  make: (view) => ingestionJobs(new sdk.BedrockAgentClient({}), view),
  commands: {
    create: sdk.StartIngestionJobCommand,
    describe: sdk.GetIngestionJobCommand,
    stop: sdk.StopIngestionJobCommand,
  },
  noun: 'ingestion job',
  request: spec,
  spec,
  unknownMembers: ['KnowledgeBaseId', 'tags'],
  sent: { ...PLACE, description: `Manuals of 2030 ${JOB}`, clientToken: '35aa6eb423f8-2xxxxxxxxxxxxxxxxxxx' },
  created: { ingestionJob: ACCEPTED_INGESTION },
  asked: { ...PLACE, ingestionJobId: 'JOB1234567' },
  answered: (ingestionJob) => ({ ingestionJob }),
  accepted: ACCEPTED_INGESTION,
  completed: COMPLETED_INGESTION,
  since: new Date('2030-01-01T00:00:00Z'),
  more: { reason: '', endedAt: new Date('2030-01-01T00:07:00Z'), isProvisional: false },
  attributes: {
    IngestionJobId: 'JOB1234567',
    KnowledgeBaseId: 'KB12345678',
    DataSourceId: 'DS12345678',
    IngestionJobStatus: 'COMPLETE',
    NumberOfDocumentsScanned: '54',
    NumberOfMetadataDocumentsScanned: '3',
    NumberOfNewDocumentsIndexed: '50',
    NumberOfModifiedDocumentsIndexed: '2',
    NumberOfMetadataDocumentsModified: '1',
    NumberOfDocumentsDeleted: '0',
    NumberOfDocumentsFailed: '2',
    NumberOfDocumentsSkipped: '4',
    StartedAt: '2030-01-01T00:00:00.000Z',
    UpdatedAt: '2030-01-01T00:07:00.000Z',
  },
  first: {
    IngestionJobId: 'JOB1234567',
    KnowledgeBaseId: 'KB12345678',
    DataSourceId: 'DS12345678',
    IngestionJobStatus: 'STARTING',
    StartedAt: '2030-01-01T00:00:00.000Z',
    UpdatedAt: '2030-01-01T00:00:00.000Z',
  },
  phases: {
    STARTING: 'running',
    IN_PROGRESS: 'running',
    STOPPING: 'stopping',
    COMPLETE: 'completed',
    FAILED: 'failed',
    STOPPED: 'stopped',
    WAITING_FOR_SOMETHING_NEW: 'running',
  },
  reason: ['Ignored 3 files as their file format was not supported', 'inclusion prefixes'],
  hasListOfReasons: true,
  missing: [
    clientError('ResourceNotFoundException', 'Ingestion job not found', 404),
    clientError('ValidationException', 'The ingestion job JOB1234567 is not valid for the data source.', 400),
  ],
  hasRecordToDelete: false,
  traces: 'Documents: the sync history of the data source DS12345678 of the knowledge base KB12345678 has its warnings',
};
