import type { JsonObject } from '../../../../rehearsal/json-value';
import type { SageMakerOptions } from '../../../../rehearsal/sagemaker/sagemaker-service';
import { ASSET_BUCKET } from '../../fixture-assembly';
import { uploaded, uriOf } from '../../fixture-batch';
import { channel, ROLE, SageMakerFixture, START } from '../../fixture-sagemaker';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:training-job/job';
const NAMED = { TrainingJobName: 'job' };
let sagemaker: SageMakerFixture;

function start(options: Partial<SageMakerOptions> = {}): void {
  sagemaker = new SageMakerFixture(options);
}
beforeEach(() => start());

const describeJob = (): JsonObject => sagemaker.describe('TrainingJob');

test('creates a job and describes it', () => {
  expect(sagemaker.train()).toEqual({ TrainingJobArn: ARN });
  expect(describeJob()).toMatchObject({
    TrainingJobArn: ARN,
    TrainingJobStatus: 'InProgress',
    SecondaryStatus: 'Starting',
  });
});

test('fails when the name is in use, until the job is deleted', async () => {
  sagemaker.train();
  expect(() => sagemaker.train()).toThrow(
    expect.objectContaining({
      code: 'ResourceInUse',
      message: `Training job names must be unique within an AWS account and region, and a training job with this name already exists (${ARN})`,
    }),
  );
  await sagemaker.clock.advance(240_000);
  sagemaker.call('DeleteTrainingJob', NAMED);
  expect(sagemaker.train()).toEqual({ TrainingJobArn: ARN });
});

test('fails on a job that does not exist, as the live service does', () => {
  expect(() => describeJob()).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: 'Requested resource not found.' }),
  );
  start({ notFoundError: 'ResourceNotFound' });
  expect(() => describeJob()).toThrow(expect.objectContaining({ code: 'ResourceNotFound' }));
});

test('fails to stop a finished job, and to delete a running one', async () => {
  const status = (name: string): string => `The request was rejected because the training job is in status ${name}.`;
  sagemaker.train();
  expect(() => sagemaker.call('DeleteTrainingJob', NAMED)).toThrow(status('InProgress'));
  sagemaker.call('StopTrainingJob', NAMED);
  expect(describeJob()).toMatchObject({ TrainingJobStatus: 'Stopping', SecondaryStatus: 'Stopping' });
  await sagemaker.clock.advance(15_000);
  expect(() => sagemaker.call('StopTrainingJob', NAMED)).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: status('Stopped') }),
  );
});

test('fails to delete a job whose instances wait for the next one', async () => {
  const ResourceConfig = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, KeepAlivePeriodInSeconds: 600 };
  sagemaker.train({ ResourceConfig });
  await sagemaker.clock.advance(240_000);
  expect(() => sagemaker.call('DeleteTrainingJob', NAMED)).toThrow(expect.objectContaining({ code: 'ResourceInUse' }));
  expect(describeJob().WarmPoolStatus).toEqual({ Status: 'Available' });
  await sagemaker.clock.advance(600_000);
  expect(describeJob().WarmPoolStatus).toEqual({ Status: 'Terminated' });
  expect(() => sagemaker.call('DeleteTrainingJob', NAMED)).not.toThrow();
});

test('lets the instances go that wait for the next job, and refuses that where none wait', async () => {
  const ResourceConfig = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, KeepAlivePeriodInSeconds: 3600 };
  const letGo = () =>
    sagemaker.call('UpdateTrainingJob', { ...NAMED, ResourceConfig: { KeepAlivePeriodInSeconds: 0 } });
  sagemaker.train({ ResourceConfig });
  expect(letGo).toThrow(expect.objectContaining({ code: 'ValidationException' }));
  await sagemaker.clock.advance(240_000);
  expect(letGo()).toEqual({ TrainingJobArn: ARN });
  expect(describeJob()).toMatchObject({ ResourceConfig, WarmPoolStatus: { Status: 'Terminated' } });
  expect(letGo).toThrow(expect.objectContaining({ code: 'ValidationException' }));
  expect(() => sagemaker.call('DeleteTrainingJob', NAMED)).not.toThrow();
});

test('has a quota of jobs that run at once', () => {
  start({ quotas: { trainingJobs: 1 } });
  sagemaker.train();
  expect(() => sagemaker.train({ TrainingJobName: 'second' })).toThrow(
    expect.objectContaining({
      code: 'ResourceLimitExceeded',
      message: expect.stringContaining("'Total number of concurrent training jobs' is 1 Jobs"),
    }),
  );
});

test.each([
  [undefined, `Could not assume role ${ROLE}.`],
  ['role', `Could not assume role ${ROLE}.`],
  ['input', `Unauthorized to List objects under S3 URL s3://in/train/ with role ${ROLE}`],
  ['output', `Access denied to OutputDataConfig S3 bucket out with role ${ROLE}`],
  ['image', `Access denied for repository registry/algorithm:1 with role ${ROLE}`],
] as const)('fails with the text of what has not propagated: %s', (missing, text) => {
  start({ rolePropagation: { seconds: 20, missing }, roleCreatedAt: () => START });
  expect(() => sagemaker.train()).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: expect.stringContaining(text) }),
  );
});

test.each<[string, JsonObject, string]>([
  ['hyperparameters that are too long', { HyperParameters: { depth: 'x'.repeat(2501) } }, "at 'hyperParameters.depth'"],
  ['an environment variable without a name', { Environment: { '1st': 'x' } }, "Value '1st' at 'environment.1st'"],
  [
    'an unknown instance type',
    { ResourceConfig: { InstanceType: 'ml.x' } },
    "Value 'ml.x' at 'resourceConfig.instanceType'",
  ],
  [
    'a channel without a name',
    { InputDataConfig: [channel('', 's3://in/')] },
    "Value '' at 'inputDataConfig.1.member.channelName'",
  ],
  [
    'too many rules',
    { ProfilerRuleConfigurations: Array(21).fill({ RuleConfigurationName: 'r', RuleEvaluatorImage: 'i' }) },
    "at 'profilerRuleConfigurations'",
  ],
])('fails on %s', (_what, more, text) => {
  expect(() => sagemaker.train(more)).toThrow(text);
});

test('fails soon after its start where data is missing that the assembly was to upload', async () => {
  start({ assets: uploaded({ 'data/train.csv': '1,2' }) });
  sagemaker.train({ InputDataConfig: [channel('train', uriOf('data/')), channel('validation', uriOf('validation/'))] });
  await sagemaker.clock.advance(30_000);
  expect(describeJob()).toMatchObject({
    TrainingJobStatus: 'Failed',
    FailureReason: `ClientError: Data download failed: NoSuchKey (404): The specified key does not exist. Bucket: ${ASSET_BUCKET}, Key: validation/`,
  });
});
