import { type IResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  CompilationJob,
  CompilationTarget,
  HostedModel,
  type HostedModelOptions,
  HyperParameterTuningJob,
  OptimizationJob,
  TargetDevice,
  TargetPlatformArch,
  TargetPlatformOs,
  TrainingAlgorithm,
  TrainingImage,
  TrainingJob,
  TrainingOutputCompression,
} from '../../../../src';
import { compilationJob, newStack } from '../../sample-job';
import { optimizationJob } from '../../sample-optimization-job';
import { trainingJob } from '../../sample-training-job';
import { tuningJob, tuningTraining } from '../../sample-tuning-job';

const MODEL = 'AWS::SageMaker::Model';
const SERVING = TrainingImage.fromRegistry('registry.example.com/serve:1', { vpcAccess: false });
const XGBOOST = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1', '111122223333');
const XGBOOST_URI = (stack: Stack) =>
  stack.resolve(`111122223333.dkr.ecr.${stack.region}.${stack.urlSuffix}/sagemaker-xgboost:1.7-1`) as unknown;
const BUILT_IN = TrainingAlgorithm.fromImage(XGBOOST, { metricDefinitions: { loss: 'loss=(.*)' } });

function modelIn(stack: Stack): { readonly PrimaryContainer: object; readonly [property: string]: unknown } {
  const [model] = Object.values(Template.fromStack(stack).findResources(MODEL)) as { Properties: object }[];
  return model.Properties as ReturnType<typeof modelIn>;
}

/** The model of a compilation, with options. */
function hosted(options?: HostedModelOptions, stack = newStack()): { stack: Stack; model: HostedModel } {
  return { stack, model: compilationJob(stack, 'Compile').createModel(stack, 'Model', options) };
}

/** The statements of a policy, as JSON; none of another resource. */
function statementsIn(stack: Stack, policyId: string): string[] {
  const policy = Template.fromStack(stack).findResources('AWS::IAM::Policy')[policyId] as
    { Properties: { PolicyDocument: { Statement: object[] } } } | undefined;
  return policy?.Properties.PolicyDocument.Statement.map((each) => JSON.stringify(each)) ?? [];
}

/** What the model's own role may do with some actions. */
function statementsWith(stack: Stack, action: string): unknown[] {
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  return policies
    .filter(({ Properties }) => JSON.stringify((Properties as { Roles: unknown }).Roles).includes('ModelRole'))
    .flatMap(({ Properties }) => (Properties as { PolicyDocument: { Statement: unknown[] } }).PolicyDocument.Statement)
    .filter((statement) => JSON.stringify((statement as { Action: unknown }).Action).includes(action));
}

