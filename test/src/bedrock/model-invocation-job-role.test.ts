import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BatchInferenceInput, BatchInferenceModel } from '../../../src';
import { type Statement, statementsOf } from '../policy-statements';
import { BATCH_JOB_TYPE, batchJob, NOVA } from '../sample-batch-job';
import { bucketNamed, newStack } from '../sample-job';
import { sampleVpc, SUBNET_IDS } from '../sample-vpc';

const S3 = 'arn:<AWS::Partition>:s3:::';
const BEDROCK = 'arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>';
const EC2 = 'arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>';
const BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];
const APPLICATION = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl';
const CUSTOM = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl';

const novaIn = (region: string) => `arn:<AWS::Partition>:bedrock:${region}::foundation-model/${NOVA}`;
const ownedBy = (account: string) => ({ StringEquals: { 'aws:ResourceAccount': account } });

/** What a job needs of S3: the input to read, and the output to write, in a bucket of this account or of another. */
const s3Statements = (account = '<AWS::AccountId>'): Statement[] => [
  { actions: BUCKET_ACTIONS, resources: [`${S3}records`], condition: ownedBy(account) },
  { actions: ['s3:GetObject'], resources: [`${S3}records/reviews/records.jsonl`], condition: ownedBy(account) },
  { actions: BUCKET_ACTIONS, resources: [`${S3}answers`], condition: ownedBy(account) },
  { actions: ['s3:GetObject', 's3:PutObject'], resources: [`${S3}answers/*`], condition: ownedBy(account) },
];

function roleOf(props: Parameters<typeof batchJob>[2], stack = newStack()): Statement[] {
  batchJob(stack, 'Classify', props);
  return statementsOf(stack, 'ClassifyRole');
}

describe('the role is assumed', () => {
  test('by the service, for the jobs of this account: it chooses their ids', () => {
    const stack = newStack();
    batchJob(stack, 'Classify');
    const [{ Properties }] = Object.values(
      Template.fromStack(stack).findResources('AWS::IAM::Role', {
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'bedrock.amazonaws.com' } }] },
        },
      }),
    );
    expect(Properties).toEqual({
      Path: { 'Fn::Join': ['', ['/cdk-ml-jobs/', { Ref: 'AWS::Region' }, '/stack/']] },
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'bedrock.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnEquals: {
                'aws:SourceArn': {
                  'Fn::Join': [
                    '',
                    [
                      'arn:',
                      { Ref: 'AWS::Partition' },
                      ':bedrock:',
                      { Ref: 'AWS::Region' },
                      ':',
                      { Ref: 'AWS::AccountId' },
                      ':model-invocation-job/*',
                    ],
                  ],
                },
              },
            },
          },
        ],
      },
    });
  });
});

describe('the role may', () => {
  test('read the input and write the output, and nothing else for a foundation model', () => {
    expect(roleOf({})).toEqual(s3Statements());
  });

  test('do nothing more for a custom model', () => {
    expect(roleOf({ model: BatchInferenceModel.customModel(CUSTOM) })).toEqual(s3Statements());
  });

  test('invoke a cross-Region profile, and the model behind it in all its Regions', () => {
    expect(roleOf({ model: BatchInferenceModel.inferenceProfile(`us.${NOVA}`) })).toEqual([
      {
        actions: ['bedrock:InvokeModel'],
        resources: [`${BEDROCK}:inference-profile/us.${NOVA}`, novaIn('<AWS::Region>'), novaIn('us-*')],
      },
      ...s3Statements(),
    ]);
  });

  test('invoke an application profile, and the models behind it', () => {
    const foundationModels = [new FoundationModelIdentifier(NOVA)];
    const model = BatchInferenceModel.applicationInferenceProfile(APPLICATION, { foundationModels });
    expect(roleOf({ model })).toEqual([
      { actions: ['bedrock:InvokeModel'], resources: [APPLICATION, novaIn('<AWS::Region>')] },
      ...s3Statements(),
    ]);
  });

  test('write under the prefix of the output only', () => {
    expect(roleOf({ outputPrefix: 'reviews' })).toContainEqual({
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [`${S3}answers/reviews/*`],
      condition: ownedBy('<AWS::AccountId>'),
    });
  });

  test('read all files in the folder of the input', () => {
    const stack = newStack();
    const input = BatchInferenceInput.fromBucket(bucketNamed(stack, 'records'), 'reviews/');
    expect(roleOf({ input }, stack)).toContainEqual({
      actions: ['s3:GetObject'],
      resources: [`${S3}records/reviews/*`],
      condition: ownedBy('<AWS::AccountId>'),
    });
  });

  test('use buckets of another account, and of no third one', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const [records, answers] = ['records', 'answers'].map((bucketName) =>
      Bucket.fromBucketAttributes(stack, bucketName, { bucketName, account: '444455556666' }),
    );
    const input = BatchInferenceInput.fromBucket(records, 'reviews/records.jsonl');
    expect(roleOf({ input, outputBucket: answers }, stack)).toEqual(s3Statements('444455556666'));
  });

  test('use the keys of the input and of the output, which goes before that of its bucket', () => {
    const stack = newStack();
    const keys: { readonly [id: string]: string } = {
      records: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000001',
      answers: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000002',
      output: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000003',
    };
    const bucketWithKey = (id: string) => {
      const encryptionKey = kms.Key.fromKeyArn(stack, `${id}Key`, keys[id]);
      return Bucket.fromBucketAttributes(stack, id, { bucketName: id, encryptionKey });
    };
    const statements = roleOf(
      {
        input: BatchInferenceInput.fromBucket(bucketWithKey('records'), 'reviews/records.jsonl'),
        outputBucket: bucketWithKey('answers'),
        outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Key', keys.output),
      },
      stack,
    );
    const [records, object, answers, objects] = s3Statements();
    expect(statements).toEqual([
      records,
      object,
      { actions: ['kms:Decrypt'], resources: [keys.records] },
      answers,
      objects,
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [keys.output] },
    ]);
  });
});

