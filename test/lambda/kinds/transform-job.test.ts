import {
  CreateTransformJobCommand,
  DescribeTransformJobCommand,
  type DescribeTransformJobCommandOutput,
  SageMakerClient,
  StopTransformJobCommand,
  type TransformJobStatus,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { InvalidRequest } from '../../../lambda/fault';
import type { Job, JobPhase } from '../../../lambda/job-kind';
import { transformJobs } from '../../../lambda/kinds/transform-job';
import { TRANSFORM_JOB } from '../../../src/contract';

const name = 'Shop--Score--35aa6eb423f8';
const arn = `arn:aws:sagemaker:eu-west-1:111122223333:transform-job/${name}`;
const token = '35aa6eb423f8';
const sagemaker = mockClient(SageMakerClient);
const kind = transformJobs(new SageMakerClient({}));
const job = { name, arn } as Job;

beforeEach(() => {
  sagemaker.reset();
});

const inputs = () => sagemaker.calls().map(({ args }) => args[0].input);

/** What Describe says of a job that has just been accepted. */
const accepted: DescribeTransformJobCommandOutput = {
  $metadata: {},
  TransformJobName: name,
  TransformJobArn: arn,
  TransformJobStatus: 'InProgress',
  ModelName: 'churn',
  TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://customers/2030/' } } },
  TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
  CreationTime: new Date('2030-01-01T00:00:00Z'),
};

const completed: DescribeTransformJobCommandOutput = {
  ...accepted,
  TransformJobStatus: 'Completed',
  TransformOutput: { S3OutputPath: `s3://results/${name}/` },
  TransformStartTime: new Date('2030-01-01T00:03:00Z'),
  TransformEndTime: new Date('2030-01-01T00:07:30Z'),
};

describe('the request', () => {
  const request = {
    ModelName: 'churn',
    MaxConcurrentTransforms: '4',
    MaxPayloadInMB: '6',
    ModelClientConfig: { InvocationsTimeoutInSeconds: '600', InvocationsMaxRetries: '3' },
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://customers/2030/' } },
      SplitType: 'Line',
    },
    TransformOutput: { S3OutputPath: 's3://results', AssembleWith: 'Line', KmsKeyId: 'alias/results' },
    TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: '2' },
    DataCaptureConfig: { DestinationS3Uri: 's3://captured', GenerateInferenceId: 'true' },
    Tags: [{ Key: 'team', Value: 'vision' }],
  };
  const spec = {
    ModelName: 'churn',
    MaxConcurrentTransforms: 4,
    MaxPayloadInMB: 6,
    ModelClientConfig: { InvocationsTimeoutInSeconds: 600, InvocationsMaxRetries: 3 },
    TransformInput: request.TransformInput,
    TransformOutput: request.TransformOutput,
    TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 2 },
    DataCaptureConfig: { DestinationS3Uri: 's3://captured', GenerateInferenceId: true },
  };

  test('gets its types back, and its tags are kept apart from what makes the job', () => {
    const revived = kind.revive(request);

    expect(kind.tagsOf(revived)).toEqual({ team: 'vision' });
    expect(kind.specOf(revived)).toEqual(spec);
  });

  test.each(['RoleArn', 'StoppingCondition'])(
    'fails with a member that CreateTransformJob does not have: %s',
    (member) => {
      expect(() => kind.revive({ [member]: 'x' })).toThrow(InvalidRequest);
    },
  );

  test('creates the job with its name and tags, and an output folder of its own', async () => {
    sagemaker.on(CreateTransformJobCommand).resolves({ TransformJobArn: arn });

    expect(await kind.create(name, spec, { team: 'vision', 'cdk-ml-jobs:spec': token }, token)).toBe(arn);

    expect(inputs()).toEqual([
      {
        ...spec,
        TransformJobName: name,
        TransformOutput: { S3OutputPath: `s3://results/${name}/`, AssembleWith: 'Line', KmsKeyId: 'alias/results' },
        Tags: [
          { Key: 'team', Value: 'vision' },
          { Key: 'cdk-ml-jobs:spec', Value: token },
        ],
      },
    ]);
  });

  test('has no Tags member without tags, and leaves what is missing to the service to report', async () => {
    sagemaker.on(CreateTransformJobCommand).resolves({ TransformJobArn: arn });
    await kind.create(name, { ModelName: 'churn', TransformOutput: { Accept: 'text/csv' } }, {}, token);
    await kind.create(name, { ModelName: 'churn' }, {}, token);

    expect(inputs()).toEqual([
      { TransformJobName: name, ModelName: 'churn', TransformOutput: { Accept: 'text/csv' } },
      { TransformJobName: name, ModelName: 'churn' },
    ]);
  });
});

