import type { JsonObject } from '../../../../rehearsal/json-value';
import type { SageMakerOptions } from '../../../../rehearsal/sagemaker/sagemaker-service';
import { ASSET_BUCKET } from '../../fixture-assembly';
import { uploaded, uriOf } from '../../fixture-batch';
import { SageMakerFixture, START } from '../../fixture-sagemaker';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:transform-job/job';
const NAMED = { TransformJobName: 'job' };
let sagemaker: SageMakerFixture;

function start(options: Partial<SageMakerOptions> = {}): void {
  sagemaker = new SageMakerFixture(options);
}
beforeEach(() => start());

const describeJob = (): JsonObject => sagemaker.describe('TransformJob');

test('creates a job, which is in progress until it has completed', async () => {
  expect(sagemaker.transform()).toEqual({ TransformJobArn: ARN });
  expect(describeJob()).toMatchObject({ TransformJobStatus: 'InProgress', CreationTime: START / 1000 });
  expect(describeJob()).not.toHaveProperty('TransformStartTime');
  await sagemaker.clock.advance(240_000);
  expect(describeJob()).toMatchObject({
    TransformJobArn: ARN,
    TransformJobStatus: 'Completed',
    TransformStartTime: START / 1000 + 20,
    TransformEndTime: START / 1000 + 240,
    TransformOutput: { S3OutputPath: 's3://out/transformed/' },
  });
});

test('fails with the reason of its script', async () => {
  start({ script: () => ({ Job: { failure: 'AlgorithmError: See job logs for more information', duration: 60 } }) });
  sagemaker.transform();
  await sagemaker.clock.advance(60_000);
  expect(describeJob()).toMatchObject({
    TransformJobStatus: 'Failed',
    FailureReason: 'AlgorithmError: See job logs for more information',
  });
});

test('stops a running job, and fails to stop a stopped one', async () => {
  sagemaker.transform();
  sagemaker.call('StopTransformJob', NAMED);
  sagemaker.call('StopTransformJob', NAMED);
  expect(describeJob().TransformJobStatus).toBe('Stopping');
  await sagemaker.clock.advance(15_000);
  expect(describeJob().TransformJobStatus).toBe('Stopped');
  expect(() => sagemaker.call('StopTransformJob', NAMED)).toThrow(
    'The request was rejected because the transform job is in status Stopped.',
  );
});

test('no name can be used again, and nobody can delete a job', async () => {
  sagemaker.transform();
  await sagemaker.clock.advance(240_000);
  expect(() => sagemaker.call('DeleteTransformJob', NAMED)).toThrow(
    'The rehearsal does not emulate sagemaker:DeleteTransformJob.',
  );
  expect(() => sagemaker.transform()).toThrow(
    expect.objectContaining({
      code: 'ResourceInUse',
      message: `Transform job names must be unique within an AWS account and region, and a transform job with this name already exists (${ARN})`,
    }),
  );
});

test('fails on a model that does not exist', () => {
  expect(() => sagemaker.transform({ ModelName: 'Other' })).toThrow(
    expect.objectContaining({
      code: 'ValidationException',
      message: 'Could not find model "arn:aws:sagemaker:us-east-1:111122223333:model/other".',
    }),
  );
});

test('fails on data that the assembly does not upload', () => {
  start({ assets: uploaded({ 'data/rows.csv': '1,2' }) });
  const input = (key: string): JsonObject => ({
    TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: uriOf(key) } } },
  });
  expect(() => sagemaker.transform(input('rows/'))).toThrow(
    `No S3 objects found under S3 URL "s3://${ASSET_BUCKET}/rows/" given in input data source.`,
  );
  expect(sagemaker.transform(input('data/'))).toEqual({ TransformJobArn: ARN });
});

test('has a quota of jobs that run at once', () => {
  start({ quotas: { transformJobs: 1 } });
  sagemaker.transform();
  expect(() => sagemaker.transform({ TransformJobName: 'second' })).toThrow(
    "'Total number of concurrent transform jobs' is 1 Jobs",
  );
});
