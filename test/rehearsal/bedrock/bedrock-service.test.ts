import { BedrockService, type BedrockOptions } from '../../../rehearsal/bedrock/bedrock-service';
import type { VirtualClock } from '../../../rehearsal/clock';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import { batchClock, batchRequest, bedrockService } from '../fixture-batch';

const ROLE = 'arn:aws:iam::111122223333:role/batch';
const NO_JOB = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/000000000000';
let clock: VirtualClock;
let service: BedrockService;

function start(options: Partial<BedrockOptions> = {}): void {
  clock = batchClock();
  service = bedrockService({ clock, ...options });
}

beforeEach(() => start());

function call(operation: string, input: JsonObject): JsonObject {
  const origin = { stackName: 'App', stackPath: 'App', logicalId: 'Job1234', path: 'App/Summarize/Resource/Default' };
  const caller = {
    functionArn: '',
    roleArn: '',
    requestId: '',
    kind: 'tick' as const,
    event: {},
    origin,
    at: 0,
    log: [],
  };
  const output: JsonValue = service.handle({
    service: 'bedrock',
    operation,
    input,
    at: clock.now(),
    caller,
    roleArn: '',
  });
  return output as JsonObject;
}

const create = (more: JsonObject = {}): string => String(call('CreateModelInvocationJob', batchRequest(more)).jobArn);
const get = (jobIdentifier: string): JsonObject => call('GetModelInvocationJob', { jobIdentifier });

test('creates a job with an ARN of its own, and describes it by ARN and by id', () => {
  const arn = create();
  expect(arn).toMatch(/^arn:aws:bedrock:us-east-1:111122223333:model-invocation-job\/[a-z0-9]{12}$/);
  expect(get(arn)).toMatchObject({ jobArn: arn, jobName: 'job', status: 'Submitted' });
  expect(get(arn.slice(-12))).toEqual(get(arn));
});

test('a name can be used again, a token cannot', () => {
  const first = create({ clientRequestToken: 'token1' });
  expect(create({ clientRequestToken: 'token1' })).toBe(first);
  expect(create({ clientRequestToken: 'token2' })).not.toBe(first);
  expect(service.jobs.map(({ name }) => name)).toEqual(['job', 'job']);
});

test('fails on a job that does not exist', () => {
  const notFound = { code: 'ResourceNotFoundException', message: `Could not find the model invocation job ${NO_JOB}.` };
  expect(() => get(NO_JOB)).toThrow(expect.objectContaining(notFound));
  expect(() => call('StopModelInvocationJob', { jobIdentifier: NO_JOB })).toThrow(expect.objectContaining(notFound));
});

test('stops a running job, and fails to stop a finished one', async () => {
  const arn = create();
  call('StopModelInvocationJob', { jobIdentifier: arn });
  call('StopModelInvocationJob', { jobIdentifier: arn });
  expect(get(arn).status).toBe('Stopping');
  await clock.advance(15_000);
  expect(get(arn).status).toBe('Stopped');
  expect(() => call('StopModelInvocationJob', { jobIdentifier: arn })).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: expect.stringContaining('State was: Stopped') }),
  );
});

test('tells of a job when it is created and when it is stopped', () => {
  const told: string[] = [];
  start({ onJob: ({ status }) => told.push(status) });
  const arn = create();
  call('StopModelInvocationJob', { jobIdentifier: arn });
  expect(told).toEqual(['Submitted', 'Stopping']);
});

test('goes as the script says, by construct path, logical id or job name', async () => {
  for (const key of ['Summarize', 'App/Summarize', 'Job1234', 'job', '*']) {
    start({ script: () => ({ [key]: { failure: 'no access', duration: 40 } }) });
    const arn = create();
    await clock.advance(40_000);
    expect(get(arn)).toMatchObject({ status: 'Failed', message: 'no access' });
  }
});

test('has a quota of jobs that a model has at once', async () => {
  start({ quotas: { modelInvocationJobs: 1 } });
  create();
  expect(() => create()).toThrow(
    expect.objectContaining({
      code: 'ServiceQuotaExceededException',
      message:
        'The sum of in-progress and submitted batch inference jobs of model amazon.titan-text-express-v1 is 1, and the quota is 1. Resubmit your request later.',
    }),
  );
  expect(() => create({ modelId: 'amazon.nova-lite-v1:0' })).not.toThrow();
  await clock.advance(240_000);
  expect(() => create()).not.toThrow();
});

test('a new role cannot be assumed at first', async () => {
  start({ rolePropagation: { seconds: 20 } });
  expect(() => create()).toThrow(
    expect.objectContaining({
      code: 'ValidationException',
      message: expect.stringContaining(
        `Could not assume provided IAM role. Please ensure that the role ${ROLE} exists`,
      ),
    }),
  );
  await clock.advance(20_000);
  expect(() => create()).not.toThrow();
});

test('a new role can also fail the job in its validation', async () => {
  start({ rolePropagation: { seconds: 20, symptom: 'failed-job' } });
  const arn = create();
  await clock.advance(9_000);
  expect(get(arn).status).toBe('Validating');
  await clock.advance(1_000);
  expect(get(arn)).toMatchObject({
    status: 'Failed',
    message: `Bedrock could not assume the service role ${ROLE}. Check its trust policy.`,
  });
});

test('lists a new job only after a while, if it is told so', async () => {
  start({ listLagSeconds: 10 });
  create();
  expect(call('ListModelInvocationJobs', {})).toEqual({ invocationJobSummaries: [] });
  await clock.advance(10_000);
  expect(call('ListModelInvocationJobs', {}).invocationJobSummaries).toMatchObject([{ jobName: 'job' }]);
});

test('keeps the tags of a job, and does not describe them', () => {
  const arn = create({ tags: [{ key: 'a', value: '1' }] });
  call('TagResource', { resourceARN: arn, tags: [{ key: 'b', value: '2' }] });
  call('UntagResource', { resourceARN: arn, tagKeys: ['a'] });
  expect(call('ListTagsForResource', { resourceARN: arn })).toEqual({ tags: [{ key: 'b', value: '2' }] });
  expect(get(arn)).not.toHaveProperty('tags');
});

test('fails on a 51st tag, and on the tags of a job that does not exist', () => {
  const tags = Array.from({ length: 51 }, (_, index) => ({ key: `key${index}`, value: '' }));
  const arn = create();
  expect(() => call('TagResource', { resourceARN: arn, tags })).toThrow(
    expect.objectContaining({ code: 'TooManyTagsException' }),
  );
  expect(() => call('ListTagsForResource', { resourceARN: NO_JOB })).toThrow(
    expect.objectContaining({ code: 'ResourceNotFoundException' }),
  );
});

test('fails on a request that breaks the constraints of the model', () => {
  expect(() => create({ timeoutDurationInHours: 23 })).toThrow(
    "1 validation error detected: Value 23 at 'timeoutDurationInHours' failed to satisfy constraint: Member must have value greater than or equal to 24",
  );
  expect(() => create({ inputDataConfig: {} })).toThrow(
    'Exactly one member of ModelInvocationJobInputDataConfig must be set (inputDataConfig)',
  );
  expect(() => get('no id')).toThrow("Value 'no id' at 'jobIdentifier'");
});

test('fails on an operation that is not emulated', () => {
  expect(() => call('CreateModelCopyJob', {})).toThrow('The rehearsal does not emulate bedrock:CreateModelCopyJob.');
});
