import type { EmulatedJob } from '../../../rehearsal/jobs/emulated-job';
import { inputOf, unfilledInputs } from '../../../rehearsal/jobs/unfilled-input';
import type { JsonObject } from '../../../rehearsal/json-value';

const job = (request: JsonObject): EmulatedJob => ({
  name: 'job',
  arn: 'arn',
  status: 'Completed',
  finished: true,
  request,
  createdAt: 0,
  usage: { instances: [] },
});

const TRAINING = job({
  InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://made/train/' } } }],
  OutputDataConfig: { S3OutputPath: 's3://made/models' },
});
const COMPILATION = job({
  InputConfig: { S3Uri: 's3://made/models/job/output/model.tar.gz' },
  OutputConfig: { S3OutputLocation: 's3://made/compiled/' },
});
const BATCH = job({ inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://outside/records.jsonl' } } });

const urisOf = (some: readonly EmulatedJob[], all = some, filled: readonly string[] = []): string[] =>
  unfilledInputs(some.map(inputOf), all, {
    isMade: (name) => name === 'made',
    isFilled: (uri) => filled.includes(uri),
  }).map(({ uri }) => uri);

test('names the input in a bucket that a stack makes, unless another job writes there', () => {
  expect(urisOf([TRAINING, COMPILATION, BATCH])).toEqual(['s3://made/train/']);
  expect(urisOf([COMPILATION])).toEqual(['s3://made/models/job/output/model.tar.gz']);
});

test('the trainings that a tuning job launches read and write for it', () => {
  const one = job({ TrainingJobDefinition: TRAINING.request });
  const several = job({ TrainingJobDefinitions: [TRAINING.request] });
  for (const tuning of [one, several]) {
    expect(urisOf([tuning, COMPILATION])).toEqual(['s3://made/train/']);
  }
});

test('an optimization job reads a model, and conversations', () => {
  const optimization = job({
    ModelSource: { S3: { S3Uri: 's3://made/mistral/' } },
    OptimizationConfigs: [
      { ModelSpeculativeDecodingConfig: { TrainingDataSource: { S3Uri: 's3://made/chats/', S3DataType: 'S3Prefix' } } },
    ],
    OutputConfig: { S3OutputLocation: 's3://made/optimized/' },
  });
  expect(urisOf([optimization])).toEqual(['s3://made/mistral/', 's3://made/chats/']);
});

test('a job does not write its own input', () => {
  const circle = job({ TransformInput: { a: 's3://made/in' }, TransformOutput: { b: 's3://made/in' } });
  expect(urisOf([circle])).toEqual(['s3://made/in']);
});

test('a place that something else may fill is taken to be full', () => {
  expect(urisOf([TRAINING], [TRAINING], ['s3://made/train/'])).toEqual([]);
});

test('an import job reads a model, and an ingestion what its data source has', () => {
  const imported = job({ modelDataSource: { s3DataSource: { s3Uri: 's3://made/llama/' } } });
  const ingestion = { ...job({ dataSourceId: 'source' }), inputs: ['s3://made/manuals/', 's3://outside/'] };
  expect(urisOf([imported, ingestion])).toEqual(['s3://made/llama/', 's3://made/manuals/']);
});

test('what captures, debugs and profiles a job writes, too', () => {
  const outputs: JsonObject[] = [
    { DataCaptureConfig: { DestinationS3Uri: 's3://made/train/' } },
    { DebugHookConfig: { S3OutputPath: 's3://made/train/' } },
    { ProfilerConfig: { S3OutputPath: 's3://made/train/' } },
  ];
  expect(outputs.map((output) => urisOf([TRAINING], [TRAINING, job(output)]))).toEqual([[], [], []]);
});

test('a model reads its data', () => {
  const model = { name: 'model' };
  const readers = [
    { reader: model, what: 'model data' as const, uris: ['s3://made/compiled/a.tar.gz', 's3://made/b'] },
  ];
  const knowledge = { isMade: () => true, isFilled: () => false };
  expect(unfilledInputs(readers, [COMPILATION], knowledge)).toEqual([
    { reader: model, what: 'model data', uri: 's3://made/b' },
  ]);
});
