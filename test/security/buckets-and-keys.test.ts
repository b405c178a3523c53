import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { everyJob, JOB_BUCKETS } from './every-job';
import { rightsOf } from './role-statements';
import { JobEngine, ModelData } from '../../src';
import { flatten } from '../src/policy-statements';
import { compilationJob, MODEL, newStack } from '../src/sample-job';
import { templateOf } from '../src/template-body';

const BUCKET = 'AWS::S3::Bucket';

describe('every bucket that the library makes', () => {
  const stack = newStack();
  everyJob(stack);
  const template = Template.fromStack(stack);
  const buckets = Object.entries(template.findResources(BUCKET));

  test('is that of a job that was given none', () => {
    const names = buckets.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(names.sort()).toEqual([...JOB_BUCKETS].sort());
  });

  test.each(buckets)('is private, encrypted and kept: %s', (_, bucket) => {
    expect(bucket).toMatchObject({
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    expect(bucket.Properties).not.toHaveProperty('AccessControl');
    expect(bucket.Properties).not.toHaveProperty('WebsiteConfiguration');
  });

  test.each(buckets.map(([id]) => id))('is reached over TLS only, and its policy allows nobody anything: %s', (id) => {
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    const [policy, ...others] = policies.filter(({ Properties }) => flatten(Properties.Bucket) === `<${id}>`);
    expect(others).toEqual([]);
    expect(policy.Properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 's3:*',
        Resource: [{ 'Fn::GetAtt': [id, 'Arn'] }, { 'Fn::Join': ['', [{ 'Fn::GetAtt': [id, 'Arn'] }, '/*']] }],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('is encrypted with the key of the output where there is one', () => {
    const keyStack = newStack();
    everyJob(keyStack, { outputEncryptionKey: new kms.Key(keyStack, 'Key') });
    const encrypted = Object.values(Template.fromStack(keyStack).findResources(BUCKET));
    expect(encrypted).toHaveLength(JOB_BUCKETS.length);
    for (const { Properties } of encrypted) {
      expect(Properties.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: 'aws:kms',
            KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
          },
        },
      ]);
    }
  });
});

test('the library makes no key, and leaves yours as they are', () => {
  const stack = newStack();
  everyJob(stack);
  Template.fromStack(stack).resourceCountIs('AWS::KMS::Key', 0);
  const keyStack = newStack();
  const encryptionKey = new kms.Key(keyStack, 'Key', { removalPolicy: RemovalPolicy.RETAIN });
  JobEngine.of(keyStack, { encryptionKey });
  everyJob(keyStack, { outputEncryptionKey: encryptionKey });
  Template.fromStack(keyStack).hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
});

test('a job uses the key of its output to read and to write, and for nothing else', () => {
  const stack = newStack();
  everyJob(stack, { outputEncryptionKey: new kms.Key(stack, 'Key') });
  for (const role of [
    'CompilationJobRole',
    'HyperParameterTuningJobRole',
    'OptimizationJobRole',
    'TrainingJobRole',
    'ModelRole',
    'ModelInvocationJobRole',
  ]) {
    const uses = rightsOf(stack, role).filter(({ action }) => action.startsWith('kms:'));
    // SageMaker asks for kms:Encrypt where it writes what it has trained
    const encrypts = /Training|Tuning/.test(role) ? ['kms:Encrypt'] : [];
    expect(new Set(uses.map(({ action }) => action))).toEqual(
      new Set(['kms:Decrypt', 'kms:GenerateDataKey', ...encrypts]),
    );
    expect([...new Set(uses.map(({ resource }) => resource.replace(/^<Key\w+\.Arn>$/, 'the key')))]).toEqual([
      'the key',
    ]);
  }
});

test('of what the CDK uploads for all stacks, a job reads its own file only', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(MODEL) });
  const reads = rightsOf(stack, 'CompileRole').filter(({ action }) => action === 's3:GetObject');
  expect(reads.map(({ resource }) => resource)).toEqual([
    expect.stringMatching(
      /^arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>\/[0-9a-f]{64}\.tar\.gz$/,
    ),
  ]);
  const [job] = Object.values(templateOf(stack).Resources).filter(({ Type }) => Type.startsWith('Custom::'));
  const { InputConfig } = job.Properties.Request as { InputConfig: { S3Uri: unknown } };
  expect(flatten(InputConfig.S3Uri)).toBe(reads[0].resource.replace('arn:<AWS::Partition>:s3:::', 's3://'));
});
