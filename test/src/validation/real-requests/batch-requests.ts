import type { RealRequest } from './real-request';

const roleArn = 'arn:aws:iam::111122223333:role/MyBatchInferenceRole';
const input = (s3Uri: string, more: object = {}) => ({ s3InputDataConfig: { s3Uri, ...more } });
const output = (s3Uri: string, more: object = {}) => ({ s3OutputDataConfig: { s3Uri, ...more } });

/** Requests of CreateModelInvocationJob. */
export const BATCH_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the guide: one file, a folder for the results',
    request: {
      roleArn,
      modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
      jobName: 'my-batch-job',
      inputDataConfig: input('s3://amzn-s3-demo-bucket-input/abc.jsonl'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket-output/'),
    },
  },
  {
    name: 'the guide: buckets of other accounts, in a VPC',
    request: {
      roleArn,
      modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
      jobName: 'in-a-vpc',
      inputDataConfig: input('s3://amzn-s3-demo-bucket-input/', {
        s3InputFormat: 'JSONL',
        s3BucketOwner: '444455556666',
      }),
      outputDataConfig: output('s3://amzn-s3-demo-bucket-output/', { s3BucketOwner: '444455556666' }),
      vpcConfig: { securityGroupIds: ['sg-0edf2adf3d3bd0b1f'], subnetIds: ['subnet-0a1b2c3d4e5f60718'] },
    },
  },
  {
    name: 'a command line: buckets without keys',
    request: {
      jobName: 'my-batch-job',
      modelId: 'mistral.mistral-small-2402-v1:0',
      roleArn,
      inputDataConfig: input('s3://01-in-bucket'),
      outputDataConfig: output('s3://01-out-bucket'),
    },
  },
  {
    name: 'a command line: Converse with an inference profile',
    request: {
      jobName: 'my.batch+job-1',
      modelId: 'us.amazon.nova-lite-v1:0',
      modelInvocationType: 'Converse',
      roleArn,
      inputDataConfig: input('s3://amzn-s3-demo-bucket/input/'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/output/'),
    },
  },
  {
    name: 'a notebook: a name that begins with a digit, a time-out and a tag',
    request: {
      jobName: '1st-job-20260101T120000',
      roleArn: 'arn:aws:iam::111122223333:role/service-role/bedrock-batch',
      modelId: 'amazon.titan-embed-text-v2:0',
      inputDataConfig: input('s3://amzn-s3-demo-bucket/rtf/input.jsonl', { s3InputFormat: 'JSONL' }),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/rtf/out/'),
      timeoutDurationInHours: 24,
      tags: [{ key: 'bedrock_batch_inference', value: '1st-job' }],
    },
  },
  {
    name: 'the longest time, a key, a tag without a value',
    request: {
      jobName: 'overnight-doc-enrichment',
      roleArn,
      modelId: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
      inputDataConfig: input("s3://amzn-s3-demo-bucket/it's(here)/prompts.jsonl"),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/results', {
        s3EncryptionKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      }),
      timeoutDurationInHours: 168,
      tags: [{ key: 'Cost Center', value: '' }],
    },
  },
  {
    name: 'a key by its alias',
    request: {
      jobName: 'bulk-summarisation',
      roleArn,
      modelId: 'meta.llama3-1-70b-instruct-v1:0',
      inputDataConfig: input('s3://amzn-s3-demo-bucket/input/'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/output/', { s3EncryptionKeyId: 'alias/batch' }),
    },
  },
  {
    name: 'the ARN of a foundation model',
    request: {
      jobName: 'by-arn',
      roleArn,
      modelId: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
      inputDataConfig: input('s3://amzn-s3-demo-bucket/input/a.jsonl'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/output/'),
    },
  },
  {
    name: 'a custom model',
    request: {
      jobName: 'customized',
      roleArn,
      modelId: 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456',
      inputDataConfig: input('s3://amzn-s3-demo-bucket/input/a.jsonl'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/output/'),
    },
  },
  {
    name: 'an application inference profile, and a token of the client',
    request: {
      jobName: 'profiled',
      roleArn,
      clientRequestToken: '0d4c3f4e-5a5b-4c5d-8e9f-0a1b2c3d4e5f',
      modelId: 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456',
      inputDataConfig: input('s3://amzn-s3-demo-bucket/input/a.jsonl'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/output/'),
    },
  },
  {
    name: 'a global inference profile',
    request: {
      jobName: 'global',
      roleArn,
      modelId: 'global.anthropic.claude-sonnet-4-20250514-v1:0',
      inputDataConfig: input('s3://amzn-s3-demo-bucket/input/a.jsonl'),
      outputDataConfig: output('s3://amzn-s3-demo-bucket/output/'),
    },
  },
];
