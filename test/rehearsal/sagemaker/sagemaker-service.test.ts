import { gzipSync } from 'node:zlib';
import { VirtualClock } from '../../../rehearsal/clock';
import { AssetStore } from '../../../rehearsal/cloud-assembly/asset-store';
import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import { SageMakerService, type SageMakerOptions } from '../../../rehearsal/sagemaker/sagemaker-service';
import { tarGz } from '../fixture-archive';
import { ASSET_BUCKET, writeApp } from '../fixture-assembly';

const ACCOUNT = { account: '111122223333', region: 'us-east-1' };
const ROLE = 'arn:aws:iam::111122223333:role/compile';
const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/job';
let clock: VirtualClock;
let service: SageMakerService;

function start(options: Partial<SageMakerOptions> = {}): void {
  clock = new VirtualClock({ startTime: Date.UTC(2026, 0, 1) });
  service = new SageMakerService({
    clock,
    ...ACCOUNT,
    script: () => ({}),
    quotas: {},
    notFoundError: 'ResourceNotFound',
    roleCreatedAt: () => clock.now(),
    onCourse: () => {},
    assets: new AssetStore(ACCOUNT.account, ACCOUNT.region),
    ...options,
  });
}

beforeEach(() => start());

function call(operation: string, input: JsonObject): JsonValue {
  const origin = { stackName: 'App', stackPath: 'App', logicalId: 'Job1234', path: 'App/Compile/Resource/Default' };
  const invocation = {
    functionArn: '',
    roleArn: '',
    requestId: '',
    kind: 'tick',
    event: {},
    origin,
    at: 0,
    log: [],
  } as const;
  const caller = { ...invocation, log: [] };
  return service.handle({ service: 'sagemaker', operation, input, at: clock.now(), caller, roleArn: '' });
}

function create(more: JsonObject = {}): JsonValue {
  return call('CreateCompilationJob', {
    CompilationJobName: 'job',
    RoleArn: ROLE,
    InputConfig: { S3Uri: 's3://in/model.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
    ...more,
  });
}

const named = { CompilationJobName: 'job' };
const describeJob = (): JsonObject => call('DescribeCompilationJob', named) as JsonObject;

test('creates a job and describes it', () => {
  expect(create()).toEqual({ CompilationJobArn: ARN });
  expect(describeJob()).toMatchObject({ CompilationJobArn: ARN, CompilationJobStatus: 'STARTING' });
});

test('fails when the name is in use, until the job is deleted', async () => {
  create();
  expect(() => create()).toThrow(
    expect.objectContaining({
      code: 'ResourceInUse',
      message: expect.stringContaining(`a compilation job with this name already exists (${ARN})`),
    }),
  );
  await clock.advance(300_000);
  call('DeleteCompilationJob', named);
  expect(create()).toEqual({ CompilationJobArn: ARN });
});

test('fails on a job that does not exist, in the form that is asked for', () => {
  expect(() => describeJob()).toThrow(
    expect.objectContaining({ code: 'ResourceNotFound', message: 'Requested resource not found.' }),
  );
  start({ notFoundError: 'ValidationException' });
  expect(() => describeJob()).toThrow(expect.objectContaining({ code: 'ValidationException' }));
});

test('stops a running job', async () => {
  create();
  call('StopCompilationJob', named);
  call('StopCompilationJob', named);
  expect(describeJob().CompilationJobStatus).toBe('STOPPING');
  await clock.advance(15_000);
  expect(describeJob().CompilationJobStatus).toBe('STOPPED');
});

test('fails to stop a finished job, and to delete a running one', async () => {
  create();
  const status = (name: string): string => `The request was rejected because the compilation job is in status ${name}.`;
  expect(() => call('DeleteCompilationJob', named)).toThrow(status('STARTING'));
  await clock.advance(300_000);
  expect(() => call('StopCompilationJob', named)).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: status('COMPLETED') }),
  );
});

test('goes as the script says, by construct path, logical id or job name', async () => {
  for (const key of ['Compile', 'App/Compile', 'Job1234', 'job', '*']) {
    start({ script: () => ({ [key]: { failure: 'ClientError: no', duration: 10 } }) });
    create();
    await clock.advance(10_000);
    expect(describeJob()).toMatchObject({ CompilationJobStatus: 'FAILED', FailureReason: 'ClientError: no' });
  }
});

