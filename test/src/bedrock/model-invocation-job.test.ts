import { App, Duration, Lazy, Stack, Tags, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BatchInferenceInput, BatchInferenceModel, ModelInvocationType } from '../../../src';
import { MODEL_INVOCATION_JOB } from '../../../src/contract';
import { flatten, statementsOf } from '../policy-statements';
import { BATCH_JOB_TYPE, batchJob, batchProperties, batchRequestOf, NOVA } from '../sample-batch-job';
import { newStack } from '../sample-job';
import { sampleVpc } from '../sample-vpc';
import { templateOf } from '../template-body';

const ROLE = { 'Fn::GetAtt': [expect.stringMatching(/^ClassifyRole/), 'Arn'] };

describe('the request', () => {
  test('is the smallest that the API takes, with what is assumed said', () => {
    expect(batchRequestOf({})).toEqual({
      roleArn: ROLE,
      modelId: NOVA,
      modelInvocationType: 'InvokeModel',
      inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://records/reviews/records.jsonl', s3InputFormat: 'JSONL' } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://answers/' } },
      timeoutDurationInHours: 24,
    });
  });

  test('has every member that the API has', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const vpc = sampleVpc(stack);
    const bucketOf = (bucketName: string, account: string) =>
      Bucket.fromBucketAttributes(stack, bucketName, { bucketName, account });
    const job = batchJob(stack, 'Classify', {
      modelInvocationJobName: 'reviews-v1',
      input: BatchInferenceInput.fromBucket(bucketOf('their-records', '444455556666'), 'reviews/'),
      model: BatchInferenceModel.inferenceProfile('us.amazon.nova-lite-v1:0'),
      modelInvocationType: ModelInvocationType.CONVERSE,
      outputBucket: bucketOf('their-answers', '777788889999'),
      outputPrefix: 'reviews',
      outputEncryptionKey: kms.Key.fromKeyArn(
        stack,
        'Key',
        'arn:aws:kms:us-east-1:777788889999:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d',
      ),
      timeout: Duration.days(7),
      vpc,
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
      maxErrorRecords: 5,
      maxErrorShare: 0.01,
      acceptPartialCompletion: true,
      rerunKey: 'again',
    });
    Tags.of(job).add('team', 'ml');
    expect(batchProperties(stack)).toEqual({
      ServiceToken: { 'Fn::GetAtt': [expect.stringMatching(/^cdkmljobsJobEngineHandler/), 'Arn'] },
      ServiceTimeout: '3600',
      Kind: 'ModelInvocationJob',
      NamePrefix: 'stack--classify',
      JobName: 'reviews-v1',
      Request: {
        roleArn: ROLE,
        modelId: 'us.amazon.nova-lite-v1:0',
        modelInvocationType: 'Converse',
        inputDataConfig: {
          s3InputDataConfig: {
            s3Uri: 's3://their-records/reviews/',
            s3InputFormat: 'JSONL',
            s3BucketOwner: '444455556666',
          },
        },
        outputDataConfig: {
          s3OutputDataConfig: {
            s3Uri: 's3://their-answers/reviews/',
            s3EncryptionKeyId: 'arn:aws:kms:us-east-1:777788889999:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d',
            s3BucketOwner: '777788889999',
          },
        },
        vpcConfig: {
          subnetIds: ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'],
          securityGroupIds: ['sg-0123456789abcdef0'],
        },
        timeoutDurationInHours: 168,
        tags: [{ key: 'team', value: 'ml' }],
      },
      RerunKey: 'again',
      Acceptance: { PartialCompletion: 'true', MaxErrorRecords: '5', MaxErrorShare: '0.01' },
      WaitForCompletion: 'true',
      WaitConditions: Array(14).fill(expect.stringMatching(/^ClassifyWaitCondition/)),
      WaitSeconds: '605400',
      StateMachineArn: { Ref: expect.stringMatching(/^cdkmljobsJobEngineStateMachine/) },
    });
  });

  test('has the owner of the output bucket that is given', () => {
    expect(batchRequestOf({ outputBucketOwner: '777788889999' }).outputDataConfig).toEqual({
      s3OutputDataConfig: { s3Uri: 's3://answers/', s3BucketOwner: '777788889999' },
    });
  });

  test('writes to a bucket of the job where none is given', () => {
    const stack = newStack();
    const job = batchJob(stack, 'Classify', { outputBucket: undefined });
    const { s3OutputDataConfig } = batchProperties(stack).Request.outputDataConfig as {
      s3OutputDataConfig: { s3Uri: unknown };
    };
    expect(flatten(s3OutputDataConfig.s3Uri)).toMatch(/^s3:\/\/<ClassifyOutput\w+>\/$/);
    expect(stack.resolve(job.outputBucket.bucketName)).toEqual({ Ref: expect.stringMatching(/^ClassifyOutput/) });
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
  });

  test('tells the input how the model is called', () => {
    const types: string[] = [];
    const input = {
      bind: (_: unknown, __: unknown, { modelInvocationType }: { modelInvocationType: ModelInvocationType }) => {
        types.push(modelInvocationType);
        return { s3Uri: 's3://records/reviews/' };
      },
    };
    batchRequestOf({ input });
    batchRequestOf({ input, modelInvocationType: ModelInvocationType.CONVERSE });
    expect(types).toEqual(['InvokeModel', 'Converse']);
  });

  test('has the role that is brought', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
    const job = batchJob(stack, 'Classify', { role });
    expect(batchProperties(stack).Request.roleArn).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Mine/), 'Arn'] });
    expect(job.grantPrincipal).toBe(role.grantPrincipal);
  });
});

