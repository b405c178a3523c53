import * as sdk from '@aws-sdk/client-sagemaker';
import type { KindSample } from './kind-sample';
import { CREATED_AT, MIXED_CASE, ROLE, sampleOf, Tags } from './sagemaker-sample';
import { trainingJobs } from '../../../../lambda/kinds/training-job';

const training = sampleOf('training-job', 'Shop--Train--35aa6eb423f8');

const trainingRequest = {
  RoleArn: ROLE,
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
};
const trainingSpec = {
  ...trainingRequest,
  AlgorithmSpecification: { ...trainingRequest.AlgorithmSpecification, EnableSageMakerMetricsTimeSeries: false },
  InputDataConfig: [{ ...trainingRequest.InputDataConfig[0], ShuffleConfig: { Seed: 42 } }],
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
  StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
  EnableManagedSpotTraining: true,
};
export const ACCEPTED_TRAINING: sdk.DescribeTrainingJobCommandOutput = {
  $metadata: {},
  TrainingJobName: training.name,
  TrainingJobArn: training.arn,
  TrainingJobStatus: 'InProgress',
  SecondaryStatus: 'Starting',
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  CreationTime: CREATED_AT,
  ModelArtifacts: undefined,
};
export const COMPLETED_TRAINING: sdk.DescribeTrainingJobCommandOutput = {
  ...ACCEPTED_TRAINING,
  TrainingJobStatus: 'Completed',
  SecondaryStatus: 'Completed',
  TrainingStartTime: new Date('2030-01-01T00:02:00Z'),
  TrainingEndTime: new Date('2030-01-01T00:12:30Z'),
  ModelArtifacts: { S3ModelArtifacts: `s3://results/${training.name}/output/model.tar.gz` },
  CheckpointConfig: { S3Uri: 's3://results/checkpoints' },
  OutputModelPackageArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/1',
  TrainingTimeInSeconds: 630,
  BillableTimeInSeconds: 189,
  FinalMetricDataList: [
    { MetricName: 'validation:auc', Value: 0.9700000286102295, Timestamp: new Date('2030-01-01T00:12:00Z') },
    { MetricName: 'train:error', Value: 0, Timestamp: new Date('2030-01-01T00:12:00Z') },
  ],
};

export const SAMPLE: KindSample = {
  ...training,
  make: (view) => trainingJobs(new sdk.SageMakerClient({}), view),
  commands: {
    create: sdk.CreateTrainingJobCommand,
    describe: sdk.DescribeTrainingJobCommand,
    stop: sdk.StopTrainingJobCommand,
  },
  noun: 'training job',
  request: { ...trainingRequest, Tags },
  spec: trainingSpec,
  unknownMembers: ['ModelName'],
  sent: trainingSpec,
  accepted: ACCEPTED_TRAINING,
  completed: COMPLETED_TRAINING,
  since: new Date('2030-01-01T00:02:00Z'),
  attributes: {
    TrainingJobArn: training.arn,
    TrainingJobName: training.name,
    TrainingJobStatus: 'Completed',
    SecondaryStatus: 'Completed',
    ModelArtifacts: `s3://results/${training.name}/output/model.tar.gz`,
    CheckpointUri: 's3://results/checkpoints',
    OutputModelPackageArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/1',
    TrainingTimeInSeconds: '630',
    BillableTimeInSeconds: '189',
    TrainingStartTime: '2030-01-01T00:02:00.000Z',
    TrainingEndTime: '2030-01-01T00:12:30.000Z',
  },
  first: {
    TrainingJobArn: training.arn,
    TrainingJobName: training.name,
    TrainingJobStatus: 'InProgress',
    SecondaryStatus: 'Starting',
  },
  phases: { ...MIXED_CASE, Deleting: 'stopping' },
  reason: ['AlgorithmError: ExecuteUserScriptError: ExitCode 1', 'the end of its log'],
  hasRecordToDelete: true,
  traces: `Logs: CloudWatch Logs, log group /aws/sagemaker/TrainingJobs, log streams that begin with ${training.name}/`,
};
