import { Duration, Size } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { MlInstanceType } from '../../../../src/sagemaker/ml-instance-type';
import { TrainingInputMode } from '../../../../src/sagemaker/training/training-input-options';
import { TrainingJob } from '../../../../src/sagemaker/training/training-job';
import { TrainingOutputCompression } from '../../../../src/sagemaker/training/training-output-compression';
import { flatten, statementsOf } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import { TRAINING_JOB_TYPE, trainingJob, trainingProperties, trainingRequestOf } from '../../sample-training-job';
import { sampleVpc } from '../../sample-vpc';

const LOGS = 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/sagemaker/TrainingJobs';
const BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';
const S3 = 'arn:<AWS::Partition>:s3:::';

describe('the request', () => {
  test('is the smallest that the API takes', () => {
    expect(trainingRequestOf({ inputs: undefined })).toEqual({
      RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^TrainRole/), 'Arn'] },
      AlgorithmSpecification: {
        TrainingInputMode: 'File',
        TrainingImage: 'registry.example.com/train:1',
        TrainingImageConfig: { TrainingRepositoryAccessMode: 'Platform' },
      },
      OutputDataConfig: { S3OutputPath: 's3://models/' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 1800 },
    });
  });

  test('says how the job trains, where it writes, and when it is stopped', () => {
    const stack = newStack();
    const request = trainingRequestOf(
      {
        hyperparameters: { objective: 'binary:logistic', num_round: '50' },
        environment: { LOG_LEVEL: 'debug' },
        inputMode: TrainingInputMode.FAST_FILE,
        outputPrefix: 'penguins',
        outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Key', KEY),
        outputCompression: TrainingOutputCompression.NONE,
        instanceType: MlInstanceType.of('ml.m8i.xlarge'),
        instanceCount: 2,
        volumeSize: Size.gibibytes(50),
        volumeEncryptionKey: kms.Key.fromKeyArn(stack, 'VolumeKey', KEY),
        maxRuntime: Duration.hours(2),
        maxPendingTime: Duration.hours(3),
        spot: { maxWait: Duration.hours(4) },
        checkpoints: { bucket: bucketNamed(stack, 'checkpoints'), prefix: 'penguins', localPath: '/opt/ml/c' },
        networkIsolation: true,
        interContainerEncryption: true,
        maxRetryAttempts: 3,
        vpc: sampleVpc(stack),
        securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
      },
      stack,
    );
    expect(request).toEqual({
      RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^TrainRole/), 'Arn'] },
      AlgorithmSpecification: {
        TrainingInputMode: 'FastFile',
        TrainingImage: 'registry.example.com/train:1',
        TrainingImageConfig: { TrainingRepositoryAccessMode: 'Platform' },
      },
      HyperParameters: { objective: 'binary:logistic', num_round: '50' },
      Environment: { LOG_LEVEL: 'debug' },
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/penguins/' } },
        },
      ],
      OutputDataConfig: { S3OutputPath: 's3://models/penguins/', KmsKeyId: KEY, CompressionType: 'NONE' },
      ResourceConfig: {
        InstanceType: 'ml.m8i.xlarge',
        InstanceCount: 2,
        VolumeSizeInGB: 50,
        VolumeKmsKeyId: KEY,
      },
      EnableManagedSpotTraining: true,
      StoppingCondition: {
        MaxRuntimeInSeconds: 7200,
        MaxWaitTimeInSeconds: 14400,
        MaxPendingTimeInSeconds: 10800,
      },
      CheckpointConfig: { S3Uri: 's3://checkpoints/penguins/', LocalPath: '/opt/ml/c' },
      EnableNetworkIsolation: true,
      EnableInterContainerTrafficEncryption: true,
      RetryStrategy: { MaximumRetryAttempts: 3 },
      VpcConfig: {
        Subnets: ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'],
        SecurityGroupIds: ['sg-0123456789abcdef0'],
      },
    });
  });

  test('keeps the instances for the next job', () => {
    expect(trainingRequestOf({ keepAlivePeriod: Duration.minutes(10) }).ResourceConfig).toEqual({
      InstanceType: 'ml.m5.large',
      InstanceCount: 1,
      VolumeSizeInGB: 30,
      KeepAlivePeriodInSeconds: 600,
    });
  });

  test('of a serverless job has neither algorithm nor instances', () => {
    const ServerlessJobConfig = {
      BaseModelArn: 'arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/penguin-classifier/1.0.0',
      JobType: 'FineTuning',
      AcceptEula: true,
    };
    const request = trainingRequestOf({
      algorithm: undefined,
      instanceType: undefined,
      requestOverrides: { ServerlessJobConfig },
    });
    expect(request.ServerlessJobConfig).toEqual(ServerlessJobConfig);
    expect(request).not.toHaveProperty('AlgorithmSpecification');
    expect(request).not.toHaveProperty('ResourceConfig');
  });
});

