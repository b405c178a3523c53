import {
  CreateTrainingJobCommand,
  DeleteTrainingJobCommand,
  DescribeTrainingJobCommand,
  type DescribeTrainingJobCommandOutput,
  SageMakerClient,
  StopTrainingJobCommand,
  type TrainingJobStatus,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { InvalidRequest } from '../../../lambda/fault';
import type { Job, JobPhase, JobView } from '../../../lambda/job-kind';
import { trainingJobs } from '../../../lambda/kinds/training-job';
import { TRAINING_JOB } from '../../../src/contract';

const name = 'Shop--Train--35aa6eb423f8';
const arn = `arn:aws:sagemaker:eu-west-1:111122223333:training-job/${name}`;
const role = 'arn:aws:iam::111122223333:role/Train';
const token = '35aa6eb423f8';
const sagemaker = mockClient(SageMakerClient);
const kindFor = (view?: JobView) => trainingJobs(new SageMakerClient({}), view);
const kind = kindFor();
const job = { name, arn } as Job;

beforeEach(() => {
  sagemaker.reset();
});

const inputs = () => sagemaker.calls().map(({ args }) => args[0].input);

/** What Describe says of a job that has just been accepted. */
const accepted: DescribeTrainingJobCommandOutput = {
  $metadata: {},
  TrainingJobName: name,
  TrainingJobArn: arn,
  TrainingJobStatus: 'InProgress',
  SecondaryStatus: 'Starting',
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  CreationTime: new Date('2030-01-01T00:00:00Z'),
  ModelArtifacts: undefined,
};

const completed: DescribeTrainingJobCommandOutput = {
  ...accepted,
  TrainingJobStatus: 'Completed',
  SecondaryStatus: 'Completed',
  TrainingStartTime: new Date('2030-01-01T00:02:00Z'),
  TrainingEndTime: new Date('2030-01-01T00:12:30Z'),
  ModelArtifacts: { S3ModelArtifacts: `s3://results/${name}/output/model.tar.gz` },
  CheckpointConfig: { S3Uri: 's3://results/checkpoints' },
  OutputModelPackageArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/1',
  TrainingTimeInSeconds: 630,
  BillableTimeInSeconds: 189,
  FinalMetricDataList: [
    { MetricName: 'validation:auc', Value: 0.9700000286102295, Timestamp: new Date('2030-01-01T00:12:00Z') },
    { MetricName: 'train:error', Value: 0, Timestamp: new Date('2030-01-01T00:12:00Z') },
  ],
};

describe('the request', () => {
  const request = {
    RoleArn: role,
    AlgorithmSpecification: {
      TrainingInputMode: 'File',
      TrainingImage: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
      EnableSageMakerMetricsTimeSeries: 'false',
    },
    HyperParameters: { max_depth: '5', verbose: 'true' },
    InputDataConfig: [
      {
        ChannelName: 'train',
        DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/train/' } },
        ShuffleConfig: { Seed: '42' },
      },
    ],
    OutputDataConfig: { S3OutputPath: 's3://results' },
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: '1', VolumeSizeInGB: '30' },
    StoppingCondition: { MaxRuntimeInSeconds: '3600', MaxWaitTimeInSeconds: '7200' },
    EnableManagedSpotTraining: 'true',
    Tags: [{ Key: 'team', Value: 'vision' }],
  };
  const spec = {
    RoleArn: role,
    AlgorithmSpecification: { ...request.AlgorithmSpecification, EnableSageMakerMetricsTimeSeries: false },
    HyperParameters: { max_depth: '5', verbose: 'true' },
    InputDataConfig: [{ ...request.InputDataConfig[0], ShuffleConfig: { Seed: 42 } }],
    OutputDataConfig: { S3OutputPath: 's3://results' },
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
    EnableManagedSpotTraining: true,
  };

  test('gets its types back, and its tags are kept apart from what makes the job', () => {
    const revived = kind.revive(request);

    expect(kind.tagsOf(revived)).toEqual({ team: 'vision' });
    expect(kind.specOf(revived)).toEqual(spec);
  });

  test('fails with a member that CreateTrainingJob does not have', () => {
    expect(() => kind.revive({ ModelName: 'churn' })).toThrow(InvalidRequest);
  });

  test('creates the job with its name and tags', async () => {
    sagemaker.on(CreateTrainingJobCommand).resolves({ TrainingJobArn: arn });

    expect(await kind.create(name, spec, { team: 'vision', 'cdk-ml-jobs:spec': token }, token)).toBe(arn);

    expect(inputs()).toEqual([
      {
        ...spec,
        TrainingJobName: name,
        Tags: [
          { Key: 'team', Value: 'vision' },
          { Key: 'cdk-ml-jobs:spec', Value: token },
        ],
      },
    ]);
  });

  test('has no Tags member without tags', async () => {
    sagemaker.on(CreateTrainingJobCommand).resolves({ TrainingJobArn: arn });
    await kind.create(name, { RoleArn: role }, {}, token);

    expect(inputs()).toEqual([{ TrainingJobName: name, RoleArn: role }]);
  });
});

