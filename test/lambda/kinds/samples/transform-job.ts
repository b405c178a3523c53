import * as sdk from '@aws-sdk/client-sagemaker';
import type { KindSample } from './kind-sample';
import { CREATED_AT, MIXED_CASE, sampleOf, Tags } from './sagemaker-sample';
import { transformJobs } from '../../../../lambda/kinds/transform-job';

const transform = sampleOf('transform-job', 'Shop--Score--35aa6eb423f8');

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

export const SAMPLE: KindSample = {
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