test('has a quota of jobs that run at once', async () => {
  start({ quotas: { compilationJobs: 1 } });
  create();
  expect(() => create({ CompilationJobName: 'second' })).toThrow(
    expect.objectContaining({ code: 'ResourceLimitExceeded', message: expect.stringContaining('is 1 Jobs') }),
  );
  await clock.advance(300_000);
  expect(() => create({ CompilationJobName: 'second' })).not.toThrow();
});

test('a new role cannot be assumed at first', async () => {
  const createdAt = Date.UTC(2026, 0, 1);
  start({ rolePropagation: { seconds: 20 }, roleCreatedAt: () => createdAt });
  expect(() => create()).toThrow(
    expect.objectContaining({
      code: 'ValidationException',
      message: `Could not assume role ${ROLE}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
    }),
  );
  await clock.advance(20_000);
  expect(() => create()).not.toThrow();
});

test('a new role can also fail the job at once', () => {
  const createdAt = Date.UTC(2026, 0, 1);
  start({ rolePropagation: { seconds: 20, symptom: 'failed-job' }, roleCreatedAt: () => createdAt });
  create();
  expect(describeJob()).toMatchObject({
    CompilationJobStatus: 'FAILED',
    FailureReason: `ClientError: SageMaker was unable to assume the role '${ROLE}'`,
  });
});

test.each<[string, JsonObject]>([
  [
    'InputConfig and ModelPackageVersionArn',
    { ModelPackageVersionArn: 'arn:aws:sagemaker:us-east-1:111122223333:model-package/p/1' },
  ],
  ['TargetDevice and TargetPlatform', { OutputConfig: { S3OutputLocation: 's3://out/' } }],
])('fails unless exactly one of %s is given', (members, more) => {
  expect(() => create(more)).toThrow(`Exactly one of ${members} must be provided`);
});

test('lists jobs by name and status', () => {
  create();
  create({ CompilationJobName: 'other' });
  const { CompilationJobSummaries: summaries } = call('ListCompilationJobs', { NameContains: 'oth' }) as JsonObject;
  expect(summaries).toMatchObject([{ CompilationJobName: 'other', CompilationJobStatus: 'STARTING' }]);
  expect(call('ListCompilationJobs', { StatusEquals: 'COMPLETED' })).toEqual({ CompilationJobSummaries: [] });
});

test('keeps the tags of a job', () => {
  create({ Tags: [{ Key: 'a', Value: '1' }] });
  call('AddTags', { ResourceArn: ARN, Tags: [{ Key: 'b', Value: '2' }] });
  call('DeleteTags', { ResourceArn: ARN, TagKeys: ['a'] });
  expect(call('ListTags', { ResourceArn: ARN })).toEqual({ Tags: [{ Key: 'b', Value: '2' }] });
});

test('fails on an operation that is not emulated', () => {
  expect(() => call('CreateModel', {})).toThrow('The rehearsal does not emulate sagemaker:CreateModel.');
});

describe('input that the assembly uploads', () => {
  const files = {
    'good.tar.gz': tarGz(['penguins.model']),
    'bad.tar.gz': gzipSync('text'),
    'two.tar.gz': tarGz(['a.model', 'b.model']),
  };
  const [{ assets }] = readCloudAssembly(writeApp({}, {}, files), ACCOUNT);

  test.each([
    ['good.tar.gz', 'COMPLETED', ''],
    ['bad.tar.gz', 'FAILED', 'Unable to untar input model. Please confirm the model is a tar.gz file'],
    ['two.tar.gz', 'FAILED', 'Exactly one .model file is allowed for XGBoost models.'],
    ['none.tar.gz', 'FAILED', `S3 object does not exist. Bucket: ${ASSET_BUCKET}, Key: none.tar.gz`],
  ])('%s ends %s', async (key, status, reason) => {
    start({ assets });
    create({ InputConfig: { S3Uri: `s3://${ASSET_BUCKET}/${key}`, Framework: 'XGBOOST' } });
    await clock.advance(300_000);
    const FailureReason = reason && `ClientError: InputConfiguration: ${reason}`;
    expect(describeJob()).toMatchObject({ CompilationJobStatus: status, FailureReason });
  });
});
