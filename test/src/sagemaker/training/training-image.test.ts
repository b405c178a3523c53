import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { TrainingAlgorithm } from '../../../../src/sagemaker/training/training-algorithm';
import { TrainingImage } from '../../../../src/sagemaker/training/training-image';
import { flatten, statementsOf } from '../../policy-statements';
import { newStack } from '../../sample-job';
import { trainingJob, trainingProperties } from '../../sample-training-job';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
const PROVIDER = 'arn:aws:lambda:us-east-1:111122223333:function:credentials';

const inRegion = (region: string) => new Stack(new App(), 'Stack', { env: { region, account: '111122223333' } });

/** What the API is told of an image, and what the job's role may do for it. */
function trained(image: TrainingImage, stack: Stack, props: Parameters<typeof trainingJob>[2] = {}) {
  trainingJob(stack, 'Train', { algorithm: TrainingAlgorithm.fromImage(image), inputs: undefined, ...props });
  const specification = trainingProperties(stack).Request.AlgorithmSpecification as { TrainingImage: unknown };
  const statements = statementsOf(stack, 'TrainRole').filter(({ actions }) => /^(ecr|lambda):/.test(actions[0]));
  return { ...specification, TrainingImage: flatten(specification.TrainingImage), statements };
}

describe('an image in ECR', () => {
  test.each([
    [undefined, ':latest'],
    ['v1', ':v1'],
    ['sha256:0123', '@sha256:0123'],
  ])('with the tag or the digest %s is named with it, and may be pulled', (tagOrDigest, suffix) => {
    const stack = inRegion('us-east-1');
    const repository = Repository.fromRepositoryName(stack, 'Repository', 'train');
    const image = TrainingImage.fromEcrRepository(repository, tagOrDigest);
    expect(trained(image, stack)).toEqual({
      TrainingInputMode: 'File',
      TrainingImage: `111122223333.dkr.ecr.us-east-1.<AWS::URLSuffix>/train${suffix}`,
      statements: [
        { actions: PULL, resources: ['arn:<AWS::Partition>:ecr:us-east-1:111122223333:repository/train'] },
        { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
      ],
    });
  });
});

describe('a local image', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'image-'));
  beforeAll(() => writeFileSync(path.join(folder, 'Dockerfile'), 'FROM scratch\n'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is built for the instances of SageMaker, uploaded, and may be pulled', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const { TrainingImage: name, statements } = trained(TrainingImage.fromAsset(folder, { target: 'train' }), stack);
    expect(name).toMatch(
      /\.dkr\.ecr\.<AWS::Region>\.<AWS::URLSuffix>\/cdk-hnb659fds-container-assets-.*:[0-9a-f]{64}$/,
    );
    expect(statements.map(({ actions }) => actions)).toEqual([PULL, ['ecr:GetAuthorizationToken']]);
    expect(Object.values(manifestOf(app).dockerImages)).toEqual([
      expect.objectContaining({
        source: expect.objectContaining({ dockerBuildTarget: 'train', platform: 'linux/amd64' }),
      }),
    ]);
  });
});

/** What a stack has to upload. */
function manifestOf(app: App): { readonly dockerImages: object } {
  const [manifest] = app.synth().artifacts.filter((artifact) => 'contents' in artifact);
  return (manifest as unknown as { readonly contents: { readonly dockerImages: object } }).contents;
}