describe('the deployment waits', () => {
  test.each([
    ['for as long as the job may run', {}, 1800 + 600],
    ['for a job on spot capacity until its time is over', { spot: { maxWait: Duration.minutes(40) } }, 2400 + 600],
    ['for the job to get its place', { maxPendingTime: Duration.hours(2) }, 1800 + 7200 + 600],
    ['a day for a job that does not say when it is stopped', { maxRuntime: undefined }, 86400 + 600],
  ])('%s', (_, props, seconds) => {
    const stack = newStack();
    trainingJob(stack, 'Train', props);
    expect(trainingProperties(stack).WaitSeconds).toBe(String(seconds));
  });
});

describe("the generated role's policy", () => {
  const bucket = (name: string) => ({ actions: BUCKET_ACTIONS, resources: [`${S3}${name}`] });

  test('is what the output, the log, the metrics and the input need', () => {
    const stack = newStack();
    trainingJob(stack, 'Train', { outputPrefix: 'penguins' });
    expect(statementsOf(stack, 'TrainRole')).toEqual([
      bucket('models'),
      { actions: ['s3:PutObject'], resources: [`${S3}models/penguins/stack--train--*`] },
      {
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [LOGS, `${LOGS}:*`],
      },
      { actions: ['cloudwatch:PutMetricData'], resources: ['*'] },
      bucket('data'),
      { actions: ['s3:GetObject'], resources: [`${S3}data/penguins/*`] },
    ]);
  });

  test('lets the job use the keys of its output and of its volumes', () => {
    const stack = newStack();
    trainingJob(stack, 'Train', {
      outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Key', `${KEY}-output`),
      volumeEncryptionKey: kms.Key.fromKeyArn(stack, 'VolumeKey', `${KEY}-volume`),
    });
    const onKeys = statementsOf(stack, 'TrainRole').filter(({ actions }) => actions.some((name) => /^kms/.test(name)));
    expect(onKeys).toEqual([
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [`${KEY}-output`] },
      { actions: ['kms:Encrypt'], resources: [`${KEY}-output`] },
      { actions: ['kms:CreateGrant', 'kms:DescribeKey'], resources: [`${KEY}-volume`] },
    ]);
  });

  test('lets the job keep, find and delete its checkpoints', () => {
    const stack = newStack();
    trainingJob(stack, 'Train', { checkpoints: { bucket: bucketNamed(stack, 'checkpoints'), prefix: 'penguins/' } });
    const objects = [`${S3}checkpoints/penguins/*`];
    expect(statementsOf(stack, 'TrainRole').slice(-3)).toEqual([
      bucket('checkpoints'),
      { actions: ['s3:GetObject', 's3:PutObject'], resources: objects },
      { actions: ['s3:DeleteObject'], resources: objects },
    ]);
  });

  test('leaves a leading slash out of the place of checkpoints, and warns of it', () => {
    const stack = newStack();
    const checkpoints = { bucket: bucketNamed(stack, 'checkpoints'), prefix: '/penguins' };
    trainingJob(stack, 'Train', { checkpoints });
    expect(trainingProperties(stack).Request.CheckpointConfig).toEqual({ S3Uri: 's3://checkpoints/penguins/' });
    Annotations.fromStack(stack).hasWarning(
      '/Stack/Train',
      Match.stringLikeRegexp("^'checkpoints.prefix' begins with"),
    );
  });
});

describe('the role is assumed', () => {
  test('by SageMaker, for the attempts at this job', () => {
    const stack = newStack();
    trainingJob(stack, 'Train');
    const [role] = Object.values(
      Template.fromStack(stack).findResources('AWS::IAM::Role', {
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'sagemaker.amazonaws.com' } }] },
        },
      }),
    );
    const [statement, ...others] = role.Properties.AssumeRolePolicyDocument.Statement;
    expect(others).toEqual([]);
    expect(flatten(statement.Condition.ArnLike['aws:SourceArn'])).toBe(
      'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:training-job/stack--train--*',
    );
  });
});

describe('in a VPC', () => {
  const inboundOf = (props: Parameters<typeof trainingJob>[2]) => {
    const stack = newStack();
    trainingJob(stack, 'Train', { vpc: sampleVpc(stack), ...props });
    return Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress'));
  };

  test('instances that train together reach each other', () => {
    const [{ Properties }, ...others] = inboundOf({ instanceCount: 2 });
    expect(others).toEqual([]);
    expect(Properties).toMatchObject({
      IpProtocol: '-1',
      GroupId: { 'Fn::GetAtt': [expect.stringMatching(/^TrainSecurityGroup/), 'GroupId'] },
      SourceSecurityGroupId: { 'Fn::GetAtt': [expect.stringMatching(/^TrainSecurityGroup/), 'GroupId'] },
    });
  });

  test.each([{}, { allowAllOutbound: false }])('and have no warning of the CDK: %j', (props) => {
    const stack = newStack();
    trainingJob(stack, 'Train', { vpc: sampleVpc(stack), instanceCount: 2, ...props });
    // those of the VPC are about how it is referred to
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
    expect(warnings.filter(({ id }) => id.startsWith('/Stack/Train'))).toEqual([]);
    const outbound = Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupEgress');
    expect(Object.keys(outbound)).toHaveLength('allowAllOutbound' in props ? 1 : 0);
  });

  test('nothing reaches an instance that trains alone', () => {
    expect(inboundOf({})).toEqual([]);
  });
});

