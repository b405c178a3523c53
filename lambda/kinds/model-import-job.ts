import * as sdk from '@aws-sdk/client-bedrock';
import { bedrockJobs, type BedrockJobTable } from './bedrock-job';
import { importHint } from './import-hints';
import { JOB_FACTS, type ModelImportJobAttribute } from '../../src/contract';

/** What has made no model is no use to anybody. The service may yet name it: when it does so is not said. */
const NO_MODEL = 'it names no imported model';

/** Nobody can stop a job: one that is no longer wanted is waited for, so that its model can go. */
const TABLE: BedrockJobTable<sdk.CreateModelImportJobRequest, sdk.GetModelImportJobResponse, ModelImportJobAttribute> =
  {
    noun: 'model import job',
    facts: JOB_FACTS.ModelImportJob,
    operations: { create: sdk.CreateModelImportJobCommand, describe: sdk.GetModelImportJobCommand },
    async *list(client, search) {
      for await (const page of sdk.paginateListModelImportJobs({ client }, search)) yield page.modelImportJobSummaries;
    },
    phases: { InProgress: 'running', Completed: 'completed', Failed: 'failed' },
    attributes: {
      ModelImportJobArn: 'jobArn',
      ModelImportJobName: 'jobName',
      ModelImportJobStatus: 'status',
      ImportedModelArn: 'importedModelArn',
      ImportedModelName: 'importedModelName',
      CreationTime: 'creationTime',
      EndTime: 'endTime',
    },
    defaultNames: ['importedModelName'],
    details: ({ endTime: endedAt, importedModelArn }, { phase, reason }) => {
      const hasNoModel = phase === 'completed' && !importedModelArn;
      return {
        endedAt,
        phase: hasNoModel ? 'failed' : phase,
        reason: hasNoModel ? NO_MODEL : reason,
        isProvisional: hasNoModel,
      };
    },
    lookForResult: (client, { attributes: { ImportedModelArn: modelIdentifier } }) =>
      client.send(new sdk.GetImportedModelCommand({ modelIdentifier })),
    deleteResult: async (client: sdk.BedrockClient, { attributes: { ImportedModelArn: modelIdentifier } }) =>
      client.send(new sdk.DeleteImportedModelCommand({ modelIdentifier })),
    hint: importHint,
    traces: ({ attributes }) => `Model: ${attributes.ImportedModelName}`,
  };

/** Bedrock model import jobs. What is left of one is the model that it has imported. */
export const modelImportJobs = bedrockJobs(TABLE);
