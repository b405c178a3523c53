import { Lazy } from 'aws-cdk-lib';
import {
  TrainingAlgorithm,
  type TrainingAlgorithmOptions,
} from '../../../../src/sagemaker/training/training-algorithm';
import { statementsOf } from '../../policy-statements';
import { newStack } from '../../sample-job';
import { PLAIN_IMAGE, trainingJob, trainingRequestOf } from '../../sample-training-job';

const ALGORITHM = 'arn:aws:sagemaker:us-east-1:865070037744:algorithm/scorer';

const rendered = (algorithm: TrainingAlgorithm) => trainingRequestOf({ algorithm }).AlgorithmSpecification;

test('an image is run with its entry point, and read for metrics, as the options say', () => {
  const options = {
    entrypoint: ['python3', 'train.py'],
    arguments: ['--epochs', '3'],
    metricDefinitions: { 'validation:auc': 'auc=([0-9.]+)', loss: 'loss=([0-9.]+)' },
    enableMetricsTimeSeries: true,
  };
  expect(rendered(TrainingAlgorithm.fromImage(PLAIN_IMAGE, options))).toEqual({
    TrainingInputMode: 'File',
    TrainingImage: 'registry.example.com/train:1',
    TrainingImageConfig: { TrainingRepositoryAccessMode: 'Platform' },
    ContainerEntrypoint: ['python3', 'train.py'],
    ContainerArguments: ['--epochs', '3'],
    MetricDefinitions: [
      { Name: 'loss', Regex: 'loss=([0-9.]+)' },
      { Name: 'validation:auc', Regex: 'auc=([0-9.]+)' },
    ],
    EnableSageMakerMetricsTimeSeries: true,
  });
});

describe('an algorithm that is a resource', () => {
  test.each([
    ['scorer', 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:algorithm/scorer'],
    [ALGORITHM, ALGORITHM],
  ])('is called %s, and may be described', (name, arn) => {
    const stack = newStack();
    const algorithm = TrainingAlgorithm.fromAlgorithmName(name);
    expect(trainingRequestOf({ algorithm }, stack).AlgorithmSpecification).toEqual({
      TrainingInputMode: 'File',
      AlgorithmName: name,
    });
    expect(statementsOf(stack, 'TrainRole')).toContainEqual({
      actions: ['sagemaker:DescribeAlgorithm'],
      resources: [arn],
    });
  });

  test('may have a name that is not known yet', () => {
    const name = Lazy.string({ produce: () => 'scorer' });
    expect(rendered(TrainingAlgorithm.fromAlgorithmName(name))).toMatchObject({ AlgorithmName: 'scorer' });
  });

  test('fails with something else for a name', () => {
    expect(() => rendered(TrainingAlgorithm.fromAlgorithmName('my scorer'))).toThrow(
      "Stack/Train: 'algorithm.algorithmName' (AlgorithmSpecification.AlgorithmName) must be 1 to 170 characters: a name of letters, digits and hyphens, or an ARN, got 'my scorer'",
    );
  });
});

describe('fails with', () => {
  const fails = (options: TrainingAlgorithmOptions, message: string) =>
    expect(() => rendered(TrainingAlgorithm.fromImage(PLAIN_IMAGE, options))).toThrow(`Stack/Train: ${message}`);
  const long = 'x'.repeat(257);

  test('an empty entry point', () => {
    fails(
      { entrypoint: [] },
      "'algorithm.entrypoint' (AlgorithmSpecification.ContainerEntrypoint) must be 1 to 100 items, got 0",
    );
  });

  test('a word that is too long', () => {
    const rest = `must be 0 to 256 characters without line breaks (it has 257), got '${long.slice(0, 200)}…'`;
    fails(
      { entrypoint: ['sh', long] },
      `'algorithm.entrypoint[1]' (AlgorithmSpecification.ContainerEntrypoint[1]) ${rest}`,
    );
    fails({ arguments: [long] }, `'algorithm.arguments[0]' (AlgorithmSpecification.ContainerArguments[0]) ${rest}`);
  });

  test('more metrics than the API takes', () => {
    const metricDefinitions = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`m${index}`, '(.)']));
    fails(
      { metricDefinitions },
      "'algorithm.metricDefinitions' (AlgorithmSpecification.MetricDefinitions) must be 0 to 40 items, got 41",
    );
  });

  test('a metric without an expression', () => {
    fails(
      { metricDefinitions: { loss: '' } },
      "'algorithm.metricDefinitions.loss' (AlgorithmSpecification.MetricDefinitions[0].Regex) must be 1 to 500 characters without line breaks (it has 0), got ''",
    );
  });

  test('a second algorithm among the overrides', () => {
    const requestOverrides = { AlgorithmSpecification: { AlgorithmName: 'scorer' } };
    expect(() => trainingJob(newStack(), 'Train', { requestOverrides })).toThrow(
      'Stack/Train: exactly one of TrainingImage (TrainingAlgorithm.fromImage()) and AlgorithmName (TrainingAlgorithm.fromAlgorithmName()) must be given, got TrainingImage and AlgorithmName',
    );
  });
});
