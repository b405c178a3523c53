import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import {
  type CompilationJob,
  CompilationTarget,
  CompilerOptions,
  DataInputConfig,
  Framework,
  ModelData,
  TargetDevice,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from '../../../../src';
import { statementsOf } from '../../policy-statements';
import { compilationJob, jobProperties, MODEL, newStack, requestOf } from '../../sample-job';
import { sampleVpc } from '../../sample-vpc';

const PACKAGE = 'arn:aws:sagemaker:us-east-1:111122223333:model-package/penguins/1';
const LOGS = 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/sagemaker/CompilationJobs';

describe('the request', () => {
  test('is the smallest that the API takes', () => {
    expect(requestOf({})).toEqual({
      RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^CompileRole/), 'Arn'] },
      InputConfig: { S3Uri: 's3://models/penguins/model.tar.gz', Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: 's3://artifacts/', TargetDevice: 'ml_c5' },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
    });
  });

  test('has every member that the API has', () => {
    const stack = newStack();
    const vpc = sampleVpc(stack);
    compilationJob(stack, 'Compile', {
      compilationJobName: 'penguins-v1',
      framework: Framework.PYTORCH,
      frameworkVersion: '1.13',
      dataInputConfig: DataInputConfig.fromObject({ input: [1, 3, 224, 224] }),
      target: CompilationTarget.platform(
        {
          os: TargetPlatformOs.LINUX,
          arch: TargetPlatformArch.ARM64,
          accelerator: TargetPlatformAccelerator.NVIDIA,
        },
        {
          compilerOptions: CompilerOptions.fromObject({ 'gpu-code': 'sm_72', 'trt-ver': '5.1.6', 'cuda-ver': '10.0' }),
        },
      ),
      outputPrefix: 'penguins',
      outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k'),
      vpc,
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
      maxRuntime: Duration.minutes(30),
    });
    expect(jobProperties(stack)).toMatchObject({
      JobName: 'penguins-v1',
      Request: {
        RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^CompileRole/), 'Arn'] },
        InputConfig: {
          S3Uri: 's3://models/penguins/model.tar.gz',
          DataInputConfig: '{"input":[1,3,224,224]}',
          Framework: 'PYTORCH',
          FrameworkVersion: '1.13',
        },
        OutputConfig: {
          S3OutputLocation: 's3://artifacts/penguins/',
          TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
          CompilerOptions: '{"cuda-ver":"10.0","gpu-code":"sm_72","trt-ver":"5.1.6"}',
          KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/k',
        },
        VpcConfig: {
          Subnets: ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'],
          SecurityGroupIds: ['sg-0123456789abcdef0'],
        },
        StoppingCondition: { MaxRuntimeInSeconds: 1800 },
      },
    });
  });

  test('of a model package has the package in place of the input', () => {
    const request = requestOf({ modelData: ModelData.fromModelPackageVersion(PACKAGE), framework: undefined });
    expect(request.ModelPackageVersionArn).toBe(PACKAGE);
    expect(request).not.toHaveProperty('InputConfig');
  });
});

describe("the generated role's policy", () => {
  test('is what the input, the output, the log and the metrics need', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { outputPrefix: 'penguins' });
    const bucket = ['s3:GetBucketLocation', 's3:ListBucket'];
    expect(statementsOf(stack, 'CompileRole')).toEqual([
      { actions: bucket, resources: ['arn:<AWS::Partition>:s3:::artifacts'] },
      { actions: ['s3:PutObject'], resources: ['arn:<AWS::Partition>:s3:::artifacts/penguins/stack--compile--*'] },
      {
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [LOGS, `${LOGS}:*`],
      },
      { actions: ['cloudwatch:PutMetricData'], resources: ['*'] },
      { actions: bucket, resources: ['arn:<AWS::Partition>:s3:::models'] },
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::models/penguins/model.tar.gz'] },
    ]);
  });

  test('lets the job use the keys of its output', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { outputEncryptionKey: new kms.Key(stack, 'Key') });
    expect(statementsOf(stack, 'CompileRole')).toContainEqual({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)],
    });
  });

  test('lets the job describe its model package', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { modelData: ModelData.fromModelPackageVersion(PACKAGE), framework: undefined });
    expect(statementsOf(stack, 'CompileRole')).toContainEqual({
      actions: ['sagemaker:DescribeModelPackage'],
      resources: [PACKAGE],
    });
  });
});

