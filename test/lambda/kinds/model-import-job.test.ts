import * as sdk from '@aws-sdk/client-bedrock';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { ACCEPTED_IMPORT as accepted, COMPLETED_IMPORT as completed, IMPORTED_MODEL } from './samples/model-import-job';
import type { Job } from '../../../lambda/job-kind';
import { modelImportJobs } from '../../../lambda/kinds/model-import-job';

const arn = String(completed.jobArn);
const name = String(completed.jobName);
const bedrock = mockClient(sdk.BedrockClient);
const client = new sdk.BedrockClient({});
const kind = modelImportJobs(client);
const removing = modelImportJobs(client, { DeletesResult: 'true' });
const gone = clientError('ResourceNotFoundException', 'no such model', 404);

beforeEach(() => {
  bedrock.reset();
  bedrock.on(sdk.ListModelImportJobsCommand).resolves({
    modelImportJobSummaries: [{ jobArn: arn, jobName: name, creationTime: new Date(0), status: 'Completed' }],
  });
  bedrock.on(sdk.GetModelImportJobCommand).resolves(completed);
});

test('a model has the name that the request gives it, or that of the attempt', async () => {
  bedrock.on(sdk.CreateModelImportJobCommand).resolves({ jobArn: arn });
  await kind.create(name, { importedModelName: 'penguins' }, {}, 'token');
  await kind.create(`${name}-2`, {}, {}, 'token');

  const inputs = bedrock.commandCalls(sdk.CreateModelImportJobCommand).map(({ args }) => args[0].input);
  expect(inputs.map(({ importedModelName }) => importedModelName)).toEqual(['penguins', 'shop-import-35aa6eb423f8-2']);
});

test('nobody can stop a job', () => {
  expect(kind.stop).toBeUndefined();
});

test('a completed job that names no model has failed, unless it does so within a minute', async () => {
  bedrock.on(sdk.GetModelImportJobCommand).resolves({ ...accepted, status: 'Completed' });

  expect(await kind.describe(arn)).toMatchObject({
    phase: 'failed',
    reason: 'it names no imported model',
    isProvisional: true,
  });
});

test('is taken up as long as its model is there', async () => {
  bedrock.on(sdk.GetImportedModelCommand, { modelIdentifier: IMPORTED_MODEL }).resolves({ modelArn: IMPORTED_MODEL });
  expect(await kind.find(name)).toMatchObject({ phase: 'completed' });

  bedrock.on(sdk.GetImportedModelCommand).rejects(gone);
  expect(await kind.find(name)).toMatchObject({ phase: 'failed', reason: 'what it has made has been deleted since' });
});

describe('the model', () => {
  const job = { arn, name, attributes: { ImportedModelArn: IMPORTED_MODEL } } as unknown as Job;

  test('is deleted only for a resource that wants it', () => {
    expect(kind.deleteResult).toBeUndefined();
    expect(removing.deleteResult).toBeDefined();
  });

  test('is deleted once, and one that is gone is deleted', async () => {
    bedrock.on(sdk.DeleteImportedModelCommand).resolvesOnce({}).rejects(gone);

    expect([await removing.deleteResult!(job), await removing.deleteResult!(job)]).toEqual([true, true]);
    expect(bedrock.commandCalls(sdk.DeleteImportedModelCommand)[0].args[0].input).toEqual({
      modelIdentifier: IMPORTED_MODEL,
    });
  });

  test('that is in use is refused for as long as it is', async () => {
    const inUse = clientError('ConflictException', 'in use', 409);
    bedrock.on(sdk.DeleteImportedModelCommand).rejects(inUse);

    await expect(removing.deleteResult!(job)).rejects.toThrow('in use');
    expect(removing.meaningOf(inUse)).toBe('busy');
  });
});
