import { App, Stack } from 'aws-cdk-lib';
import { IngestionDataSource, type IngestionJobProps } from '../../../../src';
import { dataSourceInApp, ingestionJob } from '../../sample-ingestion-job';
import { newStack } from '../../sample-job';

const making = (props: object) => () => ingestionJob(newStack(), 'Ingest', props as Partial<IngestionJobProps>);

test.each([
  [
    'no data source',
    { dataSource: undefined },
    "'dataSource' must be a data source, for example IngestionDataSource.fromCfnDataSource(), got undefined",
  ],
  [
    'an L1 where a value is asked for',
    { dataSource: 'DS12345678' },
    "'dataSource' must be a data source, for example IngestionDataSource.fromCfnDataSource(), got 'DS12345678'",
  ],
  [
    'what is no L1',
    { dataSource: IngestionDataSource.fromCfnDataSource({} as never) },
    "'dataSource' must be a data source of a knowledge base, for example new CfnDataSource(), got {}",
  ],
  [
    'an id that is no text',
    { dataSource: IngestionDataSource.fromIds(7 as never, 'DS12345678') },
    "'dataSource.knowledgeBaseId' must be a string, got 7",
  ],
  [
    'ids of another form',
    { dataSource: IngestionDataSource.fromIds('KB-1', 'DS12345678') },
    "'dataSource' (knowledgeBaseId) must be an id of 10 letters and digits, got 'KB-1'",
  ],
  [
    'fewer than no failures',
    { maxFailedDocuments: -1 },
    "'maxFailedDocuments' must be a whole number of at least 0, got -1",
  ],
  ['half a failure', { maxFailedDocuments: 0.5 }, "'maxFailedDocuments' must be a whole number of at least 0, got 0.5"],
  [
    'a limit that nobody sees',
    { maxFailedDocuments: 1, waitForCompletion: false },
    "'maxFailedDocuments' must not be given where 'waitForCompletion' is false: nobody sees how the job ends",
  ],
  ['documents that are no list', { documents: 'docs' }, "'documents' must be a list, got 'docs'"],
  [
    'documents that are no constructs',
    { documents: ['docs/'] },
    "'documents[0]' must be a construct, for example a BucketDeployment, got 'docs/'",
  ],
  [
    'a description without room for the name',
    { description: 'x'.repeat(137) },
    "'description' must be at most 136 characters, for the name of the job follows on them, got 'xxx",
  ],
  ['an empty description', { description: '' }, "'description' must be 1 to 200 characters (it has 0), got ''"],
  [
    'a knowledge base beside the data source',
    { requestOverrides: { knowledgeBaseId: 'KB12345679' } },
    "use 'dataSource'",
  ],
  ['a token of its own', { requestOverrides: { clientToken: 'x'.repeat(40) } }, 'the handler sets it'],
])('fails with %s', (_, props, text) => {
  expect(making(props)).toThrow(text);
});

test('takes a description that has all the room that there is', () => {
  expect(making({ description: 'x'.repeat(136) })).not.toThrow();
});

test('fails with a data source in another Region', () => {
  const app = new App();
  const [here, there] = ['eu-west-1', 'us-east-1'].map(
    (region) => new Stack(app, region, { env: { account: '111122223333', region }, crossRegionReferences: true }),
  );
  const dataSource = IngestionDataSource.fromCfnDataSource(dataSourceInApp(there));

  expect(() => ingestionJob(here, 'Ingest', { dataSource })).toThrow(
    "'dataSource' must be in eu-west-1, where the job is, got one in us-east-1",
  );
});

test('fails with a data source in another account', () => {
  const app = new App();
  const [here, there] = ['111122223333', '444455556666'].map(
    (account) => new Stack(app, `In${account}`, { env: { account, region: 'us-east-1' } }),
  );
  const dataSource = IngestionDataSource.fromCfnDataSource(dataSourceInApp(there));

  expect(() => ingestionJob(here, 'Ingest', { dataSource })).toThrow(
    "'dataSource' must be in 111122223333, where the job is, got one in 444455556666",
  );
});

test('fails with ids that have changed places', () => {
  const stack = newStack();
  const { attrDataSourceId, knowledgeBaseId } = dataSourceInApp(stack);
  const makes = (base: string, source: string, id: string) => () =>
    ingestionJob(stack, id, { dataSource: IngestionDataSource.fromIds(base, source) });

  expect(makes(attrDataSourceId, knowledgeBaseId, 'Both')).toThrow(
    /knowledgeBaseId' .* one of 'Stack\/.*\n.*dataSourceId' must/,
  );
  expect(makes('KB12345678', knowledgeBaseId, 'NoSource')).toThrow(
    /'dataSource.dataSourceId' must be that of a data source, got one of 'Stack\//,
  );
  expect(makes(attrDataSourceId, 'DS12345678', 'NoBase')).toThrow(
    /'dataSource.knowledgeBaseId' must be that of a knowledge base, got one of 'Stack\//,
  );
  expect(makes(knowledgeBaseId, attrDataSourceId, 'Right')).not.toThrow();
});

test('fails where there is no Bedrock', () => {
  const china = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'cn-north-1' } });

  expect(() => ingestionJob(china, 'Ingest')).toThrow(
    'an ingestion job needs Amazon Bedrock, which AWS China does not have',
  );
});