test('grantRead lets a principal read the compiled model', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  const job = compilationJob(stack, 'Compile', { outputPrefix: 'penguins' });
  job.grantRead(role);
  expect(job.outputBucket.bucketName).toBe('artifacts');
  expect(statementsOf(stack, 'Reader')).toEqual([
    { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['arn:<AWS::Partition>:s3:::artifacts'] },
    { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::artifacts/penguins/stack--compile--*'] },
  ]);
});

describe('what a job adds to a stack', () => {
  const added = (props: Parameters<typeof compilationJob>[2]) => {
    const stack = newStack();
    compilationJob(stack, 'Compile', props);
    const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };
    return Object.entries(Resources)
      .filter(([id]) => !id.includes('JobEngine'))
      .map(([, { Type }]) => Type)
      .sort();
  };

  test('is the custom resource, its role and the policy of the role', () => {
    expect(added({})).toEqual(['AWS::IAM::Policy', 'AWS::IAM::Role', 'Custom::SageMakerCompilationJob']);
  });

  test('is a bucket and its policy besides, where no output bucket is given', () => {
    expect(added({ outputBucket: undefined })).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
      'Custom::SageMakerCompilationJob',
    ]);
  });
});

describe('bad input', () => {
  const model = ModelData.fromAsset(MODEL);
  const fails = (props: Partial<ConstructorParameters<typeof CompilationJob>[2]>, message: string) =>
    expect(() => compilationJob(newStack(), 'Compile', props)).toThrow(message);

  const ofModel = 'model data, for example ModelData.fromAsset()';
  const ofTarget = 'one target, for example CompilationTarget.device() or CompilationTarget.platform()';
  test.each([
    ['modelData', undefined, ofModel, 'undefined'],
    ['modelData', 'model.tar.gz', ofModel, "'model.tar.gz'"],
    ['target', undefined, ofTarget, 'undefined'],
    ['target', TargetDevice.ML_C5, ofTarget, '{"value":"ml_c5"}'],
    ['framework', 'XGBOOST', 'a framework, for example Framework.XGBOOST', "'XGBOOST'"],
    [
      'dataInputConfig',
      { data: [1, 4] },
      'a configuration, for example DataInputConfig.fromObject()',
      '{"data":[1,4]}',
    ],
    ['maxRuntime', 900, 'a duration, for example Duration.minutes()', '900'],
  ])('fails where the compiler does not: %s %j', (member, value, allowed, got) => {
    fails({ [member]: value }, `Stack/Compile: '${member}' must be ${allowed}, got ${got}`);
  });

  test('fails with a device that is none', () => {
    const device = (TargetDevice as unknown as Record<string, TargetDevice>).ML_C55;
    fails({ target: CompilationTarget.device(device) }, 'Stack/Compile: exactly one of TargetDevice');
  });

  test('fails without a framework', () => {
    fails(
      { modelData: model, framework: undefined },
      "Stack/Compile: 'framework' (InputConfig.Framework) must be given, got undefined",
    );
  });

  test('fails with a framework beside a model package', () => {
    fails(
      { modelData: ModelData.fromModelPackageVersion(PACKAGE) },
      "Stack/Compile: 'framework' must not be given with a model package, which says it itself",
    );
  });

  test('fails with security groups and no VPC', () => {
    const stack = newStack();
    const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')];
    expect(() => compilationJob(stack, 'Compile', { securityGroups })).toThrow(
      "Stack/Compile: 'vpcSubnets', 'securityGroups' and 'allowAllOutbound' must be given with 'vpc' only",
    );
  });

  test('fails for the connections of a job without a VPC', () => {
    expect(() => compilationJob(newStack(), 'Compile').connections).toThrow(
      "Stack/Compile: 'connections' are those of a job in a VPC: give the job a 'vpc'",
    );
  });

  test('names the path of a job deep in the tree', () => {
    const scope = new Construct(new Construct(newStack(), 'Edge'), 'Models');
    expect(() => compilationJob(scope, 'Compile', { framework: undefined })).toThrow(/^Stack\/Edge\/Models\/Compile: /);
  });
});