describe("an image in a registry of one's own", () => {
  const image = (options = {}) => TrainingImage.fromRegistry('registry.example.com/train:1', options);

  test('is reached in the VPC of the job, which must have one', () => {
    expect(() => trained(image(), newStack())).toThrow(
      "Stack/Train: 'algorithm.image' (AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAccessMode) is in a registry that a job reaches in a VPC: give the job a 'vpc' (VpcConfig)",
    );
  });

  test('is pulled with credentials from a function that the role may invoke', () => {
    const stack = newStack();
    const credentialsProvider = LambdaFunction.fromFunctionArn(stack, 'Provider', PROVIDER);
    expect(trained(image({ credentialsProvider, vpcAccess: false }), stack)).toEqual({
      TrainingInputMode: 'File',
      TrainingImage: 'registry.example.com/train:1',
      TrainingImageConfig: {
        TrainingRepositoryAccessMode: 'Platform',
        TrainingRepositoryAuthConfig: { TrainingRepositoryCredentialsProviderArn: PROVIDER },
      },
      statements: [{ actions: ['lambda:InvokeFunction'], resources: [PROVIDER] }],
    });
  });

  test('fails with a name that is too long', () => {
    const name = 'x'.repeat(256);
    expect(() => trained(TrainingImage.fromRegistry(name, { vpcAccess: false }), newStack())).toThrow(
      `Stack/Train: 'algorithm.image' (AlgorithmSpecification.TrainingImage) must be 0 to 255 characters without line breaks (it has 256), got '${name.slice(0, 200)}…'`,
    );
  });
});