describe('what a job has made is hosted', () => {
  test('of a compilation for instances, with the image that Neo names', () => {
    const stack = newStack();
    const compiled = compilationJob(stack, 'Compile');
    compiled.createModel(stack, 'Model');
    expect(modelIn(stack).PrimaryContainer).toEqual({
      Image: stack.resolve(compiled.inferenceImage) as object,
      ModelDataUrl: stack.resolve(compiled.modelArtifacts) as object,
    });
  });

  test('of a training with a built-in algorithm, with the image that has trained', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { algorithm: BUILT_IN });
    trained.createModel(stack, 'Model');
    expect(modelIn(stack).PrimaryContainer).toEqual({
      Image: XGBOOST_URI(stack),
      ModelDataUrl: stack.resolve(trained.modelArtifacts) as object,
    });
  });

  test('of a tuning of one training with a built-in algorithm, the best model', () => {
    const stack = newStack();
    const tuned = tuningJob(stack, 'Tune', { training: tuningTraining(stack, { algorithm: BUILT_IN }) });
    tuned.createModel(stack, 'Model');
    expect(modelIn(stack).PrimaryContainer).toEqual({
      Image: XGBOOST_URI(stack),
      ModelDataUrl: stack.resolve(tuned.modelArtifacts) as object,
    });
  });

  test('of a training that does not compress its model, as a folder', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputCompression: TrainingOutputCompression.NONE });
    trained.createModel(stack, 'Model', { image: SERVING });
    const s3Uri: unknown = stack.resolve(trained.modelArtifacts);
    expect(modelIn(stack).PrimaryContainer).toEqual({
      Image: 'registry.example.com/serve:1',
      ModelDataSource: { S3DataSource: { S3Uri: s3Uri, S3DataType: 'S3Prefix', CompressionType: 'None' } },
    });
  });

  test('of a training whose override does not compress its model, as a folder', () => {
    const stack = newStack();
    const requestOverrides = { OutputDataConfig: { CompressionType: 'NONE' } };
    trainingJob(stack, 'Train', { requestOverrides }).createModel(stack, 'Model', { image: SERVING });
    expect(modelIn(stack).PrimaryContainer).toMatchObject({
      ModelDataSource: { S3DataSource: { S3DataType: 'S3Prefix', CompressionType: 'None' } },
    });
  });

  test('of a tuning whose trainings do not compress their models, as a folder', () => {
    const stack = newStack();
    const training = tuningTraining(stack, { algorithm: BUILT_IN, outputCompression: TrainingOutputCompression.NONE });
    const tuned = tuningJob(stack, 'Tune', { training });
    tuned.createModel(stack, 'Model');
    const s3Uri: unknown = stack.resolve(tuned.modelArtifacts);
    expect(modelIn(stack).PrimaryContainer).toMatchObject({ ModelDataSource: { S3DataSource: { S3Uri: s3Uri } } });
  });

  test('of a tuning whose trainings differ in that, not at all', () => {
    const stack = newStack();
    const trainingDefinitions = {
      packed: tuningTraining(stack),
      bare: tuningTraining(stack, { outputCompression: TrainingOutputCompression.NONE }),
    };
    const tuned = tuningJob(stack, 'Tune', { trainingDefinitions });
    expect(() => tuned.createModel(stack, 'Model', { image: SERVING })).toThrow(
      "Stack/Tune: 'createModel' takes trainings whose models are packed alike: give all of them the same 'outputCompression'",
    );
  });

  test('of an optimization, a folder, with the image that SageMaker recommends', () => {
    const stack = newStack();
    const optimized = optimizationJob(stack, 'Optimize');
    optimized.createModel(stack, 'Model');
    const s3Uri: unknown = stack.resolve(optimized.outputLocation);
    expect(modelIn(stack).PrimaryContainer).toEqual({
      Image: stack.resolve(optimized.recommendedInferenceImage) as object,
      ModelDataSource: { S3DataSource: { S3Uri: s3Uri, S3DataType: 'S3Prefix', CompressionType: 'None' } },
    });
  });

  test('of jobs that were made elsewhere, too', () => {
    const stack = newStack();
    CompilationJob.fromCompilationJobName(stack, 'Compiled', 'old-1').createModel(stack, 'A');
    TrainingJob.fromTrainingJobName(stack, 'Trained', 'old-2').createModel(stack, 'B', { image: SERVING });
    const tuned = HyperParameterTuningJob.fromHyperParameterTuningJobName(stack, 'Tuned', 'old-3');
    tuned.createModel(stack, 'C', { image: SERVING });
    OptimizationJob.fromOptimizationJobName(stack, 'Optimized', 'old-4').createModel(stack, 'D');
    Template.fromStack(stack).resourceCountIs(MODEL, 4);
  });
});

