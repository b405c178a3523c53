import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { failuresOf } from './long-batch-job';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import { IngestionDataSource, type IngestionJobProps } from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { dataSourceInApp, ingestionJob } from '../src/sample-ingestion-job';

afterEach(cleanUp);

/** An app with one stack `App` and one job `Ingest` of a data source that is there already. */
const appWith = (props: Partial<IngestionJobProps> = {}): string =>
  synthesize((app) => void ingestionJob(new Stack(app, 'App'), 'Ingest', props));

/** The same with documents, and with a knowledge base whose role may do some things. */
const appWithDocuments = (documents: Record<string, string>, actions = ['bedrock:InvokeModel', 's3:*']): string =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const role = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('bedrock.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions, resources: ['*'] }));
    const bucket = new Bucket(stack, 'Manuals');
    const sources = Object.entries(documents).map(([name, text]) => Source.data(name, text));
    const deployment = new BucketDeployment(stack, 'Deployment', { sources, destinationBucket: bucket });
    const source = dataSourceInApp(stack, { role, bucket: bucket.bucketName });
    const dataSource = IngestionDataSource.fromCfnDataSource(source);
    ingestionJob(stack, 'Ingest', { dataSource, documents: [deployment] });
  });

const statusesOf = ({ bedrock }: Rehearsal) => bedrock.ingestionJobs.map(({ status }) => status);
const refusalsOf = ({ bedrock }: Rehearsal) => bedrock.calls.flatMap(({ error }) => (error ? [error.code] : []));

test('a job is described by its name, and known by the ids of all that it belongs in', async () => {
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(appWith({ description: 'Manuals' }));
  const [job] = rehearsal.bedrock.ingestionJobs;

  expect(ok).toBe(true);
  expect(job.invented).toEqual([{ name: 'documents', value: 12, why: 'nothing was read' }]);
  expect(job.name).toMatch(/^Manuals app--ingest--[0-9a-f]{12}$/);
  expect(stacks.App.resources).toHaveProperty(
    [Object.keys(stacks.App.resources).find((id) => /^Ingest[0-9A-F]{8}$/.test(id))!, 'physicalId'],
    `KB12345678|DS12345678|${job.id}`,
  );
  expect(stacks.App.outputs).toMatchObject({ IngestIngestionJobId: job.id, IngestNumberOfDocumentsFailed: '0' });
});

test('a job that fails fails the deployment, with its reason, a hint and where to look further', async () => {
  const rehearsal = newRehearsal({ jobs: { Ingest: { failure: 'Query vector has invalid dimension: 1024' } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(failuresOf(stacks.App)).toEqual([
    expect.stringContaining(
      'The ingestion job ended as FAILED: Query vector has invalid dimension: 1024 | Hint: the vector index must have',
    ),
  ]);
  expect(failuresOf(stacks.App)[0]).toContain(
    `| Job: ${rehearsal.bedrock.ingestionJobs[0].arn} | Documents: the sync history`,
  );
});

test('more documents that fail than may are a failure, with the reasons of the service', async () => {
  const rehearsal = newRehearsal({ jobs: { Ingest: { errorRecords: 3 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith({ maxFailedDocuments: 2 }));

  expect(ok).toBe(false);
  expect(failuresOf(stacks.App)[0]).toContain(
    '3 of 12 documents failed, and maxFailedDocuments is 2; Ignored files as their file format was not supported.',
  );
});

test('a job that takes too long is stopped', async () => {
  const rehearsal = newRehearsal({ jobs: { Ingest: { duration: 7200 } } });
  const { ok } = await rehearsal.deploy(appWith());

  expect([ok, statusesOf(rehearsal)]).toEqual([false, ['STOPPED']]);
});

test.each(['conflict', 'other-words', 'quota-exceeded', 'throttled'])(
  'jobs of one knowledge base wait for each other, whatever is said of the place: %s',
  async (alternative) => {
    const app = synthesize((scope) => {
      const stack = new Stack(scope, 'App');
      for (const id of ['First', 'Second']) ingestionJob(stack, id);
    });
    const rehearsal = newRehearsal({ supposition: Supposition.read([`ingestion-place=${alternative}`]) });

    expect((await rehearsal.deploy(app)).ok).toBe(true);
    const [first, second] = rehearsal.bedrock.ingestionJobs;
    expect(statusesOf(rehearsal)).toEqual(['COMPLETE', 'COMPLETE']);
    expect(second.createdAt).toBeGreaterThanOrEqual(first.endsAt!);
    expect(refusalsOf(rehearsal).length).toBeGreaterThan(0);
  },
);

test.each(['with-the-status', 'late', 'absent'])('counts may be there when they are: %s', async (alternative) => {
  const rehearsal = newRehearsal({ supposition: Supposition.read([`ingestion-counts=${alternative}`]) });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(true);
  expect(stacks.App.outputs.IngestNumberOfDocumentsScanned).toBe(alternative === 'absent' ? '' : '12');
});

test.each(['accepted', 'conflict', 'invalid'])(
  'a job is stopped with its stack, though it starts: %s',
  async (name) => {
    const rehearsal = newRehearsal({
      supposition: Supposition.read([`stop-of-a-starting-ingestion=${name}`]),
      jobs: { Ingest: { duration: 7200, startup: 240 } },
    });
    const app = appWith({ waitForCompletion: false });
    await rehearsal.deploy(app);

    expect((await rehearsal.destroy(app)).ok).toBe(true);
    expect(statusesOf(rehearsal)).toEqual(['STOPPED']);
  },
);

describe('documents of the stack', () => {
  test('are ingested again when others take their place, and when they come back', async () => {
    const rehearsal = newRehearsal();
    const [first, second] = [{ 'a.md': 'Open it.' }, { 'a.md': 'Open it.', 'b.md': 'Close it.' }];
    for (const documents of [first, second, first]) {
      expect((await rehearsal.deploy(appWithDocuments(documents))).ok).toBe(true);
    }

    expect(rehearsal.bedrock.ingestionJobs.map((job) => job.describe().statistics)).toMatchObject([
      { numberOfDocumentsScanned: 1, numberOfNewDocumentsIndexed: 1 },
      { numberOfDocumentsScanned: 2, numberOfNewDocumentsIndexed: 1 },
      { numberOfDocumentsScanned: 1, numberOfNewDocumentsIndexed: 0, numberOfDocumentsDeleted: 1 },
    ]);
  });

  test('are not ingested again when they are the same', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWithDocuments({ 'a.md': 'Open it.' }));
    const { stacks } = await rehearsal.deploy(appWithDocuments({ 'a.md': 'Open it.' }));

    expect(stacks.App.changed).toBe(false);
    expect(statusesOf(rehearsal)).toEqual(['COMPLETE']);
  });

  test.each([
    ['the documents', ['bedrock:InvokeModel'], 's3:ListBucket'],
    ['the embedding model', ['s3:*'], 'bedrock:InvokeModel'],
  ])('need a role that may use %s', async (_, actions, missing) => {
    const rehearsal = newRehearsal();
    const { ok, stacks, denials } = await rehearsal.deploy(appWithDocuments({ 'a.md': 'Open it.' }, actions));

    expect(ok).toBe(false);
    expect(JSON.stringify(denials)).toContain(missing);
    expect(failuresOf(stacks.App)[0]).toContain(missing);
  });
});