describe('a job', () => {
  test('that has completed has all its attributes', async () => {
    sagemaker.on(DescribeTransformJobCommand, { TransformJobName: name }).resolves(completed);

    expect(await kind.find(name)).toEqual({
      name,
      arn,
      phase: 'completed',
      status: 'Completed',
      reason: undefined,
      since: new Date('2030-01-01T00:03:00Z'),
      attributes: {
        TransformJobArn: arn,
        TransformJobName: name,
        TransformJobStatus: 'Completed',
        TransformOutputUri: `s3://results/${name}/`,
        TransformStartTime: '2030-01-01T00:03:00.000Z',
        TransformEndTime: '2030-01-01T00:07:30.000Z',
      },
    });
  });

  test('has all attributes that the contract names, empty where the service gives none', async () => {
    sagemaker.on(DescribeTransformJobCommand).resolves(accepted);
    const { attributes, since } = (await kind.find(name))!;

    expect(Object.keys(attributes)).toEqual([...TRANSFORM_JOB.attributes]);
    expect(attributes).toEqual({
      TransformJobArn: arn,
      TransformJobName: name,
      TransformJobStatus: 'InProgress',
      TransformOutputUri: '',
      TransformStartTime: '',
      TransformEndTime: '',
    });
    expect(since).toEqual(accepted.CreationTime);
  });

  test.each<[string, JobPhase]>([
    ['InProgress', 'running'],
    ['Stopping', 'stopping'],
    ['Completed', 'completed'],
    ['Failed', 'failed'],
    ['Stopped', 'stopped'],
    ['QueuedForSomethingNew', 'running'],
  ])('with the status %s is %s', async (status, phase) => {
    const TransformJobStatus = status as TransformJobStatus;
    sagemaker.on(DescribeTransformJobCommand).resolves({ ...accepted, TransformJobStatus });

    expect(await kind.find(name)).toMatchObject({ phase, status });
  });

  test('that has failed has the reason of the service', async () => {
    const FailureReason = 'AlgorithmError: See job logs for more information';
    sagemaker.on(DescribeTransformJobCommand).resolves({ ...accepted, TransformJobStatus: 'Failed', FailureReason });

    expect((await kind.find(name))!.reason).toBe(FailureReason);
    expect(kind.hintFor(FailureReason)).toContain('/data-log');
  });

  test('is found by its ARN', async () => {
    sagemaker.on(DescribeTransformJobCommand).resolves(completed);

    expect((await kind.describe(arn))!.arn).toBe(arn);
    expect(inputs()).toEqual([{ TransformJobName: name }]);
  });

  test.each([clientError('ResourceNotFound'), clientError('ValidationException', 'Requested resource not found.')])(
    'that does not exist is none: %p',
    async (error) => {
      sagemaker.on(DescribeTransformJobCommand).rejects(error);

      expect(await kind.find(name)).toBeUndefined();
      expect(await kind.describe(arn)).toBeUndefined();
    },
  );

  test('fails to be described with any other error', async () => {
    sagemaker.on(DescribeTransformJobCommand).rejects(clientError('ThrottlingException', 'Rate exceeded'));

    await expect(kind.find(name)).rejects.toThrow('Rate exceeded');
  });

  test('is stopped by its name', async () => {
    sagemaker.on(StopTransformJobCommand).resolves({});
    await kind.stop!(job);

    expect(inputs()).toEqual([{ TransformJobName: name }]);
  });

  test('has a record that stays for good', () => {
    expect(kind.deleteRecord).toBeUndefined();
  });

  test('has its logs in the streams of its instances', () => {
    expect(kind.tracesOf(job)).toBe(
      `Logs: CloudWatch Logs, log group /aws/sagemaker/TransformJobs, log streams that begin with ${name}/`,
    );
  });
});
