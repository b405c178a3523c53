import { gzipSync } from 'node:zlib';
import { readCloudAssembly } from '../../../../rehearsal/cloud-assembly/cloud-assembly';
import type { JsonObject } from '../../../../rehearsal/json-value';
import type { SageMakerOptions } from '../../../../rehearsal/sagemaker/sagemaker-service';
import { tarGz } from '../../fixture-archive';
import { ASSET_BUCKET, writeApp } from '../../fixture-assembly';
import { ACCOUNT } from '../../fixture-batch';
import { ROLE, SageMakerFixture, START, trainingRequest } from '../../fixture-sagemaker';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/job';
const NAMED = { CompilationJobName: 'job' };
let sagemaker: SageMakerFixture;

function start(options: Partial<SageMakerOptions> = {}): void {
  sagemaker = new SageMakerFixture(options);
}
beforeEach(() => start());

const describeJob = (): JsonObject => sagemaker.describe('CompilationJob');

test('creates a job and describes it', () => {
  expect(sagemaker.compile()).toEqual({ CompilationJobArn: ARN });
  expect(describeJob()).toMatchObject({ CompilationJobArn: ARN, CompilationJobStatus: 'STARTING' });
});

test('fails when the name is in use, until the job is deleted', async () => {
  sagemaker.compile();
  expect(() => sagemaker.compile()).toThrow(
    expect.objectContaining({
      code: 'ResourceInUse',
      message: `Compilation job names must be unique within an AWS account and region, and a compilation job with this name already exists (${ARN})`,
    }),
  );
  await sagemaker.clock.advance(300_000);
  sagemaker.call('DeleteCompilationJob', NAMED);
  expect(sagemaker.compile()).toEqual({ CompilationJobArn: ARN });
});

test('fails on a job that does not exist, in the form that is asked for', () => {
  expect(() => describeJob()).toThrow(
    expect.objectContaining({ code: 'ResourceNotFound', message: 'Requested resource not found.' }),
  );
  start({ notFoundError: 'ValidationException' });
  expect(() => describeJob()).toThrow(expect.objectContaining({ code: 'ValidationException' }));
});

test('stops a running job', async () => {
  sagemaker.compile();
  sagemaker.call('StopCompilationJob', NAMED);
  sagemaker.call('StopCompilationJob', NAMED);
  expect(describeJob().CompilationJobStatus).toBe('STOPPING');
  await sagemaker.clock.advance(15_000);
  expect(describeJob().CompilationJobStatus).toBe('STOPPED');
});

test('fails to stop a finished job, and to delete a running one', async () => {
  sagemaker.compile();
  const status = (name: string): string => `The request was rejected because the compilation job is in status ${name}.`;
  expect(() => sagemaker.call('DeleteCompilationJob', NAMED)).toThrow(status('STARTING'));
  await sagemaker.clock.advance(300_000);
  expect(() => sagemaker.call('StopCompilationJob', NAMED)).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: status('COMPLETED') }),
  );
});

test('goes as the script says, by construct path, logical id or job name', async () => {
  for (const key of ['Job', 'App/Job', 'Job1234', 'job', '*']) {
    start({ script: () => ({ [key]: { failure: 'ClientError: no', duration: 10 } }) });
    sagemaker.compile();
    await sagemaker.clock.advance(10_000);
    expect(describeJob()).toMatchObject({ CompilationJobStatus: 'FAILED', FailureReason: 'ClientError: no' });
  }
});

test('has a quota of jobs that run at once', async () => {
  start({ quotas: { compilationJobs: 1 } });
  sagemaker.compile();
  expect(() => sagemaker.compile({ CompilationJobName: 'second' })).toThrow(
    expect.objectContaining({ code: 'ResourceLimitExceeded', message: expect.stringContaining('is 1 Jobs') }),
  );
  await sagemaker.clock.advance(300_000);
  expect(() => sagemaker.compile({ CompilationJobName: 'second' })).not.toThrow();
});

test('a new role cannot be assumed at first', async () => {
  start({ rolePropagation: { seconds: 20 }, roleCreatedAt: () => START });
  expect(() => sagemaker.compile()).toThrow(
    expect.objectContaining({
      code: 'ValidationException',
      message: `Could not assume role ${ROLE}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
    }),
  );
  await sagemaker.clock.advance(20_000);
  expect(() => sagemaker.compile()).not.toThrow();
});

test('a new role can also fail the job at once', () => {
  start({ rolePropagation: { seconds: 20, symptom: 'failed-job' }, roleCreatedAt: () => START });
  sagemaker.compile();
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
  expect(() => sagemaker.compile(more)).toThrow(`Exactly one of ${members} must be provided`);
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
    sagemaker.compile({ InputConfig: { S3Uri: `s3://${ASSET_BUCKET}/${key}`, Framework: 'XGBOOST' } });
    await sagemaker.clock.advance(300_000);
    const FailureReason = reason && `ClientError: InputConfiguration: ${reason}`;
    expect(describeJob()).toMatchObject({ CompilationJobStatus: status, FailureReason });
  });
});

describe('input that a training job makes', () => {
  const model = { InputConfig: { S3Uri: 's3://out/models/train/output/model.tar.gz', Framework: 'XGBOOST' } };
  const trained = trainingRequest({ TrainingJobName: 'train' });

  test('is there when the training has completed, also when its record has been deleted', async () => {
    sagemaker.call('CreateTrainingJob', trained);
    await sagemaker.clock.advance(240_000);
    sagemaker.call('DeleteTrainingJob', { TrainingJobName: 'train' });
    sagemaker.compile(model);
    await sagemaker.clock.advance(300_000);
    expect(describeJob().CompilationJobStatus).toBe('COMPLETED');
  });

  test('is there, too, in a bucket that the assembly uploads to', async () => {
    start({ assets: readCloudAssembly(writeApp({}, {}, { 'data.csv': '1' }), ACCOUNT)[0].assets });
    const S3OutputPath = `s3://${ASSET_BUCKET}/models/`;
    sagemaker.call('CreateTrainingJob', { ...trained, OutputDataConfig: { S3OutputPath } });
    await sagemaker.clock.advance(240_000);
    sagemaker.compile({ InputConfig: { ...model.InputConfig, S3Uri: `${S3OutputPath}train/output/model.tar.gz` } });
    await sagemaker.clock.advance(300_000);
    expect(describeJob()).toMatchObject({ CompilationJobStatus: 'COMPLETED', FailureReason: '' });
  });

  test('fails the job while the training runs', async () => {
    sagemaker.call('CreateTrainingJob', trained);
    sagemaker.compile(model);
    await sagemaker.clock.advance(300_000);
    expect(describeJob()).toMatchObject({
      CompilationJobStatus: 'FAILED',
      FailureReason:
        'ClientError: InputConfiguration: S3 object does not exist. Bucket: out, Key: models/train/output/model.tar.gz',
    });
  });
});
