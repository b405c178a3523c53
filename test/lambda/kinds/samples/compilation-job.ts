import * as sdk from '@aws-sdk/client-sagemaker';
import type { KindSample } from './kind-sample';
import { CREATED_AT, ROLE, sampleOf, Tags } from './sagemaker-sample';
import { compilationJobs } from '../../../../lambda/kinds/compilation-job';

const compilation = sampleOf('compilation-job', 'Shop--Compile--35aa6eb423f8');

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

export const SAMPLE: KindSample = {
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