describe('an image must be given', () => {
  test.each([
    ['a device at the edge', CompilationTarget.device(TargetDevice.RASP4_B)],
    ['a platform', CompilationTarget.platform({ os: TargetPlatformOs.LINUX, arch: TargetPlatformArch.ARM64 })],
  ])('for what is compiled for %s', (_, target) => {
    const stack = newStack();
    const compiled = compilationJob(stack, 'Compile', { target });
    expect(() => compiled.createModel(stack, 'Model')).toThrow(
      "'image' must be given: Neo names an image only for what it compiles for the instances of SageMaker, such as TargetDevice.ML_C5",
    );
  });

  test('for what an image of your own has trained', () => {
    const stack = newStack();
    expect(() => trainingJob(stack, 'Train').createModel(stack, 'Model')).toThrow(
      "'image' must be given: an image that trains is known to serve, too, only of an algorithm that is built into SageMaker, and of none that runs a script",
    );
  });

  test.each(['sagemaker-scikit-learn', 'sagemaker-debugger-rules'])('for what a script in %s has trained', (name) => {
    const stack = newStack();
    const image = TrainingImage.fromBuiltInAlgorithm(name, '1.2-1', '111122223333');
    const trained = trainingJob(stack, 'Train', { algorithm: TrainingAlgorithm.fromImage(image) });
    expect(() => trained.createModel(stack, 'Model')).toThrow("'image' must be given: an image that trains");
  });

  test('for what one of several trainings has made', () => {
    const stack = newStack();
    const tuned = tuningJob(stack, 'Tune', {
      trainingDefinitions: { one: tuningTraining(stack, { algorithm: BUILT_IN }) },
    });
    expect(() => tuned.createModel(stack, 'Model')).toThrow(
      "'image' must be given: an image that trains is known to serve, too, only of one training with an algorithm that is built into SageMaker, and of none that runs a script",
    );
  });

  test('for what was trained elsewhere', () => {
    const stack = newStack();
    const trained = TrainingJob.fromTrainingJobName(stack, 'Trained', 'old');
    expect(() => trained.createModel(stack, 'Model')).toThrow(
      "'image' must be given: what has trained the model was decided elsewhere",
    );
  });
});

describe('the role', () => {
  test('may pull from the repository of the image that Neo names, and from no other', () => {
    const { stack } = hosted();
    const image = { 'Fn::GetAtt': ['Compile37B500EE', 'InferenceImage'] };
    const [registry, name] = [0, 1].map((index) => ({ 'Fn::Select': [index, { 'Fn::Split': ['/', image] }] }));
    const before = (mark: string, text: object) => ({ 'Fn::Select': [0, { 'Fn::Split': [mark, text] }] });
    expect(statementsWith(stack, 'ecr:BatchGetImage')).toEqual([
      expect.objectContaining({
        Resource: {
          'Fn::Join': [
            '',
            [
              'arn:',
              { Ref: 'AWS::Partition' },
              ':ecr:',
              { Ref: 'AWS::Region' },
              ':',
              before('.', registry),
              ':repository/',
              before('@', before(':', name)),
            ],
          ],
        },
      }),
    ]);
  });

  test('may read the model, write the logs of endpoints, and publish metrics, and nothing else', () => {
    const { stack } = hosted();
    expect(statementsWith(stack, '').map((statement) => [(statement as { Action: unknown }).Action].flat())).toEqual([
      ['s3:GetBucketLocation', 's3:ListBucket'],
      ['s3:GetObject'],
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      ['cloudwatch:PutMetricData'],
      ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
      ['ecr:GetAuthorizationToken'],
    ]);
  });

  test('is there, with its policies, before SageMaker reads the model with it', () => {
    const { stack } = hosted();
    const [model] = Object.values(Template.fromStack(stack).findResources(MODEL)) as { DependsOn: string[] }[];
    expect(model.DependsOn.map((id) => id.slice(0, -8))).toEqual(['ModelRoleDefaultPolicy', 'ModelRole']);
  });

  test('may be one of your own, which gets the same rights', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'ModelRole', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    const { model } = hosted({ role }, stack);
    expect(model.role).toBe(role);
    expect(model.grantPrincipal).toBe(role);
    expect(statementsWith(stack, '')).toHaveLength(6);
  });

  test.each([
    ['of a compilation', (stack: Stack, role: iam.IRole) => compilationJob(stack, 'Job', { role })],
    ['of an optimization', (stack: Stack, role: iam.IRole) => optimizationJob(stack, 'Job', { role })],
    ['of a training', (stack: Stack, role: iam.IRole) => trainingJob(stack, 'Job', { role, algorithm: BUILT_IN })],
  ])('may be that of the job itself: %s', (_, jobWith) => {
    const stack = newStack();
    const role = new iam.Role(stack, 'ModelRole', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    jobWith(stack, role).createModel(stack, 'Model', { role });

    // a circle of references would be an error here
    const [model] = Object.values(Template.fromStack(stack).findResources(MODEL)) as { DependsOn: string[] }[];
    const policies = model.DependsOn.filter((id) =>
      statementsIn(stack, id).some((text) => text.includes('ecr:BatchGetImage')),
    );
    expect(policies).toHaveLength(1);
  });

  test('of your own that SageMaker may not assume is an error', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'ModelRole', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    hosted({ role }, stack);
    expect(() => Template.fromStack(stack)).toThrow(/'role' must be a role that 'sagemaker.amazonaws.com' may assume/);
  });

  test('takes further permissions', () => {
    const { stack, model } = hosted();
    model.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] }));
    expect(statementsWith(stack, 'sqs:SendMessage')).toHaveLength(1);
  });
});

