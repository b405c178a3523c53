import * as sdk from '@aws-sdk/client-bedrock';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import {
  ACCEPTED_CUSTOMIZATION as accepted,
  COMPLETED_CUSTOMIZATION as completed,
  CUSTOM_MODEL,
} from './samples/model-customization-job';
import type { Job } from '../../../lambda/job-kind';
import { modelCustomizationJobs } from '../../../lambda/kinds/model-customization-job';

const arn = String(completed.jobArn);
const name = String(completed.jobName);
const bedrock = mockClient(sdk.BedrockClient);
const client = new sdk.BedrockClient({});
const kind = modelCustomizationJobs(client);
const removing = modelCustomizationJobs(client, { DeletesResult: 'true' });
const gone = clientError('ResourceNotFoundException', 'no such model', 404);

beforeEach(() => {
  bedrock.reset();
  bedrock.on(sdk.ListModelCustomizationJobsCommand).resolves({
    modelCustomizationJobSummaries: [
      { jobArn: arn, jobName: name, baseModelArn: '', creationTime: new Date(0), status: 'Completed' },
    ],
  });
  bedrock.on(sdk.GetModelCustomizationJobCommand).resolves(completed);
});

test('a model has the name that the request gives it, or that of the attempt', async () => {
  bedrock.on(sdk.CreateModelCustomizationJobCommand).resolves({ jobArn: arn });
  await kind.create(name, { customModelName: 'penguins' }, {}, 'token');
  await kind.create(`${name}-2`, {}, {}, 'token');

  const names = bedrock.commandCalls(sdk.CreateModelCustomizationJobCommand).map(({ args }) => args[0].input);
  expect(names.map(({ customModelName }) => customModelName)).toEqual(['penguins', 'shop-tune-35aa6eb423f8-2']);
});

test('a completed job that names no model has failed, unless it does so within a minute', async () => {
  bedrock.on(sdk.GetModelCustomizationJobCommand).resolves({ ...accepted, status: 'Completed' });

  expect(await kind.describe(arn)).toMatchObject({
    phase: 'failed',
    reason: 'it names no custom model',
    isProvisional: true,
  });
});

test('is taken up as long as its model is there', async () => {
  bedrock.on(sdk.GetCustomModelCommand, { modelIdentifier: CUSTOM_MODEL }).resolves({ modelArn: CUSTOM_MODEL });
  expect(await kind.find(name)).toMatchObject({ phase: 'completed' });

  bedrock.on(sdk.GetCustomModelCommand).rejects(gone);
  expect(await kind.find(name)).toMatchObject({ phase: 'failed', reason: 'what it has made has been deleted since' });
});

describe('the model', () => {
  const job = { arn, name, attributes: { CustomModelArn: CUSTOM_MODEL } } as unknown as Job;

  test('is deleted only for a resource that wants it', () => {
    expect(kind.deleteResult).toBeUndefined();
    expect(removing.deleteResult).toBeDefined();
  });

  test('is deleted once, and one that is gone is deleted', async () => {
    bedrock.on(sdk.DeleteCustomModelCommand).resolvesOnce({}).rejects(gone);

    expect([await removing.deleteResult!(job), await removing.deleteResult!(job)]).toEqual([true, true]);
    expect(bedrock.commandCalls(sdk.DeleteCustomModelCommand)[0].args[0].input).toEqual({
      modelIdentifier: CUSTOM_MODEL,
    });
  });

  test('is no matter where there is none', async () => {
    expect(await removing.deleteResult!({ ...job, attributes: { CustomModelArn: '' } })).toBe(true);
    expect(bedrock.calls()).toEqual([]);
  });

  test('that is in use is refused for as long as it is', async () => {
    const inUse = clientError('ConflictException', 'in use', 409);
    bedrock.on(sdk.DeleteCustomModelCommand).rejects(inUse);

    await expect(removing.deleteResult!(job)).rejects.toThrow('in use');
    expect(removing.meaningOf(inUse)).toBe('busy');
  });
});
