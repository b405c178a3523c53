import type { BedrockOptions } from '../../../../rehearsal/bedrock/bedrock-service';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { Supposition } from '../../../../unconfirmed/supposition';
import { ACCOUNT, batchClock, BATCH_START, bedrockService } from '../../fixture-batch';

const PLACE = { knowledgeBaseId: 'KB12345678', dataSourceId: 'DS12345678' };
const TOKEN = 'x'.repeat(33);

class Bedrock {
  public readonly clock = batchClock();
  private readonly service;

  constructor(options: Partial<BedrockOptions> = {}) {
    this.service = bedrockService({ clock: this.clock, ...ACCOUNT, ...options });
  }

  public call(operation: string, input: JsonObject): JsonObject {
    const at = this.clock.now();
    return this.service.handle({
      service: 'bedrock',
      operation,
      input,
      at,
      caller: undefined,
      roleArn: '',
    }) as JsonObject;
  }

  public start(more: JsonObject = {}): JsonObject {
    return this.call('StartIngestionJob', { ...PLACE, ...more }).ingestionJob as JsonObject;
  }

  public get(ingestionJobId: unknown): JsonObject {
    return this.call('GetIngestionJob', { ...PLACE, ingestionJobId: String(ingestionJobId) })
      .ingestionJob as JsonObject;
  }

  public stop(ingestionJobId: unknown): JsonObject {
    return this.call('StopIngestionJob', { ...PLACE, ingestionJobId: String(ingestionJobId) })
      .ingestionJob as JsonObject;
  }

  public list(more: JsonObject = {}): unknown[] {
    const { ingestionJobSummaries } = this.call('ListIngestionJobs', { ...PLACE, ...more });
    return (ingestionJobSummaries as JsonObject[]).map(({ description }) => description);
  }

  public async pass(seconds: number): Promise<void> {
    await this.clock.until(this.clock.sleep(seconds * 1000));
  }
}

const supposing = (...choices: string[]) => new Bedrock({ supposition: Supposition.read(choices) });

test('a job starts, goes on and completes, with counts at its end', async () => {
  const bedrock = new Bedrock();
  const { ingestionJobId, ...started } = bedrock.start({ description: 'Manuals' });

  expect(ingestionJobId).toMatch(/^[0-9A-Z]{10}$/);
  expect(started).toMatchObject({ ...PLACE, description: 'Manuals', status: 'STARTING' });
  expect(started.startedAt).toBe(new Date(BATCH_START).toISOString());
  await bedrock.pass(30);
  expect(bedrock.get(ingestionJobId)).toMatchObject({
    status: 'IN_PROGRESS',
    statistics: { numberOfDocumentsScanned: 0 },
  });
  await bedrock.pass(240);
  expect(bedrock.get(ingestionJobId)).toMatchObject({
    status: 'COMPLETE',
    statistics: { numberOfDocumentsScanned: 12 },
  });
});

test('a knowledge base has one place, whatever the data source, and another one has its own', async () => {
  const bedrock = new Bedrock();
  bedrock.start();

  expect(() => bedrock.start({ dataSourceId: 'DS00000002' })).toThrow(
    'You have reached the maximum number of concurrent ingestion jobs per knowledge base: 1',
  );
  expect(bedrock.start({ knowledgeBaseId: 'KB00000002' }).status).toBe('STARTING');
  await bedrock.pass(300);
  expect(bedrock.start().status).toBe('STARTING');
});

test('an account may have a quota', () => {
  const bedrock = new Bedrock({ quotas: { ingestionJobs: 1 } });
  bedrock.start();

  expect(() => bedrock.start({ knowledgeBaseId: 'KB00000002' })).toThrow('concurrent ingestion jobs per account: 1');
});

test('a token that has made a job makes no other while that runs', () => {
  const bedrock = new Bedrock();

  expect(bedrock.start({ clientToken: TOKEN }).ingestionJobId).toBe(
    bedrock.start({ clientToken: TOKEN }).ingestionJobId,
  );
});

test.each([
  ['old-job', true],
  ['new-job', false],
])('a token of a job that has ended may lead to the same: %s', async (alternative, isSame) => {
  const bedrock = supposing(`old-client-token=${alternative}`);
  const { ingestionJobId } = bedrock.start({ clientToken: TOKEN });
  await bedrock.pass(300);

  expect(bedrock.start({ clientToken: TOKEN }).ingestionJobId === ingestionJobId).toBe(isSame);
});

test('a job is stopped, and one that has ended is not', async () => {
  const bedrock = new Bedrock();
  const { ingestionJobId } = bedrock.start();

  expect(bedrock.stop(ingestionJobId).status).toBe('STOPPING');
  await bedrock.pass(30);
  expect(bedrock.get(ingestionJobId).status).toBe('STOPPED');
  expect(() => bedrock.stop(ingestionJobId)).toThrow('State was: STOPPED');
});

test('whether a job can be stopped that starts is supposed', async () => {
  const bedrock = supposing('stop-of-a-starting-ingestion=invalid');
  const { ingestionJobId } = bedrock.start();

  expect(() => bedrock.stop(ingestionJobId)).toThrow('must be in progress');
  await bedrock.pass(30);
  expect(bedrock.stop(ingestionJobId).status).toBe('STOPPING');
});

test('the list of a data source has its own jobs, sorted, filtered and page by page', async () => {
  const bedrock = new Bedrock();
  for (const description of ['first', 'second']) {
    bedrock.start({ description });
    await bedrock.pass(300);
  }
  bedrock.start({ description: 'elsewhere', dataSourceId: 'DS00000002' });

  expect(bedrock.list({ sortBy: { attribute: 'STARTED_AT', order: 'DESCENDING' } })).toEqual(['second', 'first']);
  expect(bedrock.list({ sortBy: { attribute: 'STARTED_AT', order: 'ASCENDING' } })).toEqual(['first', 'second']);
  expect(bedrock.list({ filters: [{ attribute: 'STATUS', operator: 'EQ', values: ['FAILED'] }] })).toEqual([]);
  const { nextToken } = bedrock.call('ListIngestionJobs', { ...PLACE, maxResults: 1 });
  expect(bedrock.list({ maxResults: 1, nextToken })).toEqual(['first']);
});

test('a job that there is not is not found, be it in another data source', () => {
  const bedrock = new Bedrock();
  const { ingestionJobId } = bedrock.start();
  const elsewhere = { ...PLACE, dataSourceId: 'DS00000002', ingestionJobId };

  expect(() => bedrock.call('GetIngestionJob', elsewhere)).toThrow('Could not find the ingestion job');
});

test('is paid for by the token', () => {
  const clock = batchClock();
  const service = bedrockService({ clock, ...ACCOUNT });
  const call = { service: 'bedrock', operation: 'StartIngestionJob', input: PLACE, at: clock.now(), roleArn: '' };
  service.handle({ ...call, caller: undefined });
  const note = 'by the token of its documents, of the model that embeds them';
  expect(service.jobs.map(({ usage }) => usage)).toEqual([{ instances: [], note }]);
});
