import * as sdk from '@aws-sdk/client-bedrock-agent';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { ACCEPTED_INGESTION, COMPLETED_INGESTION, ID, NAME, PLACE } from './samples/ingestion-job';
import { ingestionJobs } from '../../../lambda/kinds/ingestion-job';

const agent = mockClient(sdk.BedrockAgentClient);
const kind = ingestionJobs(new sdk.BedrockAgentClient({}));

const at = (minute: number) => new Date(Date.UTC(2030, 0, 1, 0, minute));
const summary = (id: string, description: string | undefined, minute: number): sdk.IngestionJobSummary => ({
  ...PLACE,
  ingestionJobId: id,
  description,
  status: 'COMPLETE',
  startedAt: at(minute),
  updatedAt: at(minute + 5),
});
const afterOwn = new Date(COMPLETED_INGESTION.startedAt!.getTime() + 60_000);
const OWN = summary('JOB1234567', ACCEPTED_INGESTION.description, 0);

beforeEach(() => {
  agent.reset();
  agent.on(sdk.GetIngestionJobCommand).resolves({ ingestionJob: COMPLETED_INGESTION });
});

describe('a job is found', () => {
  test('by the last word of its description, in its data source alone, the newest first', async () => {
    agent.on(sdk.ListIngestionJobsCommand).resolves({ ingestionJobSummaries: [OWN] });

    expect(await kind.find(NAME)).toMatchObject({ arn: ID, name: NAME, phase: 'completed', isOvertaken: false });
    expect(agent.commandCalls(sdk.ListIngestionJobsCommand)[0].args[0].input).toEqual({
      ...PLACE,
      sortBy: { attribute: 'STARTED_AT', order: 'DESCENDING' },
      maxResults: 1000,
    });
  });

  test('on a later page, behind jobs of others', async () => {
    agent
      .on(sdk.ListIngestionJobsCommand)
      .resolvesOnce({ ingestionJobSummaries: [summary('OTHER00001', undefined, 30)], nextToken: 'more' })
      .resolvesOnce({ ingestionJobSummaries: [OWN] });

    expect(await kind.find(NAME)).toMatchObject({ arn: ID, isOvertaken: true });
  });

  test('as overtaken by no job that has not completed', async () => {
    const later = summary('OTHER00001', 'by a schedule', 1);
    for (const status of ['STARTING', 'IN_PROGRESS', 'STOPPING', 'STOPPED', 'FAILED'] as const) {
      agent.on(sdk.ListIngestionJobsCommand).resolves({ ingestionJobSummaries: [{ ...later, status }, OWN] });
      agent.on(sdk.GetIngestionJobCommand, { ...PLACE, ingestionJobId: 'OTHER00001' }).resolves({
        ingestionJob: { ...COMPLETED_INGESTION, ingestionJobId: 'OTHER00001', status },
      });
      expect((await kind.find(NAME))!.isOvertaken).toBe(false);
    }
  });

  test('as overtaken by one that has completed since the list was made, which may be some seconds old', async () => {
    const later = summary('OTHER00001', 'by a schedule', 1);
    for (const status of ['STARTING', 'IN_PROGRESS'] as const) {
      agent.on(sdk.ListIngestionJobsCommand).resolves({ ingestionJobSummaries: [{ ...later, status }, OWN] });
      agent.on(sdk.GetIngestionJobCommand, { ...PLACE, ingestionJobId: 'OTHER00001' }).resolves({
        ingestionJob: { ...COMPLETED_INGESTION, ingestionJobId: 'OTHER00001', startedAt: afterOwn },
      });
      expect((await kind.find(NAME))!.isOvertaken).toBe(true);
    }
  });

  test.each<[string, string, number, boolean]>([
    ['that has begun after it, though the list does not have it yet', 'KB12345678|DS12345678|HELD000001', 1, true],
    ['not where that has begun before it', 'KB12345678|DS12345678|HELD000001', -1, false],
    ['not where that is of another data source', 'KB12345678|DS87654321|HELD000001', 1, false],
  ])('as overtaken by the job that the resource stands for: %s', async (_, held, minute, isOvertaken) => {
    agent.on(sdk.ListIngestionJobsCommand).resolves({ ingestionJobSummaries: [OWN] });
    const [knowledgeBaseId, dataSourceId, ingestionJobId] = held.split('|');
    const startedAt = new Date(COMPLETED_INGESTION.startedAt!.getTime() + minute * 60_000);
    agent.on(sdk.GetIngestionJobCommand, { knowledgeBaseId, dataSourceId, ingestionJobId }).resolves({
      ingestionJob: { ...COMPLETED_INGESTION, knowledgeBaseId, dataSourceId, ingestionJobId, startedAt },
    });

    expect((await kind.find(NAME, held))!.isOvertaken).toBe(isOvertaken);
  });

  test('as overtaken by any completed job that has begun after it, and by none that has begun with it', async () => {
    const found = async (...jobs: sdk.IngestionJobSummary[]) => {
      agent.on(sdk.ListIngestionJobsCommand).resolves({ ingestionJobSummaries: jobs });
      return (await kind.find(NAME))!.isOvertaken;
    };

    expect(await found(summary('OTHER00001', 'by a schedule', 1), OWN)).toBe(true);
    expect(await found(OWN, summary('OTHER00001', 'by a schedule', 0))).toBe(false);
    expect(await found(summary('OTHER00001', 'by a schedule', 0), OWN)).toBe(false);
  });

  test('not where a description only begins with its name, or holds it', async () => {
    const jobs = ['shop--ingest--35aa6eb423f8-2 again', 'shop--ingest--35aa6eb423f8-22', ''].map((text, index) =>
      summary(`OTHER0000${index}`, text, index),
    );
    agent.on(sdk.ListIngestionJobsCommand).resolves({ ingestionJobSummaries: jobs });

    expect(await kind.find(NAME)).toBeUndefined();
  });

  test('not where its data source is gone', async () => {
    agent.on(sdk.ListIngestionJobsCommand).rejects(clientError('ResourceNotFoundException', 'no data source', 404));

    expect(await kind.find(NAME)).toBeUndefined();
  });
});

