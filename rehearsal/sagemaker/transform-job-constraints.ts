import {
  AssemblyType,
  BatchStrategy,
  CompressionType,
  JoinSource,
  S3DataType,
  SplitType,
  TransformInstanceType,
} from '@aws-sdk/client-sagemaker';
import { EXPERIMENT_CONFIG, JOB_NAME, KMS_KEY_ID, mapConstraints, S3_URI, TAGS } from './sagemaker-constraints';
import type { Constraints } from '../emulated-api/request-constraints';

/** What the service's model says about the members of requests, by operation. */
export const TRANSFORM_JOB_CONSTRAINTS = {
  CreateTransformJob: {
    TransformJobName: JOB_NAME,
    ModelName: { pattern: '[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?', maxLength: 63 },
    MaxConcurrentTransforms: { min: 0 },
    'ModelClientConfig.InvocationsTimeoutInSeconds': { min: 1, max: 3600 },
    'ModelClientConfig.InvocationsMaxRetries': { min: 0, max: 3 },
    MaxPayloadInMB: { min: 0 },
    BatchStrategy: { values: Object.values(BatchStrategy) },
    ...mapConstraints(
      'Environment',
      16,
      { pattern: '[a-zA-Z_][a-zA-Z0-9_]{0,1023}', maxLength: 1024 },
      { maxLength: 10240 },
    ),
    'TransformInput.DataSource.S3DataSource.S3DataType': { values: Object.values(S3DataType) },
    'TransformInput.DataSource.S3DataSource.S3Uri': S3_URI,
    'TransformInput.ContentType': { pattern: '.*', maxLength: 256 },
    'TransformInput.CompressionType': { values: Object.values(CompressionType) },
    'TransformInput.SplitType': { values: Object.values(SplitType) },
    'TransformOutput.S3OutputPath': S3_URI,
    'TransformOutput.Accept': { pattern: '.*', maxLength: 256 },
    'TransformOutput.AssembleWith': { values: Object.values(AssemblyType) },
    'TransformOutput.KmsKeyId': KMS_KEY_ID,
    'DataCaptureConfig.DestinationS3Uri': S3_URI,
    'DataCaptureConfig.KmsKeyId': KMS_KEY_ID,
    'TransformResources.InstanceType': { values: Object.values(TransformInstanceType) },
    'TransformResources.InstanceCount': { min: 1 },
    'TransformResources.VolumeKmsKeyId': KMS_KEY_ID,
    'TransformResources.TransformAmiVersion': { pattern: '[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*', minLength: 1, maxLength: 63 },
    'DataProcessing.InputFilter': { maxLength: 63 },
    'DataProcessing.OutputFilter': { maxLength: 63 },
    'DataProcessing.JoinSource': { values: Object.values(JoinSource) },
    ...TAGS,
    ...EXPERIMENT_CONFIG,
  },
  DescribeTransformJob: { TransformJobName: JOB_NAME },
  StopTransformJob: { TransformJobName: JOB_NAME },
} satisfies Record<string, Constraints>;
