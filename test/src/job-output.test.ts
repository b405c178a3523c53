import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { flatten } from './policy-statements';
import { compilationJob, jobProperties, newStack, requestOf } from './sample-job';

describe("a job's own bucket", () => {
  test('is private, encrypted, reached over TLS only, and kept when the stack is deleted', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { outputBucket: undefined });
    const template = Template.fromStack(stack);
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
      DeletionPolicy: 'Retain',
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: [{ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      },
    });
  });

  test('is encrypted with the key of the output', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { outputBucket: undefined, outputEncryptionKey: new kms.Key(stack, 'Key') });
    Template.fromStack(stack).hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
    });
  });

  test('is where the job writes to', () => {
    const { S3OutputLocation } = requestOf({ outputBucket: undefined }).OutputConfig as { S3OutputLocation: unknown };
    expect(flatten(S3OutputLocation)).toMatch(/^s3:\/\/<CompileOutput\w+>\/$/);
  });
});

test.each([
  ['', 's3://artifacts/'],
  ['models', 's3://artifacts/models/'],
  ['models/', 's3://artifacts/models/'],
])("the prefix '%s' is the folder %s", (outputPrefix, uri) => {
  expect(requestOf({ outputPrefix }).OutputConfig).toMatchObject({ S3OutputLocation: uri });
});

test.each([
  ['/models', "'models/'", 's3://artifacts/models/'],
  ['/models/', "'models/'", 's3://artifacts/models/'],
  ['//', 'the whole bucket', 's3://artifacts/'],
])("the prefix '%s' has a warning, and is taken for %s", (outputPrefix, place, uri) => {
  const stack = newStack();
  compilationJob(stack, 'Compile', { outputPrefix });
  expect(jobProperties(stack).Request.OutputConfig).toMatchObject({ S3OutputLocation: uri });
  const [{ entry }] = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
  expect(entry.data).toBe(
    `'outputPrefix' begins with '/', as no key has to in S3: the job takes ${place} for it, got '${outputPrefix}' [ack: cdk-ml-jobs:leadingSlash]`,
  );
});
