import * as sdk from '@aws-sdk/client-sagemaker';
import type { KindSample } from './kind-sample';
import { compilationJobs } from '../../../../lambda/kinds/compilation-job';
import { trainingJobs } from '../../../../lambda/kinds/training-job';
import { transformJobs } from '../../../../lambda/kinds/transform-job';
import { clientError } from '../client-error';

const ROLE = 'arn:aws:iam::111122223333:role/Job';
const CREATED_AT = new Date('2030-01-01T00:00:00Z');
const Tags = [{ Key: 'team', Value: 'vision' }];
const MISSING = [clientError('ResourceNotFound'), clientError('ValidationException', 'Requested resource not found.')];
const MIXED_CASE = {
  InProgress: 'running',
  Stopping: 'stopping',
  Completed: 'completed',
  Failed: 'failed',
  Stopped: 'stopped',
  QueuedForSomethingNew: 'running',
} as const;

const place = (kind: string, name: string) => ({
  name,
  arn: `arn:aws:sagemaker:eu-west-1:111122223333:${kind}/${name}`,
});
const compilation = place('compilation-job', 'Shop--Compile--35aa6eb423f8');
const training = place('training-job', 'Shop--Train--35aa6eb423f8');
const transform = place('transform-job', 'Shop--Score--35aa6eb423f8');
const shared = { client: sdk.SageMakerClient, missing: MISSING };

const compilationSpec = {
  RoleArn: ROLE,
  InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
  OutputConfig: { S3OutputLocation: 's3://results', TargetDevice: 'ml_c5', KmsKeyId: 'alias/results' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};
const acceptedCompilation: sdk.DescribeCompilationJobCommandOutput = {
  $metadata: {},
  CompilationJobName: compilation.name,
  CompilationJobArn: compilation.arn,
  CompilationJobStatus: 'STARTING',
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
  CreationTime: CREATED_AT,
  LastModifiedTime: CREATED_AT,
  FailureReason: '',
  ModelArtifacts: { S3ModelArtifacts: undefined },
  RoleArn: ROLE,
  InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
  OutputConfig: { S3OutputLocation: `s3://results/${compilation.name}/`, TargetDevice: 'ml_c5' },
};

export const COMPILATION_SAMPLE: KindSample = {
  ...shared,
  ...compilation,
  make: (view) => compilationJobs(new sdk.SageMakerClient({}), view),
  commands: {
    create: sdk.CreateCompilationJobCommand,
    describe: sdk.DescribeCompilationJobCommand,
    stop: sdk.StopCompilationJobCommand,
  },
  noun: 'compilation job',
  request: { ...compilationSpec, StoppingCondition: { MaxRuntimeInSeconds: '900' }, Tags },
  spec: compilationSpec,
  unknownMembers: ['HyperParameters'],
  sent: {
    ...compilationSpec,
    OutputConfig: { ...compilationSpec.OutputConfig, S3OutputLocation: `s3://results/${compilation.name}/` },
  },
  accepted: acceptedCompilation,
  completed: {
    ...acceptedCompilation,
    CompilationJobStatus: 'COMPLETED',
    CompilationStartTime: new Date('2030-01-01T00:01:00Z'),
    CompilationEndTime: new Date('2030-01-01T00:04:30Z'),
    ModelArtifacts: { S3ModelArtifacts: `s3://results/${compilation.name}/model-ml_c5.tar.gz` },
    ModelDigests: { ArtifactDigest: '786a02f742' },
    InferenceImage: '763008648453.dkr.ecr.eu-west-1.amazonaws.com/xgboost-neo:latest',
  },
  since: new Date('2030-01-01T00:01:00Z'),
  attributes: {
    CompilationJobArn: compilation.arn,
    CompilationJobName: compilation.name,
    CompilationJobStatus: 'COMPLETED',
    ModelArtifacts: `s3://results/${compilation.name}/model-ml_c5.tar.gz`,
    InferenceImage: '763008648453.dkr.ecr.eu-west-1.amazonaws.com/xgboost-neo:latest',
    ArtifactDigest: '786a02f742',
    CompilationStartTime: '2030-01-01T00:01:00.000Z',
    CompilationEndTime: '2030-01-01T00:04:30.000Z',
  },
  first: {
    CompilationJobArn: compilation.arn,
    CompilationJobName: compilation.name,
    CompilationJobStatus: 'STARTING',
  },
  phases: {
    STARTING: 'running',
    INPROGRESS: 'running',
    STOPPING: 'stopping',
    COMPLETED: 'completed',
    FAILED: 'failed',
    STOPPED: 'stopped',
    QUEUED_FOR_SOMETHING_NEW: 'running',
  },
  reason: ['ClientError: InputConfiguration: TVM cannot convert the model', 'operator'],
  hasRecordToDelete: true,
  traces: `Logs: CloudWatch Logs, log group /aws/sagemaker/CompilationJobs, log stream ${compilation.name}`,
};

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

export const TRAINING_SAMPLE: KindSample = {
  ...shared,
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

const transformRequest = {
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
};
const transformSpec = {
  ...transformRequest,
  MaxConcurrentTransforms: 4,
  MaxPayloadInMB: 6,
  ModelClientConfig: { InvocationsTimeoutInSeconds: 600, InvocationsMaxRetries: 3 },
  TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 2 },
  DataCaptureConfig: { DestinationS3Uri: 's3://captured', GenerateInferenceId: true },
};
const acceptedTransform: sdk.DescribeTransformJobCommandOutput = {
  $metadata: {},
  TransformJobName: transform.name,
  TransformJobArn: transform.arn,
  TransformJobStatus: 'InProgress',
  ModelName: 'churn',
  TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://customers/2030/' } } },
  TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
  CreationTime: CREATED_AT,
};

export const TRANSFORM_SAMPLE: KindSample = {
  ...shared,
  ...transform,
  make: (view) => transformJobs(new sdk.SageMakerClient({}), view),
  commands: {
    create: sdk.CreateTransformJobCommand,
    describe: sdk.DescribeTransformJobCommand,
    stop: sdk.StopTransformJobCommand,
  },
  noun: 'transform job',
  request: { ...transformRequest, Tags },
  spec: transformSpec,
  unknownMembers: ['RoleArn', 'StoppingCondition'],
  sent: {
    ...transformSpec,
    TransformOutput: { ...transformSpec.TransformOutput, S3OutputPath: `s3://results/${transform.name}/` },
  },
  accepted: acceptedTransform,
  completed: {
    ...acceptedTransform,
    TransformJobStatus: 'Completed',
    TransformOutput: { S3OutputPath: `s3://results/${transform.name}/` },
    TransformStartTime: new Date('2030-01-01T00:03:00Z'),
    TransformEndTime: new Date('2030-01-01T00:07:30Z'),
  },
  since: new Date('2030-01-01T00:03:00Z'),
  attributes: {
    TransformJobArn: transform.arn,
    TransformJobName: transform.name,
    TransformJobStatus: 'Completed',
    TransformOutputUri: `s3://results/${transform.name}/`,
    TransformStartTime: '2030-01-01T00:03:00.000Z',
    TransformEndTime: '2030-01-01T00:07:30.000Z',
  },
  first: {
    TransformJobArn: transform.arn,
    TransformJobName: transform.name,
    TransformJobStatus: 'InProgress',
  },
  phases: MIXED_CASE,
  reason: ['AlgorithmError: See job logs for more information', '/data-log'],
  hasRecordToDelete: false,
  traces: `Logs: CloudWatch Logs, log group /aws/sagemaker/TransformJobs, log streams that begin with ${transform.name}/`,
};
