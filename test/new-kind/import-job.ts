import * as sdk from '@aws-sdk/client-bedrock';
import { IMPORT_FACTS } from './new-facts';
import { bedrockJobs, type BedrockJobTable } from '../../lambda/kinds/bedrock-job';
import { invocationHint } from '../../lambda/kinds/invocation-hints';

type Attribute = 'ModelImportJobArn' | 'ImportedModelArn';

const TABLE: BedrockJobTable<sdk.CreateModelImportJobRequest, sdk.GetModelImportJobResponse, Attribute> = {
  noun: 'model import job',
  facts: IMPORT_FACTS,
  operations: { create: sdk.CreateModelImportJobCommand, describe: sdk.GetModelImportJobCommand },
  async *list(client, search) {
    for await (const page of sdk.paginateListModelImportJobs({ client }, search)) yield page.modelImportJobSummaries;
  },
  phases: { InProgress: 'running', Completed: 'completed', Failed: 'failed' },
  attributes: { ModelImportJobArn: 'jobArn', ImportedModelArn: 'importedModelArn' },
  ownNames: ['importedModelName'],
  deleteRecord: async (client: sdk.BedrockClient, { attributes }) => {
    await client.send(new sdk.DeleteImportedModelCommand({ modelIdentifier: attributes.ImportedModelArn }));
    return true;
  },
  hint: invocationHint,
  traces: ({ attributes }) => `Model: ${attributes.ImportedModelArn}`,
};

/** Bedrock model import jobs. What is left of one is the model that it has made. */
export const importJobs = bedrockJobs(TABLE);
