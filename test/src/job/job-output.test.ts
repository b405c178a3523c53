import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { flatten, statementsOf } from '../policy-statements';
import { batchJob, batchProperties } from '../sample-batch-job';
import { compilationJob, jobProperties, newStack, requestOf } from '../sample-job';
import { trainingJob, trainingProperties } from '../sample-training-job';
import { modelRole, transformJob, transformProperties } from '../sample-transform-job';

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

describe('the key of the output bucket', () => {
  const KEY = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const WRITE = { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [KEY] };
  const KINDS = [
    {
      kind: 'a compilation job',
      make: (stack: Stack, props: OutputProps) => compilationJob(stack, 'Job', props),
      keyOf: (stack: Stack) => (jobProperties(stack).Request.OutputConfig as Keyed).KmsKeyId,
      role: 'JobRole',
      rights: [WRITE],
    },
    {
      kind: 'a training job',
      make: (stack: Stack, props: OutputProps) => trainingJob(stack, 'Job', props),
      keyOf: (stack: Stack) => (trainingProperties(stack).Request.OutputDataConfig as Keyed).KmsKeyId,
      role: 'JobRole',
      rights: [WRITE, { actions: ['kms:Encrypt'], resources: [KEY] }],
    },
    {
      kind: 'a transform job',
      make: (stack: Stack, props: OutputProps) => transformJob(stack, 'Job', { modelRole: modelRole(stack), ...props }),
      keyOf: (stack: Stack) => (transformProperties(stack).Request.TransformOutput as Keyed).KmsKeyId,
      role: 'ModelRole',
      rights: [WRITE],
    },
    {
      kind: 'a batch inference job',
      make: (stack: Stack, props: OutputProps) => batchJob(stack, 'Job', props),
      keyOf: (stack: Stack) => {
        const { s3OutputDataConfig } = batchProperties(stack).Request.outputDataConfig as { s3OutputDataConfig: Keyed };
        return s3OutputDataConfig.s3EncryptionKeyId;
      },
      role: 'JobRole',
      rights: [WRITE],
    },
  ];

  function bucketWithKey(stack: Stack): IBucket {
    const encryptionKey = kms.Key.fromKeyArn(stack, 'BucketKey', KEY);
    return Bucket.fromBucketAttributes(stack, 'Results', {
      bucketName: 'results',
      account: '444455556666',
      encryptionKey,
    });
  }

  const keyRights = (stack: Stack, role: string) =>
    statementsOf(stack, role).filter(({ actions }) => actions[0].startsWith('kms:'));

  test.each(KINDS)('encrypts the results of $kind, whose role may use it', ({ make, keyOf, role, rights }) => {
    const stack = newStack();
    make(stack, { outputBucket: bucketWithKey(stack) });
    expect(keyOf(stack)).toBe(KEY);
    expect(keyRights(stack, role)).toEqual(rights);
  });

  test.each(KINDS)('gives way to a key that $kind is given', ({ make, keyOf }) => {
    const stack = newStack();
    const own = KEY.replace('1234abcd', 'aaaabbbb');
    make(stack, { outputBucket: bucketWithKey(stack), outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Own', own) });
    expect(keyOf(stack)).toBe(own);
  });

  test.each(KINDS)('can be left out of the request of $kind, whose role may use it all the same', (each) => {
    const stack = newStack();
    each.make(stack, { outputBucket: bucketWithKey(stack), useOutputBucketKey: false });
    expect(each.keyOf(stack)).toBeUndefined();
    expect(keyRights(stack, each.role)).toEqual([WRITE]);
  });

  test('is that of a bucket of the app, and lets read what it has encrypted', () => {
    const stack = newStack();
    const outputBucket = new Bucket(stack, 'Results', { encryption: BucketEncryption.KMS });
    const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
    trainingJob(stack, 'Job', { outputBucket }).grantRead(reader);
    const { KmsKeyId } = trainingProperties(stack).Request.OutputDataConfig as Keyed;
    expect(flatten(KmsKeyId)).toMatch(/^<ResultsKey\w+\.Arn>$/);
    expect(keyRights(stack, 'Reader')).toEqual([{ actions: ['kms:Decrypt'], resources: [flatten(KmsKeyId)] }]);
  });

  test('encrypts what a transform job captures, unless it is not wanted', () => {
    const keyOf = (useBucketKey?: boolean) => {
      const stack = newStack();
      const dataCapture = { bucket: bucketWithKey(stack), useBucketKey };
      transformJob(stack, 'Job', { dataCapture, modelRole: modelRole(stack) });
      expect(keyRights(stack, 'ModelRole')).toEqual([WRITE]);
      return (transformProperties(stack).Request.DataCaptureConfig as Keyed).KmsKeyId;
    };
    expect(keyOf()).toBe(KEY);
    expect(keyOf(false)).toBeUndefined();
  });
});

interface Keyed {
  readonly KmsKeyId?: unknown;
  readonly s3EncryptionKeyId?: unknown;
}

interface OutputProps {
  readonly outputBucket: IBucket;
  readonly outputEncryptionKey?: kms.IKey;
  readonly useOutputBucketKey?: boolean;
}
