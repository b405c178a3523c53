import { Duration } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import {
  MlInstanceType,
  Optimization,
  OptimizationJob,
  type OptimizationJobProps,
  OptimizationModel,
  QuantizationFormat,
  SpeculativeDecodingData,
  TrainingImage,
} from '../../../../src';
import { TrainingJob } from '../../../../src/sagemaker/training/training-job';
import { TrainingOutputCompression } from '../../../../src/sagemaker/training/training-output-compression';
import { statementsOf } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import { optimizationJob, optimizationProperties, optimizationRequestOf } from '../../sample-optimization-job';
import { trainingJob } from '../../sample-training-job';
import { sampleVpc } from '../../sample-vpc';

const LOGS = 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/sagemaker/*';
const BUCKET = ['s3:GetBucketLocation', 's3:ListBucket'];
const { quantization, compilation, sharding, speculativeDecoding } = Optimization;

/** The first technique of the request. */
const techniqueOf = (optimization: Optimization): unknown =>
  (optimizationRequestOf({ optimizations: [optimization] }).OptimizationConfigs as unknown[])[0];

describe('the request', () => {
  test('is the smallest that the API takes', () => {
    expect(optimizationRequestOf({ maxRuntime: undefined })).toEqual({
      RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^OptimizeRole/), 'Arn'] },
      ModelSource: { S3: { S3Uri: 's3://models/mistral-7b/' } },
      DeploymentInstanceType: 'ml.g5.2xlarge',
      OptimizationConfigs: [{ ModelQuantizationConfig: { OverrideEnvironment: { OPTION_QUANTIZE: 'awq' } } }],
      OutputConfig: { S3OutputLocation: 's3://optimized/' },
      StoppingCondition: { MaxRuntimeInSeconds: 36_000 },
    });
  });

  test('has every property in the place of the API', () => {
    const stack = newStack();
    const vpc = sampleVpc(stack, 1);
    optimizationJob(stack, 'Optimize', {
      optimizationJobName: 'mistral-awq',
      model: OptimizationModel.fromBucket(bucketNamed(stack, 'models'), 'llama/', { acceptEula: true }),
      maxInstanceCount: 2,
      environment: { B: '2', A: '1' },
      outputPrefix: 'llama',
      outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k'),
      maxPendingTime: Duration.hours(2),
      trainingPlanArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-plan/plan',
      vpc,
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
    });
    const { JobName, Request } = optimizationProperties(stack);
    expect(JobName).toBe('mistral-awq');
    expect(Request).toMatchObject({
      ModelSource: { S3: { S3Uri: 's3://models/llama/', ModelAccessConfig: { AcceptEula: true } } },
      MaxInstanceCount: 2,
      OptimizationEnvironment: { A: '1', B: '2' },
      OutputConfig: { S3OutputLocation: 's3://optimized/llama/', KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/k' },
      StoppingCondition: { MaxRuntimeInSeconds: 2400, MaxPendingTimeInSeconds: 7200 },
      VpcConfig: { Subnets: ['subnet-0123456789abcdef1'], SecurityGroupIds: ['sg-0123456789abcdef0'] },
      TrainingPlanArns: ['arn:aws:sagemaker:us-east-1:111122223333:training-plan/plan'],
    });
    expect(Object.keys(Request.OptimizationEnvironment as object)).toEqual(['A', 'B']);
  });

  test.each([
    ['quantization as the image does it', quantization(), { ModelQuantizationConfig: {} }],
    [
      'quantization',
      quantization({ format: QuantizationFormat.FP8, overrideEnvironment: { OPTION_DTYPE: 'fp16' } }),
      { ModelQuantizationConfig: { OverrideEnvironment: { OPTION_DTYPE: 'fp16', OPTION_QUANTIZE: 'fp8' } } },
    ],
    ['compilation', compilation(), { ModelCompilationConfig: {} }],
    [
      'sharding, with a number as a text',
      sharding({ tensorParallelDegree: 1 }),
      { ModelShardingConfig: { OverrideEnvironment: { OPTION_TENSOR_PARALLEL_DEGREE: '1' } } },
    ],
    ['speculative decoding', speculativeDecoding(), { ModelSpeculativeDecodingConfig: { Technique: 'EAGLE' } }],
    [
      'speculative decoding with data',
      speculativeDecoding({
        trainingData: SpeculativeDecodingData.fromBucket(bucketNamed(newStack(), 'talks'), 'chats/'),
      }),
      {
        ModelSpeculativeDecodingConfig: {
          Technique: 'EAGLE',
          TrainingDataSource: { S3Uri: 's3://talks/chats/', S3DataType: 'S3Prefix' },
        },
      },
    ],
    [
      'speculative decoding with data that a manifest lists',
      speculativeDecoding({
        trainingData: SpeculativeDecodingData.fromManifest(bucketNamed(newStack(), 'talks'), 'list.json'),
      }),
      {
        ModelSpeculativeDecodingConfig: {
          Technique: 'EAGLE',
          TrainingDataSource: { S3Uri: 's3://talks/list.json', S3DataType: 'ManifestFile' },
        },
      },
    ],
  ])('of %s', (_, optimization, technique) => {
    expect(techniqueOf(optimization)).toEqual(technique);
  });

  test('of a model of SageMaker has its name', () => {
    const model = OptimizationModel.fromSageMakerModel('Mistral');
    expect(optimizationRequestOf({ model }).ModelSource).toEqual({ SageMakerModel: { ModelName: 'Mistral' } });
  });

  test('of a model that a training job makes waits for the training', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputCompression: TrainingOutputCompression.NONE });
    const model = OptimizationModel.fromTrainingJob(trained);
    expect(optimizationRequestOf({ model }, stack).ModelSource).toEqual({
      S3: { S3Uri: { 'Fn::GetAtt': [expect.stringMatching(/^Train/), 'ModelArtifacts'] } },
    });
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('optimizationModelData'))).toEqual([]);
  });

  test('of a model that a training job packs is warned of', () => {
    const stack = newStack();
    optimizationJob(stack, 'Optimize', { model: OptimizationModel.fromTrainingJob(trainingJob(stack, 'Train')) });
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('optimizationModelData'));
    expect(found.map(({ entry }) => entry.data)).toEqual([
      "'model' (ModelSource.S3.S3Uri) should be the files of a model, got the archive that 'Stack/Train' makes: give that job the 'outputCompression' NONE [ack: cdk-ml-jobs:optimizationModelData]",
    ]);
  });

  test('of a model from elsewhere is not warned of: how it is packed is not known', () => {
    const stack = newStack();
    const model = OptimizationModel.fromTrainingJob(TrainingJob.fromTrainingJobName(stack, 'Train', 'mistral'));
    optimizationJob(stack, 'Optimize', { model });
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('optimizationModelData'))).toEqual([]);
  });
});