describe('options', () => {
  test('become members of the model, in the order of their names', () => {
    const { stack } = hosted({ modelName: 'penguins', environment: { B: '2', A: '1' }, networkIsolation: true });
    const model = modelIn(stack);
    expect(model).toMatchObject({ ModelName: 'penguins', EnableNetworkIsolation: true });
    expect(Object.keys((model.PrimaryContainer as { Environment: object }).Environment)).toEqual(['A', 'B']);
  });

  test('put the container into a VPC, whose rules are there before it', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
    const { model } = hosted({ vpc }, stack);
    model.connections.allowToAnyIpv4(ec2.Port.tcp(443));
    expect(modelIn(stack).VpcConfig).toEqual({
      Subnets: vpc.privateSubnets.map(({ subnetId }) => stack.resolve(subnetId) as object),
      SecurityGroupIds: [{ 'Fn::GetAtt': [expect.stringMatching(/^ModelSecurityGroup/), 'GroupId'] }],
    });
    expect(statementsWith(stack, 'ec2:CreateNetworkInterface')).toHaveLength(1);
  });

  test('reach an image in a registry of your own', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
    hosted({ vpc, image: TrainingImage.fromRegistry('registry.example.com/serve:1') }, stack);
    expect(modelIn(stack).PrimaryContainer).toMatchObject({
      Image: 'registry.example.com/serve:1',
      ImageConfig: { RepositoryAccessMode: 'Vpc' },
    });
  });

  test.each([
    [{ role: 'a-role' }, "'role' must be a role, for example Role.fromRoleArn(), got 'a-role'"],
    [{ image: 'an-image' }, "'image' must be an image, for example TrainingImage.fromEcrRepository(), got 'an-image'"],
    [{ modelName: 7 }, "'modelName' must be a string, got 7"],
    [
      { image: TrainingImage.fromBuiltInAlgorithm('nowhere', '1') },
      "'image' must be the repository of a built-in algorithm",
    ],
    [
      { image: TrainingImage.fromBuiltInAlgorithm('kmeans', '1', '12') },
      "'image.accountId' must be the 12 digits of an account",
    ],
  ])('that are wrong are errors: %#', (options, message) => {
    expect(() => hosted(options as unknown as HostedModelOptions)).toThrow(message);
  });

  test('ask for the connections of a model without a VPC in vain', () => {
    expect(() => hosted().model.connections).toThrow("'connections' are those of a model in a VPC");
  });
});

test('is what L2 constructs for endpoints ask for as their model', () => {
  interface ModelOfAnEndpoint extends IResource, iam.IGrantable, ec2.IConnectable {
    readonly modelArn: string;
    readonly modelName: string;
    readonly role?: iam.IRole;
    addToRolePolicy(statement: iam.PolicyStatement): void;
  }
  const { stack, model } = hosted();
  const taken: ModelOfAnEndpoint = model;
  const [id] = Object.keys(Template.fromStack(stack).findResources(MODEL));
  expect(stack.resolve([taken.modelName, taken.modelArn])).toEqual([{ 'Fn::GetAtt': [id, 'ModelName'] }, { Ref: id }]);
  expect(Stack.of(taken)).toBe(stack);
});
