import * as sdk from '@aws-sdk/client-sagemaker';
import type { KindSample } from './kind-sample';
import { CREATED_AT, ROLE, sampleOf, Tags } from './sagemaker-sample';
import { optimizationJobs } from '../../../../lambda/kinds/optimization-job';

const optimization = sampleOf('optimization-job', 'Shop--Optimize--35aa6eb423f8');
const IMAGE = '763104351884.dkr.ecr.eu-west-1.amazonaws.com/djl-inference:0.36.0-lmi25.0.0-cu130';

const ModelSource = { S3: { S3Uri: 's3://models/mistral-7b/', ModelAccessConfig: { AcceptEula: true } } };
const OptimizationConfigs = [{ ModelQuantizationConfig: { OverrideEnvironment: { OPTION_QUANTIZE: 'awq' } } }];
const optimizationSpec = {
  RoleArn: ROLE,
  ModelSource,
  DeploymentInstanceType: 'ml.g5.2xlarge',
  MaxInstanceCount: 2,
  OptimizationConfigs,
  OutputConfig: { S3OutputLocation: 's3://results', KmsKeyId: 'alias/results' },
  StoppingCondition: { MaxRuntimeInSeconds: 36_000 },
};
const accepted: sdk.DescribeOptimizationJobCommandOutput = {
  $metadata: {},
  OptimizationJobName: optimization.name,
  OptimizationJobArn: optimization.arn,
  OptimizationJobStatus: 'STARTING',
  CreationTime: CREATED_AT,
  LastModifiedTime: CREATED_AT,
  ModelSource,
  DeploymentInstanceType: 'ml.g5.2xlarge',
  OptimizationConfigs,
  OutputConfig: { S3OutputLocation: `s3://results/${optimization.name}/` },
  RoleArn: ROLE,
  StoppingCondition: { MaxRuntimeInSeconds: 36_000 },
};

/** A job that has completed, as the service describes it. */
export const COMPLETED_OPTIMIZATION: sdk.DescribeOptimizationJobCommandOutput = {
  ...accepted,
  OptimizationJobStatus: 'COMPLETED',
  OptimizationStartTime: new Date('2030-01-01T00:01:00Z'),
  OptimizationEndTime: new Date('2030-01-01T00:31:00Z'),
  OptimizationOutput: { RecommendedInferenceImage: IMAGE },
};

export const SAMPLE: KindSample = {
  ...optimization,
  make: (view) => optimizationJobs(new sdk.SageMakerClient({}), view),
  commands: {
    create: sdk.CreateOptimizationJobCommand,
    describe: sdk.DescribeOptimizationJobCommand,
    stop: sdk.StopOptimizationJobCommand,
  },
  noun: 'optimization job',
  request: {
    ...optimizationSpec,
    ModelSource: { S3: { S3Uri: 's3://models/mistral-7b/', ModelAccessConfig: { AcceptEula: 'true' } } },
    MaxInstanceCount: '2',
    StoppingCondition: { MaxRuntimeInSeconds: '36000' },
    Tags,
  },
  spec: optimizationSpec,
  unknownMembers: ['HyperParameters'],
  sent: {
    ...optimizationSpec,
    OutputConfig: { ...optimizationSpec.OutputConfig, S3OutputLocation: `s3://results/${optimization.name}/` },
  },
  accepted,
  completed: COMPLETED_OPTIMIZATION,
  since: new Date('2030-01-01T00:01:00Z'),
  more: { endedAt: new Date('2030-01-01T00:31:00Z'), isProvisional: false },
  attributes: {
    OptimizationJobArn: optimization.arn,
    OptimizationJobName: optimization.name,
    OptimizationJobStatus: 'COMPLETED',
    OutputLocation: `s3://results/${optimization.name}/`,
    RecommendedInferenceImage: IMAGE,
    DeploymentInstanceType: 'ml.g5.2xlarge',
    OptimizationStartTime: '2030-01-01T00:01:00.000Z',
    OptimizationEndTime: '2030-01-01T00:31:00.000Z',
  },
  first: {
    OptimizationJobArn: optimization.arn,
    OptimizationJobName: optimization.name,
    OptimizationJobStatus: 'STARTING',
    OutputLocation: `s3://results/${optimization.name}/`,
    DeploymentInstanceType: 'ml.g5.2xlarge',
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
  reason: [
    'ValueError: Sharding & Quantization are mutually exclusive. Please Quantize first & then Shard.',
    'second job',
  ],
  hasRecordToDelete: true,
  traces: `Logs: CloudWatch Logs, a log group that begins with /aws/sagemaker/, log streams that begin with ${optimization.name}`,
};
