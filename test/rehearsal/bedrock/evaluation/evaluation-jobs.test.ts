import { evaluationRequest, prompts } from './fixture-evaluation';
import type { BedrockOptions, BedrockService } from '../../../../rehearsal/bedrock/bedrock-service';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { batchClock, BATCH_START, bedrockService, uploaded, uriOf } from '../../fixture-batch';
import { allow, document, IamFixture } from '../../fixture-iam';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';
const ROLE = 'arn:aws:iam::111122223333:role/evaluate';
let service: BedrockService;
let clock: ReturnType<typeof batchClock>;

function start(options: Partial<BedrockOptions> = {}): void {
  clock = batchClock();
  service = bedrockService({ clock, ...options });
}

function call(operation: string, input: JsonObject): JsonObject {
  const made = { service: 'bedrock', operation, input, at: BATCH_START, caller: undefined, roleArn: '' };
  return service.handle(made) as JsonObject;
}

const create = (more: JsonObject = {}, automated: JsonObject = {}) =>
  String(call('CreateEvaluationJob', evaluationRequest(more, automated)).jobArn);
const get = (jobIdentifier: string) => call('GetEvaluationJob', { jobIdentifier });

beforeEach(() => start());

test('a job is made, listed and described', () => {
  const arn = create();

  expect(arn).toMatch(/^arn:aws:bedrock:us-east-1:111122223333:evaluation-job\/[a-z0-9]{12}$/);
  expect(call('ListEvaluationJobs', { nameContains: 'job' })).toMatchObject({
    jobSummaries: [{ jobArn: arn, jobName: 'job', status: 'InProgress' }],
  });
  expect(get(arn)).toMatchObject({ jobArn: arn, jobName: 'job', roleArn: ROLE, jobType: 'Automated' });
});

test('a job is stopped in a while', async () => {
  const arn = create();
  call('StopEvaluationJob', { jobIdentifier: arn });
  expect(get(arn).status).toBe('Stopping');
  await clock.advance(600_000);
  expect(get(arn).status).toBe('Stopped');
});

test('the quota is one for all models', () => {
  start({ quotas: { evaluationJobs: 1 } });
  create();

  expect(() =>
    create({
      jobName: 'other',
      inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'amazon.nova-pro-v1:0' } }] },
    }),
  ).toThrow(
    expect.objectContaining({
      code: 'ServiceQuotaExceededException',
      message: 'You have reached the maximum number of evaluation jobs: 1 of 1. Resubmit your request later.',
    }),
  );
});

test('a request is checked against the model of the API', () => {
  expect(() => create({ jobName: 'Job' })).toThrow("Value 'Job' at 'jobName' failed to satisfy constraint");
});

test('a job fails whose prompts are wrong', async () => {
  start({ assets: uploaded({ 'faq.jsonl': '{}\n' }) });
  const arn = create({}, { datasetMetricConfigs: [prompts(uriOf('faq.jsonl'))] });
  await clock.advance(60_000);

  expect(get(arn)).toMatchObject({
    status: 'Failed',
    failureMessages: [`Line 1 of the dataset ${uriOf('faq.jsonl')} is invalid: it has no prompt.`],
  });
});

describe('a job with a key of the stack', () => {
  const ACCOUNT_ROOT = { ...allow('kms:*'), Principal: { AWS: 'arn:aws:iam::111122223333:root' } };
  const own = (more: JsonObject) => ({ ...allow('kms:*'), Principal: { Service: 'bedrock.amazonaws.com' }, ...more });
  const ofJob = (arn: string) => ({ Condition: { StringLike: { 'kms:EncryptionContext:evaluationJobArn': arn } } });

  test.each<[string, JsonObject[], string]>([
    ['fails where the service may not use the key by itself', [], 'Failed'],
    ['fails where it may for other jobs', [own(ofJob('arn:aws:bedrock:*:*:model-import-job/*'))], 'Failed'],
    ['completes where it may for such jobs', [own(ofJob('arn:aws:bedrock:*:*:evaluation-job/*'))], 'Completed'],
  ])('%s', async (_, statements, status) => {
    const iam = new IamFixture();
    iam.make('AWS::KMS::Key', '0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d', {
      KeyPolicy: document(ACCOUNT_ROOT, ...statements),
    });
    start({ iam });
    const arn = create({ customerEncryptionKeyId: KEY });
    await clock.advance(3_600_000);

    expect(get(arn).status).toBe(status);
  });
});

test('a job that was made elsewhere has written into a bucket that is there', () => {
  const arn = 'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/abcdef123456';
  start({ existing: (_, names) => (names.includes('abcdef123456') ? {} : undefined) });

  expect(get(arn)).toMatchObject({
    jobArn: arn,
    jobName: 'made-elsewhere',
    jobType: 'Automated',
    status: 'Completed',
    outputDataConfig: { s3Uri: 's3://made-elsewhere/' },
  });
});