describe('in a VPC', () => {
  test('the role may make the interfaces of the job, in its subnets only', () => {
    const stack = newStack();
    const vpc = sampleVpc(stack);
    const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')];
    // no id says whose it is: another account may share it
    const subnetArns = SUBNET_IDS.map((id) => `${EC2.replace('<AWS::AccountId>', '*')}:subnet/${id}`);
    const JOBS = `${BEDROCK}:model-invocation-job/*`;
    expect(roleOf({ vpc, securityGroups }, stack)).toEqual([
      {
        actions: [
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeVpcs',
          'ec2:DescribeDhcpOptions',
          'ec2:DescribeSubnets',
          'ec2:DescribeSecurityGroups',
        ],
        resources: ['*'],
      },
      {
        actions: ['ec2:CreateNetworkInterface'],
        resources: [`${EC2}:network-interface/*`],
        condition: {
          StringEquals: { 'aws:RequestTag/BedrockManaged': 'true' },
          ArnEquals: { 'aws:RequestTag/BedrockModelInvocationJobArn': JOBS },
        },
      },
      {
        actions: ['ec2:CreateNetworkInterface'],
        resources: [...subnetArns, `${EC2}:security-group/sg-0123456789abcdef0`],
      },
      {
        actions: [
          'ec2:CreateNetworkInterfacePermission',
          'ec2:DeleteNetworkInterface',
          'ec2:DeleteNetworkInterfacePermission',
        ],
        resources: ['*'],
        condition: {
          ArnEquals: { 'ec2:Subnet': subnetArns, 'ec2:ResourceTag/BedrockModelInvocationJobArn': JOBS },
        },
      },
      {
        actions: ['ec2:CreateTags'],
        resources: [`${EC2}:network-interface/*`],
        condition: {
          StringEquals: { 'ec2:CreateAction': 'CreateNetworkInterface' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['BedrockManaged', 'BedrockModelInvocationJobArn'] },
        },
      },
      ...s3Statements(),
    ]);
  });

  test('the job can be connected to, and runs while its network is there', () => {
    const stack = newStack();
    const job = batchJob(stack, 'Classify', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
    job.connections.allowTo(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(443));
    const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources(BATCH_JOB_TYPE));
    expect(DependsOn).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ClassifySecurityGroup/),
        expect.stringMatching(/^VpcPrivateSubnet1DefaultRoute/),
      ]),
    );
  });
});

describe('a role that is brought', () => {
  const mine = (stack: Stack) =>
    new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });

  test('is given what the job needs, and the job depends on it', () => {
    const stack = newStack();
    batchJob(stack, 'Classify', { role: mine(stack) });
    expect(statementsOf(stack, 'Mine')).toEqual(s3Statements());
    const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources(BATCH_JOB_TYPE));
    expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^MineDefaultPolicy/)]));
  });

  test('is left as it is on request', () => {
    const stack = newStack();
    batchJob(stack, 'Classify', { role: mine(stack).withoutPolicyUpdates() });
    expect(statementsOf(stack, 'Mine')).toEqual([]);
  });
});