test('its names begin with its place, for it is looked for there only', () => {
  expect(kind.placeOf!({ ...PLACE, description: 'Manuals' })).toBe('KB12345678/DS12345678/');
});

test('is described by its name alone where nobody says more', async () => {
  agent.on(sdk.StartIngestionJobCommand).resolves({ ingestionJob: ACCEPTED_INGESTION });
  await kind.create(NAME, PLACE, {}, 'token');

  expect(agent.commandCalls(sdk.StartIngestionJobCommand)[0].args[0].input).toMatchObject({
    description: 'shop--ingest--35aa6eb423f8-2',
  });
});

test('has tokens that differ for all attempts, though each is filled up', async () => {
  agent.on(sdk.StartIngestionJobCommand).resolves({ ingestionJob: ACCEPTED_INGESTION });
  for (const token of ['35aa6eb423f8', '35aa6eb423f8-2', '35aa6eb423f8-20']) await kind.create(NAME, PLACE, {}, token);

  const tokens = agent.commandCalls(sdk.StartIngestionJobCommand).map(({ args }) => args[0].input.clientToken!);
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) {
    expect(token).toMatch(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}$/);
    expect(token.length).toBeGreaterThanOrEqual(33);
  }
});

test('says how many documents failed where they are too many for the user', async () => {
  const strict = ingestionJobs(new sdk.BedrockAgentClient({}), { Acceptance: { MaxFailedDocuments: '1' } });

  expect(await strict.describe(ID)).toMatchObject({
    phase: 'failed',
    status: 'COMPLETE',
    reason: '2 of 54 documents failed, and maxFailedDocuments is 1',
  });
});

test('keeps all reasons that the service gives', async () => {
  const failureReasons = ['Ignored 2 files as no text content found', 'Call to S3 did not succeed'];
  agent.on(sdk.GetIngestionJobCommand).resolves({
    ingestionJob: { ...ACCEPTED_INGESTION, status: 'FAILED', failureReasons },
  });

  expect((await kind.describe(ID))!.reason).toBe(failureReasons.join('; '));
});

test('that seems to have seen nothing may yet be counted', async () => {
  agent.on(sdk.GetIngestionJobCommand).resolves({ ingestionJob: { ...COMPLETED_INGESTION, statistics: undefined } });

  expect(await kind.describe(ID)).toMatchObject({ phase: 'completed', isProvisional: true });
});

test('has no tags, and takes none', async () => {
  await kind.setTags(ID, { team: 'vision' });
  await kind.removeTags(ID, ['team']);

  expect(await kind.listTags(ID)).toEqual({});
  expect(agent.calls()).toHaveLength(0);
});

test.each([
  [
    'ConflictException',
    'You have reached the maximum number of concurrent ingestion jobs per knowledge base: 1',
    'busy',
  ],
  ['ServiceQuotaExceededException', 'Number of concurrent ingestion jobs exceeds the quota', 'quota'],
  ['ThrottlingException', 'Rate exceeded', 'busy'],
  [
    'ValidationException',
    'Knowledge base role arn:aws:iam::111122223333:role/Kb is not able to call specified bedrock embedding model arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0: denied',
    'role-not-ready',
  ],
  ['ResourceNotFoundException', 'Knowledge base KB12345678 not found', 'not-found'],
])('takes a %s for what it is: %s', (name, text, meaning) => {
  expect(kind.meaningOf(clientError(name, text, 400))).toBe(meaning);
});
