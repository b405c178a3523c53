import { App, Aws, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { imageRegionRules } from '../../../src/sagemaker/image-region-rules';
import { MlInstanceType } from '../../../src/sagemaker/ml-instance-type';
import { Optimization } from '../../../src/sagemaker/optimization/optimization';
import { TrainingAlgorithm } from '../../../src/sagemaker/training/training-algorithm';
import { TrainingImage } from '../../../src/sagemaker/training/training-image';
import { sentence } from '../../../src/validation/finding';
import { optimizationJob } from '../sample-optimization-job';
import { trainingJob } from '../sample-training-job';
import { tuningJob, tuningTraining } from '../sample-tuning-job';

const account = '111122223333';
const FAR = `${account}.dkr.ecr.us-east-1.amazonaws.com/train:1`;
const far = TrainingImage.fromRegistry(FAR, { vpcAccess: false });

function stackIn(region: string | undefined, app = new App()): Stack {
  return new Stack(app, region === 'us-east-1' ? 'Virginia' : 'Stack', { env: { account, region } });
}

const found = (name: string, stack = stackIn('eu-west-1')) =>
  [...imageRegionRules(stack, 'algorithm.image', name)].map(sentence);
const refusal = (member: string) =>
  `'${member}' must be an image in eu-west-1, where the job is, got one in us-east-1: '${FAR}'`;

test.each([
  ['111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1', 'us-east-1'],
  ['111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/train@sha256:0123', 'us-gov-west-1'],
  ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/train', 'cn-north-1'],
  ['111122223333.dkr-ecr.us-east-1.on.aws/train:1', 'us-east-1'],
  [`${Aws.ACCOUNT_ID}.dkr.ecr.us-east-1.amazonaws.com/train:1`, 'us-east-1'],
])('%s is an image of another Region', (name, region) => {
  expect(found(name)).toEqual([
    `'algorithm.image' must be an image in eu-west-1, where the job is, got one in ${region}: '${name}'`,
  ]);
});

test.each([
  '111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1',
  `111122223333.dkr.ecr.${Aws.REGION}.amazonaws.com/train:1`,
  'public.ecr.aws/docker/library/python:3.13',
  'registry.example.com/111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1',
  'train',
])('%s is not known to be one', (name) => {
  expect(found(name)).toEqual([]);
});

test('nothing is said in a stack of any Region', () => {
  expect(found(FAR, new Stack(new App(), 'Stack'))).toEqual([]);
});

describe('an image of another Region', () => {
  const trained = (stack: Stack, image: TrainingImage) => () =>
    trainingJob(stack, 'Train', { algorithm: TrainingAlgorithm.fromImage(image) });

  test('is refused for a training, and for those of a tuning', () => {
    const stack = stackIn('eu-west-1');
    expect(trained(stack, far)).toThrow(`Stack/Train: ${refusal('algorithm.image')}`);
    const training = tuningTraining(stack, { algorithm: TrainingAlgorithm.fromImage(far) });
    expect(() => tuningJob(stack, 'Tune', { training })).toThrow(refusal('training.algorithm.image'));
  });

  test('is refused for an optimization, a rule that watches a training, and a model, when the app is synthesized', () => {
    const app = new App();
    const stack = stackIn('eu-west-1', app);
    const debugRules = [{ name: 'Loss', image: far, instanceType: MlInstanceType.M5_LARGE }];
    trainingJob(stack, 'Train', { debugRules }).createModel(stack, 'Model', { image: far });
    optimizationJob(stack, 'Optimize', { optimizations: [Optimization.compilation({ image: far })] });
    const texts = [
      `[Stack/Train/debugRules0] ${refusal('debugRules[0].image')}`,
      `[Stack/Model] ${refusal('image')}`,
      `[Stack/Optimize/optimizations0] ${refusal('optimizations[0].image')}`,
    ];
    expect(() => app.synth()).toThrow(texts.join('\n  '));
  });

  test('is one like any other where a function has the credentials', () => {
    const stack = stackIn('eu-west-1');
    const arn = `arn:aws:lambda:eu-west-1:${account}:function:credentials`;
    const credentialsProvider = LambdaFunction.fromFunctionArn(stack, 'Provider', arn);
    expect(trained(stack, TrainingImage.fromRegistry(FAR, { credentialsProvider, vpcAccess: false }))).not.toThrow();
  });
});

describe('a repository of another Region', () => {
  const arn = (region: string) => `arn:aws:ecr:${region}:${account}:repository/train`;
  const trained = (stack: Stack, repository: ecr.IRepository) => () =>
    trainingJob(stack, 'Train', {
      algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromEcrRepository(repository)),
    });

  test('is refused where the app makes it', () => {
    const app = new App();
    const made = new ecr.Repository(stackIn('us-east-1', app), 'Repository', { repositoryName: 'train' });
    expect(trained(stackIn('eu-west-1', app), made)).toThrow(
      "Stack/Train: 'algorithm.image' must be in a repository in eu-west-1, where the job is, got one in us-east-1",
    );
  });

  test('is refused where its ARN says it', () => {
    const stack = stackIn('eu-west-1');
    const named = ecr.Repository.fromRepositoryArn(stack, 'Repository', arn('us-east-1'));
    expect(trained(stack, named)).toThrow(
      "Stack/Train: 'algorithm.image' must be in a repository in eu-west-1, where the job is, got one in us-east-1",
    );
    const attributes = { repositoryName: 'train', repositoryArn: arn('us-east-1') };
    const other = stackIn('eu-west-1');
    expect(trained(other, ecr.Repository.fromRepositoryAttributes(other, 'Repository', attributes))).toThrow(
      `Stack/Train: 'algorithm.image' must be in eu-west-1, where the job is, got one in us-east-1: '${arn('us-east-1')}'`,
    );
  });

  test('is taken where it is in the same, or nobody knows', () => {
    const stack = stackIn('eu-west-1');
    expect(trained(stack, ecr.Repository.fromRepositoryArn(stack, 'Near', arn('eu-west-1')))).not.toThrow();
    const anywhere = new Stack(new App(), 'Stack');
    expect(trained(anywhere, ecr.Repository.fromRepositoryArn(anywhere, 'Far', arn('us-east-1')))).not.toThrow();
  });
});
