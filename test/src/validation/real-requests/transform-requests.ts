import type { RealRequest } from './real-request';

const s3Prefix = (S3Uri: string) => ({ S3DataSource: { S3DataType: 'S3Prefix', S3Uri } });
const TransformResources = { InstanceType: 'ml.m5.large', InstanceCount: 1 };
const S3OutputPath = 's3://amzn-s3-demo-bucket/batch/output/';

/** Requests of CreateTransformJob. */
export const TRANSFORM_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the guide: lines of CSV, many records a request',
    request: {
      TransformJobName: 'Batch-Transform-2026-01-01-12-00-00',
      ModelName: 'kmeans-2026-01-01',
      MaxConcurrentTransforms: 4,
      MaxPayloadInMB: 6,
      BatchStrategy: 'MultiRecord',
      TransformOutput: { S3OutputPath },
      TransformInput: {
        DataSource: s3Prefix('s3://amzn-s3-demo-bucket/batch/input'),
        ContentType: 'text/csv',
        SplitType: 'Line',
        CompressionType: 'None',
      },
      TransformResources: { InstanceType: 'ml.m4.xlarge', InstanceCount: 1 },
    },
  },
  {
    name: 'the guide: filters that change nothing',
    request: {
      TransformJobName: 'only-inferences',
      ModelName: 'model',
      TransformInput: { DataSource: s3Prefix('s3://amzn-s3-demo-bucket/input') },
      TransformOutput: { S3OutputPath },
      TransformResources,
      DataProcessing: { InputFilter: '$', JoinSource: 'None', OutputFilter: '$' },
    },
  },
  {
    name: 'the guide: CSV without its first column, joined with the results',
    request: {
      TransformJobName: 'with-the-id-column',
      ModelName: 'model',
      TransformInput: {
        DataSource: s3Prefix('s3://amzn-s3-demo-bucket/input'),
        ContentType: 'text/csv',
        SplitType: 'Line',
      },
      TransformOutput: { S3OutputPath, Accept: 'text/csv', AssembleWith: 'Line' },
      TransformResources,
      DataProcessing: { InputFilter: '$[1:]', JoinSource: 'Input', OutputFilter: '$' },
    },
  },
  {
    name: 'the guide: JSON lines, joined, with an id',
    request: {
      TransformJobName: 'with-the-id',
      ModelName: 'model',
      TransformInput: {
        DataSource: s3Prefix('s3://amzn-s3-demo-bucket/input'),
        ContentType: 'application/jsonlines',
        SplitType: 'Line',
      },
      TransformOutput: { S3OutputPath, Accept: 'application/jsonlines', AssembleWith: 'Line' },
      TransformResources,
      DataProcessing: { InputFilter: '$.features', JoinSource: 'Input', OutputFilter: "$['id','SageMakerOutput']" },
    },
  },
  {
    name: 'the API reference: payloads of any size, the number of requests chosen by the service',
    request: {
      TransformJobName: 'streamed',
      ModelName: '1-model',
      MaxConcurrentTransforms: 0,
      MaxPayloadInMB: 0,
      TransformInput: { DataSource: s3Prefix('s3://amzn-s3-demo-bucket'), SplitType: 'None' },
      TransformOutput: { S3OutputPath: 's3://amzn-s3-demo-bucket' },
      TransformResources,
    },
  },
  {
    name: 'a notebook: images, each as a whole',
    request: {
      TransformJobName: 'image-classification-model-2026-01-01-12-00-00',
      ModelName: 'DEMO-full-image-classification-model',
      MaxConcurrentTransforms: 16,
      MaxPayloadInMB: 6,
      BatchStrategy: 'SingleRecord',
      TransformOutput: { S3OutputPath: 's3://amzn-s3-demo-bucket/image-classification/output' },
      TransformInput: {
        DataSource: s3Prefix('s3://amzn-s3-demo-bucket/image-classification/test/'),
        ContentType: 'application/x-image',
        SplitType: 'None',
        CompressionType: 'None',
      },
      TransformResources: { InstanceType: 'ml.p2.xlarge', InstanceCount: 1 },
    },
  },
  {
    name: 'a function: what a manifest lists, as RecordIO',
    request: {
      TransformJobName: 'from-a-manifest',
      ModelName: 'kmeans-2018-11-21-12-23-04-321',
      MaxConcurrentTransforms: 4,
      MaxPayloadInMB: 6,
      BatchStrategy: 'MultiRecord',
      TransformInput: {
        DataSource: {
          S3DataSource: { S3DataType: 'ManifestFile', S3Uri: 's3://amzn-s3-demo-bucket/batch/20181122.manifest' },
        },
        ContentType: 'application/x-recordio-protobuf',
        SplitType: 'RecordIO',
        CompressionType: 'None',
      },
      TransformOutput: { S3OutputPath },
      TransformResources,
    },
  },
  {
    name: 'an SDK: an empty key, retries, an environment with an empty value',
    request: {
      TransformJobName: 'from-an-sdk',
      ModelName: 'model',
      ModelClientConfig: { InvocationsTimeoutInSeconds: 3600, InvocationsMaxRetries: 0 },
      Environment: { MULTI_MODEL: 'false', LOG_LEVEL: '' },
      TransformInput: {
        DataSource: s3Prefix('s3://amzn-s3-demo-bucket/input.jsonl.gz'),
        ContentType: 'application/json',
        CompressionType: 'Gzip',
        SplitType: 'Line',
      },
      TransformOutput: { S3OutputPath, Accept: 'application/json', AssembleWith: 'Line', KmsKeyId: '' },
      TransformResources: { InstanceType: 'ml.g4dn.xlarge', InstanceCount: 2 },
    },
  },
  {
    name: 'a pipeline: captured data, keys, an experiment, an image of the machine',
    closed: ['dataCapture'],
    request: {
      TransformJobName: 'pipelines-abcdefghijkl-Score-0123456789',
      ModelName: 'pipelines-abcdefghijkl-Model-0123456789',
      TransformInput: { DataSource: s3Prefix('s3://amzn-s3-demo-bucket/input/'), ContentType: 'text/csv' },
      TransformOutput: {
        S3OutputPath,
        KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
      DataCaptureConfig: { DestinationS3Uri: 's3://amzn-s3-demo-bucket/captured', GenerateInferenceId: true },
      TransformResources: {
        InstanceType: 'ml.m5.4xlarge',
        InstanceCount: 1,
        VolumeKmsKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
        TransformAmiVersion: 'al2-ami-sagemaker-batch-gpu-535',
      },
      ExperimentConfig: { ExperimentName: 'churn', TrialName: '1st-trial', TrialComponentDisplayName: 'Score' },
      Tags: [{ Key: 'sagemaker:pipeline', Value: 'churn' }],
    },
  },
  {
    name: 'a schedule: JSON, one record a request, an error log in the environment',
    request: {
      TransformJobName: 'nightly-1767225600',
      ModelName: 'nightly',
      BatchStrategy: 'SingleRecord',
      Environment: { SAGEMAKER_CONTAINER_LOG_LEVEL: '20', SAGEMAKER_REGION: 'us-east-1' },
      TransformInput: {
        DataSource: s3Prefix('s3://amzn-s3-demo-bucket/photos/20260101T12/'),
        ContentType: 'application/json',
        SplitType: 'Line',
      },
      TransformOutput: { S3OutputPath, Accept: 'application/json', AssembleWith: 'Line' },
      TransformResources: { InstanceType: 'ml.c5.18xlarge', InstanceCount: 100 },
    },
  },
];