describe('overrides', () => {
  test('are merged into the request', () => {
    const requestOverrides = {
      outputDataConfig: { s3OutputDataConfig: { s3EncryptionKeyId: 'alias/answers' } },
      timeoutDurationInHours: 48,
    };
    expect(batchRequestOf({ requestOverrides })).toMatchObject({
      modelId: NOVA,
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://answers/', s3EncryptionKeyId: 'alias/answers' } },
      timeoutDurationInHours: 48,
    });
  });

  test.each([
    ['said', 48, '173400'],
    ['left to the service', undefined, '605400'],
    ['known at deployment only', Token.asNumber({ 'Fn::ImportValue': 'Hours' }), '605400'],
  ])('of a time-out that is %s are waited for', (_, timeoutDurationInHours, WaitSeconds) => {
    const stack = newStack();
    batchJob(stack, 'Classify', { requestOverrides: { timeoutDurationInHours } });
    expect(batchProperties(stack)).toMatchObject({ WaitForCompletion: 'true', WaitSeconds });
  });

  test.each([
    ['jobName', "use the job's name property"],
    ['roleArn', "use 'role'"],
    ['tags', 'use Tags.of()'],
    ['clientRequestToken', 'the handler sets it, so that no job is started twice'],
  ])('fail with %s', (member, instead) => {
    expect(() => batchRequestOf({ requestOverrides: { [member]: 'x' } })).toThrow(
      `Stack/Classify: 'requestOverrides.${member}' must be left out: ${instead}, got 'x'`,
    );
  });
});

test('tags are in the order of their keys', () => {
  const stack = newStack();
  Tags.of(batchJob(stack, 'Classify')).add('team', 'ml');
  Tags.of(stack).add('cost', '42');
  expect(batchProperties(stack).Request.tags).toEqual([
    { key: 'cost', value: '42' },
    { key: 'team', value: 'ml' },
  ]);
});

test('fails with more tags than the service takes', () => {
  const stack = newStack();
  const job = batchJob(stack, 'Classify');
  for (let index = 0; index < 51; index++) Tags.of(job).add(`key${index}`, 'value');
  expect(() => Template.fromStack(stack)).toThrow("[Stack/Classify] 'tags' must be at most 50, got 51");
});