describe('an AWS Deep Learning Container', () => {
  const container = (account?: string) =>
    TrainingImage.fromDeepLearningContainer('pytorch-training', '2.3.0-cpu-py311-ubuntu20.04-sagemaker', account);
  const uri = (account: string, region: string) =>
    `${account}.dkr.ecr.${region}.<AWS::URLSuffix>/pytorch-training:2.3.0-cpu-py311-ubuntu20.04-sagemaker`;

  test('is in the account of AWS for the Region, and may be pulled from there', () => {
    const { TrainingImage: name, statements } = trained(container(), inRegion('us-east-1'));
    expect(name).toBe(uri('763104351884', 'us-east-1'));
    expect(statements).toEqual([
      {
        actions: PULL,
        resources: ['arn:<AWS::Partition>:ecr:us-east-1:763104351884:repository/pytorch-training'],
      },
      { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    ]);
  });

  test('is in the account that is given', () => {
    expect(trained(container('444455556666'), newStack()).TrainingImage).toBe(uri('444455556666', '<AWS::Region>'));
  });

  test('is looked up by the deployment where the Region is not known', () => {
    const stack = newStack();
    expect(trained(container(), stack).TrainingImage).toContain('Fn::FindInMap');
    Template.fromStack(stack).hasMapping('*', {
      'eu-south-1': { account: '692866216735' },
      'af-south-1': { account: '626614931356' },
    });
  });

  test.each([
    ['af-south-1', '626614931356'],
    ['ap-northeast-3', '364406365360'],
    ['us-gov-west-1', '442386744353'],
    ['us-isob-east-1', '094389454867'],
  ])('is in the account of AWS in %s, too, which aws-cdk-lib does not know', (region, account) => {
    expect(trained(container(), inRegion(region)).TrainingImage).toBe(uri(account, region));
  });

  test('fails in a Region whose account is not known', () => {
    expect(() => trained(container(), inRegion('xx-nowhere-1'))).toThrow(
      "Stack/Train: 'algorithm.image' must be used in a Region whose account for AWS Deep Learning Containers is known, or with an 'accountId', got 'xx-nowhere-1'",
    );
  });
});

describe('the image of a built-in algorithm', () => {
  test.each([
    ['sagemaker-xgboost', '1.7-1', 'us-east-1', '683313688378'],
    ['sagemaker-scikit-learn', '1.2-1', 'eu-central-1', '492215442770'],
    ['kmeans', '1', 'us-west-2', '174872318107'],
    ['kmeans', '1', 'eu-north-1', '669576153137'],
    ['blazingtext', '1', 'us-west-2', '433757028032'],
    ['forecasting-deepar', '1', 'us-west-2', '156387875391'],
    ['sagemaker-debugger-rules', 'latest', 'us-west-2', '895741380848'],
    ['sagemaker-xgboost', '1.7-1', 'cn-north-1', '450853457545'],
  ])('%s:%s is in %s in the account %s', (repository, tag, region, account) => {
    const image = TrainingImage.fromBuiltInAlgorithm(repository, tag);
    // of what a script reads, nothing is said
    const hyperparameters = { sagemaker_program: 'train.py' };
    expect(trained(image, inRegion(region), { hyperparameters })).toMatchObject({
      TrainingImage: `${account}.dkr.ecr.${region}.<AWS::URLSuffix>/${repository}:${tag}`,
      statements: [
        { actions: PULL, resources: [`arn:<AWS::Partition>:ecr:${region}:${account}:repository/${repository}`] },
        { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
      ],
    });
  });

  test('is looked up by the deployment where the Region is not known: in one mapping for all jobs', () => {
    const stack = newStack();
    const algorithm = TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1'));
    trainingJob(stack, 'One', { algorithm });
    trainingJob(stack, 'Two', { algorithm });
    const [mapping, ...others] = Object.values(Template.fromStack(stack).findMappings('*'));
    expect(others).toEqual([]);
    expect(mapping['us-east-1']).toEqual({ account: '683313688378' });
    expect(Object.keys(mapping)).toHaveLength(37);
  });

  test('fails for a repository that has none', () => {
    expect(() => trained(TrainingImage.fromBuiltInAlgorithm('xgb', '1'), newStack())).toThrow(
      /^Stack\/Train: 'algorithm\.image' must be the repository of a built-in algorithm: sagemaker-xgboost, .*; or of another, with its 'accountId', got 'xgb'$/,
    );
  });

  test.each([
    ['sagemaker-debugger-rules', 'eu-south-2'],
    ['sagemaker-newest', 'us-east-1'],
  ])('%s is in the account that is given, wherever the list does not have it', (repository, region) => {
    const image = TrainingImage.fromBuiltInAlgorithm(repository, '1', '444455556666');
    expect(trained(image, inRegion(region))).toMatchObject({
      TrainingImage: `444455556666.dkr.ecr.${region}.<AWS::URLSuffix>/${repository}:1`,
      statements: [
        { actions: PULL, resources: [`arn:<AWS::Partition>:ecr:${region}:444455556666:repository/${repository}`] },
        { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
      ],
    });
  });

  test('fails in an account that is none', () => {
    expect(() => trained(TrainingImage.fromBuiltInAlgorithm('kmeans', '1', '12345'), newStack())).toThrow(
      "Stack/Train: 'algorithm.image.accountId' must be the 12 digits of an account, got '12345'",
    );
  });

  test('fails in a Region that does not have it', () => {
    const image = TrainingImage.fromBuiltInAlgorithm('sagemaker-debugger-rules', 'latest');
    expect(() => trained(image, inRegion('eu-south-2'))).toThrow(
      /^Stack\/Train: 'algorithm\.image' must be used in a Region whose account for 'sagemaker-debugger-rules' is known \(af-south-1, .*\), or with an 'accountId', got 'eu-south-2'$/,
    );
  });
});

test.each<[string, TrainingImage, string]>([
  [
    'credentials that are none',
    TrainingImage.fromRegistry('registry.example.com/train:1', { credentialsProvider: 'arn:aws:lambda' as never }),
    "'algorithm.image.credentialsProvider' must be a function, for example Function.fromFunctionArn(), got 'arn:aws:lambda'",
  ],
  ['no name', TrainingImage.fromRegistry(undefined as never), "'algorithm.image' must be a string, got undefined"],
  ['no folder', TrainingImage.fromAsset(undefined as never), "'algorithm.image' must be a string, got undefined"],
  [
    'options that are none',
    TrainingImage.fromAsset('.', 'train' as never),
    "'algorithm.image' must be an object, got 'train'",
  ],
])('fails with %s', (_, image, text) => {
  expect(() => trained(image, newStack())).toThrow(text);
});