describe('the results', () => {
  const results = {
    trainingJobArn: 'TrainingJobArn',
    trainingJobName: 'TrainingJobName',
    trainingJobStatus: 'TrainingJobStatus',
    secondaryStatus: 'SecondaryStatus',
    modelArtifacts: 'ModelArtifacts',
    checkpointUri: 'CheckpointUri',
    outputModelPackageArn: 'OutputModelPackageArn',
    trainingTimeInSeconds: 'TrainingTimeInSeconds',
    billableTimeInSeconds: 'BillableTimeInSeconds',
    trainingStartTime: 'TrainingStartTime',
    trainingEndTime: 'TrainingEndTime',
  } as const;

  test.each(Object.entries(results))('%s is the attribute %s', (member, attribute) => {
    const stack = newStack();
    const job = trainingJob(stack, 'Train');
    expect(flatten(stack.resolve(job[member as keyof typeof results]))).toMatch(
      new RegExp(`^<Train\\w+\\.${attribute}>$`),
    );
  });

  test('a metric is an attribute that the handler is asked for', () => {
    const stack = newStack();
    const job = trainingJob(stack, 'Train');
    expect(flatten(stack.resolve(job.metric('validation:auc')))).toMatch(/^<Train\w+\.Metric\.validation_3a_auc>$/);
    expect(trainingProperties(stack).Metrics).toEqual(['validation:auc']);
  });

  test.each([
    ['modelArtifacts', (job: TrainingJob) => job.modelArtifacts],
    ["metric('loss')", (job: TrainingJob) => job.metric('loss')],
  ])('fails for %s of a job that nobody waits for', (member, read) => {
    const job = trainingJob(newStack(), 'Train', { waitForCompletion: false });
    expect(() => read(job)).toThrow(`Stack/Train: '${member}' is known only when the job has ended`);
  });

  test('are outputs of the stack: the job and its model', () => {
    const stack = newStack();
    trainingJob(stack, 'Train');
    expect(Object.keys(Template.fromStack(stack).findOutputs('*'))).toEqual([
      'TrainTrainingJobArn',
      'TrainModelArtifacts',
    ]);
  });

  test('grantRead lets a principal read the trained model', () => {
    const stack = newStack();
    const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    const job = trainingJob(stack, 'Train', { outputPrefix: 'penguins' });
    job.grantRead(reader);
    expect(job.outputBucket.bucketName).toBe('models');
    expect(statementsOf(stack, 'Reader')).toEqual([
      { actions: BUCKET_ACTIONS, resources: [`${S3}models`] },
      { actions: ['s3:GetObject'], resources: [`${S3}models/penguins/stack--train--*`] },
    ]);
  });
});

describe('a job that was stopped at its time limit', () => {
  const acceptanceOf = (acceptStoppedAtTimeLimit?: boolean) => {
    const stack = newStack();
    trainingJob(stack, 'Train', { acceptStoppedAtTimeLimit });
    return trainingProperties(stack).Acceptance;
  };

  test('has failed', () => {
    expect(acceptanceOf()).toBeUndefined();
    expect(acceptanceOf(false)).toBeUndefined();
  });

  test('has succeeded where that is accepted', () => {
    expect(acceptanceOf(true)).toEqual({ StoppedAtTimeLimit: 'true' });
  });
});

describe('a rule', () => {
  const patternOf = (make: (job: TrainingJob, options: OnEventOptions) => Rule) => {
    const stack = newStack();
    make(trainingJob(stack, 'Train'), {});
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
    return Properties.EventPattern;
  };
  const event = (detail: object) => ({
    source: ['aws.sagemaker'],
    'detail-type': ['SageMaker Training Job State Change'],
    detail: { TrainingJobName: [{ prefix: 'stack--train--' }], ...detail },
  });

  test.each([
    ['any change of state', (job: TrainingJob) => job.onStateChange('Rule', {}), {}],
    ['any change of state, without a target', (job: TrainingJob) => job.onStateChange('Rule'), {}],
    ['completion', (job: TrainingJob) => job.onCompleted('Rule', {}), { TrainingJobStatus: ['Completed'] }],
    ['any other end', (job: TrainingJob) => job.onFailed('Rule', {}), { TrainingJobStatus: ['Failed', 'Stopped'] }],
  ])('is for %s of the attempts at the job', (_, make, detail) => {
    expect(patternOf(make)).toEqual(event(detail));
  });
});

test('a job that was made elsewhere is read by its name', () => {
  const stack = newStack();
  const job = TrainingJob.fromTrainingJobName(stack, 'Train', 'penguins-v1');
  expect(flatten(stack.resolve(job.modelArtifacts))).toMatch(/^<Train\w+\.ModelArtifacts>$/);
  Template.fromStack(stack).resourceCountIs(TRAINING_JOB_TYPE, 0);
});