describe("the generated role's policy", () => {
  test('is what the input, the output, the log and the metrics need', () => {
    const stack = newStack();
    optimizationJob(stack, 'Optimize', { outputPrefix: 'awq' });
    expect(statementsOf(stack, 'OptimizeRole')).toEqual([
      { actions: BUCKET, resources: ['arn:<AWS::Partition>:s3:::optimized'] },
      { actions: ['s3:PutObject'], resources: ['arn:<AWS::Partition>:s3:::optimized/awq/stack--optimize--*'] },
      {
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [LOGS, `${LOGS}:*`],
      },
      { actions: ['cloudwatch:PutMetricData'], resources: ['*'] },
      { actions: BUCKET, resources: ['arn:<AWS::Partition>:s3:::models'] },
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::models/mistral-7b/*'] },
    ]);
  });

  test('lets the job pull its image, read its conversations, describe its model and use its key', () => {
    const stack = newStack();
    const repository = ecr.Repository.fromRepositoryName(stack, 'Repository', 'lmi');
    optimizationJob(stack, 'Optimize', {
      model: OptimizationModel.fromSageMakerModel('Mistral'),
      optimizations: [
        quantization({ image: TrainingImage.fromEcrRepository(repository) }),
        speculativeDecoding({
          trainingData: SpeculativeDecodingData.fromBucket(bucketNamed(stack, 'talks'), 'chats/'),
        }),
      ],
      outputEncryptionKey: new kms.Key(stack, 'Key'),
    });
    const model = 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:model';
    expect(statementsOf(stack, 'OptimizeRole')).toEqual(
      expect.arrayContaining([
        {
          actions: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
          resources: ['arn:<AWS::Partition>:ecr:<AWS::Region>:<AWS::AccountId>:repository/lmi'],
        },
        { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::talks/chats/*'] },
        { actions: ['sagemaker:DescribeModel'], resources: [`${model}/Mistral`, `${model}/mistral`] },
        { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)] },
      ]),
    );
  });
});

test('grantRead lets a principal read the optimized model', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  optimizationJob(stack, 'Optimize').grantRead(role);
  expect(statementsOf(stack, 'Reader')).toEqual([
    { actions: BUCKET, resources: ['arn:<AWS::Partition>:s3:::optimized'] },
    { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::optimized/stack--optimize--*'] },
  ]);
});

test('a job of up to 45 minutes adds the custom resource, its role and the policy of the role', () => {
  const stack = newStack();
  const job = optimizationJob(stack, 'Optimize');
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };
  const types = Object.entries(Resources).filter(([id]) => !id.includes('JobEngine'));
  expect(types.map(([, { Type }]) => Type).sort()).toEqual([
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'Custom::SageMakerOptimizationJob',
  ]);
  expect(job.outputBucket.bucketName).toBe('optimized');
});

test('a job that was made elsewhere is read, and its model may be', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  const job = OptimizationJob.fromOptimizationJobName(stack, 'Earlier', 'mistral-awq');
  job.grantRead(role);
  Template.fromStack(stack).hasResourceProperties('Custom::SageMakerOptimizationJobReference', {
    Kind: 'OptimizationJob',
  });
  expect(statementsOf(stack, 'Reader').map(({ actions }) => actions)).toEqual([BUCKET, ['s3:GetObject']]);
  expect(() => OptimizationJob.fromOptimizationJobName(stack, 'Wrong', 'a job')).toThrow("'optimizationJobName' must");
});

describe('bad input', () => {
  const fails = (props: { [property: string]: unknown }, message: string) =>
    expect(() => optimizationJob(newStack(), 'Optimize', props as Partial<OptimizationJobProps>)).toThrow(message);

  test.each([
    ['model', 's3://models/', 'a model, for example OptimizationModel.fromBucket()', "'s3://models/'"],
    ['model', undefined, 'a model, for example OptimizationModel.fromBucket()', 'undefined'],
    [
      'deploymentInstanceType',
      'ml.g5.2xlarge',
      'a type of instance, for example MlInstanceType.M5_XLARGE',
      "'ml.g5.2xlarge'",
    ],
    ['optimizations', undefined, 'a list of techniques, for example [Optimization.quantization()]', 'undefined'],
    ['maxRuntime', 900, 'a duration, for example Duration.hours()', '900'],
    ['environment', 'A=b', 'an object', "'A=b'"],
  ])('fails where the compiler does not: %s %j', (member, value, allowed, got) => {
    fails({ [member]: value }, `Stack/Optimize: '${member}' must be ${allowed}, got ${got}`);
  });

  test('fails with what is no technique', () => {
    fails(
      { optimizations: [{ ModelQuantizationConfig: {} }] },
      "Stack/Optimize: 'optimizations[0]' must be a technique, for example Optimization.quantization(), got {",
    );
  });

  test('fails without any technique', () => {
    fails(
      { optimizations: [] },
      "Stack/Optimize: 'optimizations' (OptimizationConfigs) must have at least one technique, got none",
    );
  });

  test('warns of an instance that no model was optimized for until now', () => {
    const { node } = optimizationJob(newStack(), 'Optimize', { deploymentInstanceType: MlInstanceType.M5_LARGE });
    const [warning] = node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
    expect(warning.data).toContain("'deploymentInstanceType' must be one of 55 values, got 'ml.m5.large'");
  });

  test('fails with what is said twice', () => {
    const overrideEnvironment = { OPTION_QUANTIZE: 'fp8' };
    fails(
      { optimizations: [quantization({ format: QuantizationFormat.AWQ, overrideEnvironment })] },
      "Stack/Optimize: 'optimizations[0].format' must not be given with a variable OPTION_QUANTIZE, which says it, too",
    );
  });

  test('fails with an image that only a VPC reaches', () => {
    fails(
      { optimizations: [compilation({ image: TrainingImage.fromRegistry('registry.example.com/lmi:1') })] },
      "Stack/Optimize: 'optimizations[0].image' must be in ECR: the API of optimization jobs has nothing for a private registry",
    );
  });

  test('fails for results of a job that nobody waits for', () => {
    const job = optimizationJob(newStack(), 'Optimize', { waitForCompletion: false });
    expect(() => job.outputLocation).toThrow("'outputLocation' is known only when the job has ended");
  });
});