describe('what counts as a success', () => {
  const acceptancesOf = (props: Parameters<typeof batchJob>[2]) => {
    const stack = newStack();
    batchJob(stack, 'Classify', props);
    return Object.values(templateOf(stack).Resources)
      .filter(({ Type }) => Type.startsWith(BATCH_JOB_TYPE))
      .map(({ Properties }) => Properties.Acceptance);
  };

  test.each([
    [{ acceptPartialCompletion: true }, { PartialCompletion: 'true' }],
    [{ maxErrorRecords: 0 }, { MaxErrorRecords: '0' }],
    [{ maxErrorShare: 0 }, { MaxErrorShare: '0' }],
    [
      { acceptPartialCompletion: true, maxErrorRecords: 10, maxErrorShare: 0.05 },
      { PartialCompletion: 'true', MaxErrorRecords: '10', MaxErrorShare: '0.05' },
    ],
  ])('is told to the job, and to the result: %j', (props, acceptance) => {
    expect(acceptancesOf(props)).toEqual(Array(2).fill(acceptance));
  });

  test.each([{}, { acceptPartialCompletion: false }])('is left to the handler where nothing is said of it', (props) => {
    expect(acceptancesOf(props)).toEqual(Array(4).fill(undefined));
  });

  test('is told to the job alone where there are no watches', () => {
    expect(acceptancesOf({ maxErrorRecords: 10, waitTimeout: Duration.minutes(30) })).toEqual([
      { MaxErrorRecords: '10' },
    ]);
  });
});

describe('attributes', () => {
  const members = [
    'modelInvocationJobArn',
    'modelInvocationJobName',
    'modelInvocationJobStatus',
    'modelInvocationJobMessage',
    'totalRecordCount',
    'processedRecordCount',
    'successRecordCount',
    'errorRecordCount',
    'outputUri',
    'manifestUri',
    'submitTime',
    'endTime',
  ] as const;

  test('are all that the handler answers with', () => {
    const stack = newStack();
    const job = batchJob(stack, 'Classify');
    const attributes = members.map(
      (member) => (stack.resolve(job[member]) as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][1],
    );
    expect(attributes).toEqual([...MODEL_INVOCATION_JOB.attributes]);
  });

  test.each(members.slice(2))('fail with %s of a job that is not waited for', (member) => {
    const job = batchJob(newStack(), 'Classify', { waitForCompletion: false });
    expect(() => job[member]).toThrow(
      `Stack/Classify: '${member}' is known only when the job has ended, but 'waitForCompletion' is false: it must be true, or left out, for '${member}' to be used`,
    );
  });
});

describe('a job that is not waited for', () => {
  test('answers once the service has accepted it', () => {
    const stack = newStack();
    const job = batchJob(stack, 'Classify', { waitForCompletion: false, timeout: Duration.hours(72) });
    expect(batchProperties(stack)).toMatchObject({
      WaitForCompletion: 'false',
      WaitSeconds: '3300',
      ServiceTimeout: '3600',
      Request: { timeoutDurationInHours: 72 },
    });
    expect(Object.keys(templateOf(stack).Outputs!)).toEqual(['ClassifyModelInvocationJobArn']);
    expect(stack.resolve(job.modelInvocationJobName)).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Classify[0-9A-F]{8}$/), 'ModelInvocationJobName'],
    });
  });
});

test('grantRead lets a principal read the results', () => {
  const stack = newStack();
  const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const outputEncryptionKey = new kms.Key(stack, 'Key');
  batchJob(stack, 'Classify', { outputPrefix: 'reviews', outputEncryptionKey }).grantRead(reader);
  expect(statementsOf(stack, 'Reader')).toEqual([
    { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['arn:<AWS::Partition>:s3:::answers'] },
    { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::answers/reviews/*'] },
    { actions: ['kms:Decrypt'], resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)] },
  ]);
});

test('two jobs may write under one prefix', () => {
  const stack = newStack();
  const outputPrefix = Lazy.string({ produce: () => 'reviews' });
  batchJob(stack, 'Classify', { outputPrefix });
  batchJob(stack, 'Summarize', { outputPrefix });
  Template.fromStack(stack).resourceCountIs(BATCH_JOB_TYPE, 2);
});
