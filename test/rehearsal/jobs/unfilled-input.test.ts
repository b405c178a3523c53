import type { EmulatedJob } from '../../../rehearsal/jobs/emulated-job';
import { unfilledInputs } from '../../../rehearsal/jobs/unfilled-input';
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
  unfilledInputs(some, all, { isMade: (name) => name === 'made', isFilled: (name) => filled.includes(name) }).map(
    ({ uri }) => uri,
  );

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

test('a bucket that something else may fill is taken to be full', () => {
  expect(urisOf([TRAINING], [TRAINING], ['made'])).toEqual([]);
});