describe('a job', () => {
  test('that has completed has all its attributes', async () => {
    sagemaker.on(DescribeTrainingJobCommand, { TrainingJobName: name }).resolves(completed);

    expect(await kind.find(name)).toEqual({
      name,
      arn,
      phase: 'completed',
      status: 'Completed',
      reason: undefined,
      since: new Date('2030-01-01T00:02:00Z'),
      attributes: {
        TrainingJobArn: arn,
        TrainingJobName: name,
        TrainingJobStatus: 'Completed',
        SecondaryStatus: 'Completed',
        ModelArtifacts: `s3://results/${name}/output/model.tar.gz`,
        CheckpointUri: 's3://results/checkpoints',
        OutputModelPackageArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/1',
        TrainingTimeInSeconds: '630',
        BillableTimeInSeconds: '189',
        TrainingStartTime: '2030-01-01T00:02:00.000Z',
        TrainingEndTime: '2030-01-01T00:12:30.000Z',
      },
    });
  });

  test('has all attributes that the contract names, empty where the service gives none', async () => {
    sagemaker.on(DescribeTrainingJobCommand).resolves(accepted);
    const { attributes, since } = (await kind.find(name))!;

    expect(Object.keys(attributes)).toEqual([...TRAINING_JOB.attributes]);
    expect(attributes).toEqual({
      TrainingJobArn: arn,
      TrainingJobName: name,
      TrainingJobStatus: 'InProgress',
      SecondaryStatus: 'Starting',
      ModelArtifacts: '',
      CheckpointUri: '',
      OutputModelPackageArn: '',
      TrainingTimeInSeconds: '',
      BillableTimeInSeconds: '',
      TrainingStartTime: '',
      TrainingEndTime: '',
    });
    expect(since).toEqual(accepted.CreationTime);
  });

  test('has the metrics that are asked for, and no other, empty where the service gives none', async () => {
    sagemaker.on(DescribeTrainingJobCommand).resolves(completed);
    const { attributes } = (await kindFor({ Metrics: ['train:error', 'validation:auc', 'f1'] }).find(name))!;

    expect(Object.entries(attributes).slice(TRAINING_JOB.attributes.length)).toEqual([
      ['Metric.train_3a_error', '0'],
      ['Metric.validation_3a_auc', '0.9700000286102295'],
      ['Metric.f1', ''],
    ]);
  });

  test('without metrics has the attributes of those that are asked for', async () => {
    sagemaker.on(DescribeTrainingJobCommand).resolves(accepted);

    expect((await kindFor({ Metrics: ['f1'] }).find(name))!.attributes).toMatchObject({ 'Metric.f1': '' });
  });

  test.each<[string, JobPhase]>([
    ['InProgress', 'running'],
    ['Stopping', 'stopping'],
    ['Deleting', 'stopping'],
    ['Completed', 'completed'],
    ['Failed', 'failed'],
    ['Stopped', 'stopped'],
    ['QueuedForSomethingNew', 'running'],
  ])('with the status %s is %s', async (status, phase) => {
    const TrainingJobStatus = status as TrainingJobStatus;
    sagemaker.on(DescribeTrainingJobCommand).resolves({ ...accepted, TrainingJobStatus });

    expect(await kind.find(name)).toMatchObject({ phase, status });
  });

  test('that has failed has the reason of the service', async () => {
    const FailureReason = 'AlgorithmError: ExecuteUserScriptError: ExitCode 1';
    sagemaker.on(DescribeTrainingJobCommand).resolves({ ...accepted, TrainingJobStatus: 'Failed', FailureReason });

    expect((await kind.find(name))!.reason).toBe(FailureReason);
    expect(kind.hintFor(FailureReason)).toContain('the end of its log');
  });

  describe('that was stopped at its time limit, with a model,', () => {
    const stopped = { ...completed, TrainingJobStatus: 'Stopped', SecondaryStatus: 'MaxRuntimeExceeded' } as const;

    beforeEach(() => {
      sagemaker.on(DescribeTrainingJobCommand).resolves(stopped);
    });

    test('has failed, and says why', async () => {
      expect(await kind.find(name)).toMatchObject({
        phase: 'failed',
        status: 'Stopped',
        reason:
          'it was stopped at its maximum run time of 3600 seconds, and has uploaded a model; set acceptStoppedAtTimeLimit to accept that, or raise maxRuntime',
      });
    });

    test('has completed where that is accepted', async () => {
      const accepting = kindFor({ Acceptance: { StoppedAtTimeLimit: 'true' } });

      expect(await accepting.describe(arn)).toMatchObject({
        phase: 'completed',
        status: 'Stopped',
        attributes: {
          SecondaryStatus: 'MaxRuntimeExceeded',
          ModelArtifacts: `s3://results/${name}/output/model.tar.gz`,
        },
      });
    });
  });

  test('is found by its ARN', async () => {
    sagemaker.on(DescribeTrainingJobCommand).resolves(completed);

    expect((await kind.describe(arn))!.arn).toBe(arn);
    expect(inputs()).toEqual([{ TrainingJobName: name }]);
  });

  test.each([clientError('ResourceNotFound'), clientError('ValidationException', 'Requested resource not found.')])(
    'that does not exist is none: %p',
    async (error) => {
      sagemaker.on(DescribeTrainingJobCommand).rejects(error);

      expect(await kind.find(name)).toBeUndefined();
      expect(await kind.describe(arn)).toBeUndefined();
    },
  );

  test('fails to be described with any other error', async () => {
    sagemaker.on(DescribeTrainingJobCommand).rejects(clientError('ThrottlingException', 'Rate exceeded'));

    await expect(kind.find(name)).rejects.toThrow('Rate exceeded');
  });

  test('is stopped by its name', async () => {
    sagemaker.on(StopTrainingJobCommand).resolves({});
    await kind.stop!(job);

    expect(inputs()).toEqual([{ TrainingJobName: name }]);
  });

  test('has a record that is deleted by its name', async () => {
    sagemaker.on(DeleteTrainingJobCommand).resolves({});

    expect(await kind.deleteRecord!(job)).toBe(true);
    expect(inputs()).toEqual([{ TrainingJobName: name }]);
  });

  test('has its logs in the streams of its instances', () => {
    expect(kind.tracesOf(job)).toBe(
      `Logs: CloudWatch Logs, log group /aws/sagemaker/TrainingJobs, log streams that begin with ${name}/`,
    );
  });
});
