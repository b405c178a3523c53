import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, Fn, Size, type Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  HyperParameterTuningJob,
  type HyperParameterTuningJobProps,
  MlInstanceType,
  ParameterRange,
  ParameterScaling,
  TrainingAlgorithm,
  TrainingImage,
  type TuningInstanceConfig,
  TuningObjective,
  TuningStrategy,
  type TuningTraining,
} from '../../../../src';
import { newStack } from '../../sample-job';
import { tuningJob, tuningTraining } from '../../sample-tuning-job';

const stack = newStack();
const training = (more: Partial<TuningTraining>) => ({ training: tuningTraining(stack, more) });
const { LOGARITHMIC, REVERSE_LOGARITHMIC } = ParameterScaling;
const several = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, ParameterRange.integer(1, 2)] as const));
const escaped = (text: string) => text.replace(/[()[\].]/g, '\\$&');
const folder = mkdtempSync(join(tmpdir(), 'image-'));
writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch');
afterAll(() => rmSync(folder, { recursive: true }));
const builtIn = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1');
const TWO_VALUES = ParameterRange.categorical(['1', '2']);

const errorOf = (props: Partial<HyperParameterTuningJobProps>) => () => tuningJob(newStack(), 'Tune', props);

test.each<[Partial<HyperParameterTuningJobProps>, string]>([
  [{ training: undefined }, "exactly one of 'training' and 'trainingDefinitions' must be given, got none"],
  [
    { ...training({}), trainingDefinitions: { a: tuningTraining(stack) } },
    "exactly one of 'training' and 'trainingDefinitions' must be given, got both",
  ],
  [{ trainingDefinitions: {} }, "'trainingDefinitions' (TrainingJobDefinitions) must be 1 to 10 items, got 0"],
  [training({ algorithm: undefined }), "'training.algorithm' must be an algorithm, for example"],
  [training({ objective: undefined }), "'training.objective' must be an objective, for example"],
  [training({ ranges: { eta: 0.1 as never } }), "'training.ranges.eta' must be a range, for example"],
  [training({ ranges: { eta: ParameterRange.continuous(1, 0) } }), 'must be at most the largest value (MaxValue), 0'],
  [training({ ranges: { n: ParameterRange.integer(0.5, 2) } }), "'training.ranges.n'"],
  [
    training({ ranges: { eta: ParameterRange.continuous(0, 1, { scaling: LOGARITHMIC }) } }),
    'must be greater than 0 for the logarithmic scale, got 0',
  ],
  [
    training({ ranges: { n: ParameterRange.integer(0, 1, { scaling: REVERSE_LOGARITHMIC }) } }),
    'must be another scale: this one is for continuous ranges',
  ],
  [
    training({ ranges: { eta: ParameterRange.continuous(0.1, 1, { scaling: REVERSE_LOGARITHMIC }) } }),
    'must be a range from 0 to less than 1 for the reverse logarithmic scale',
  ],
  [training({ ranges: several(31) }), 'must be at most 30 ranges for all trainings, got 31'],
  [
    training({
      staticHyperparameters: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`h${index}`, '1'])),
    }),
    'must be at most 100 hyperparameters, with those that are searched for, got 101',
  ],
  [{ maxRuntime: Duration.days(31) }, 'must be a whole number from 120 to 2592000 (30 days, in seconds)'],
  [{ strategy: TuningStrategy.GRID }, "must have categorical ranges only for 'TuningStrategy.GRID'"],
  [
    { strategy: TuningStrategy.GRID, ...training({ ranges: { a: ParameterRange.categorical(['1', '2']) } }) },
    "must be left out, or 2 for 'TuningStrategy.GRID'",
  ],
  [
    { strategy: TuningStrategy.hyperband({ maxResource: 9 }), earlyStopping: true },
    "'earlyStopping' (HyperParameterTuningJobConfig.TrainingJobEarlyStoppingType) must not be true",
  ],
  [{ strategy: TuningStrategy.hyperband() }, "'strategy.maxResource'"],
  [{ strategy: TuningStrategy.hyperband({ minResource: 9, maxResource: 3 }) }, 'must be at least the least'],
  [{ strategy: TuningStrategy.hyperband({ maxResource: 20_001 }) }, 'must be a whole number from 1 to 20000'],
  [training({ objective: TuningObjective.maximize('auc') }), "'training.objective'"],
  [
    training({ algorithm: TrainingAlgorithm.fromImage(builtIn, { entrypoint: ['sh'] }) }),
    "'training.algorithm.entrypoint' must not be given for a tuning job, whose API has no ContainerEntrypoint",
  ],
  [
    training({ instanceConfigs: [{ instanceType: MlInstanceType.M5_LARGE, volumeSize: Size.gibibytes(1) }] }),
    "'training.instanceType' must not be given with 'instanceConfigs', which say it",
  ],
  [
    training({ instanceType: undefined }),
    "'training.instanceType' (TrainingJobDefinition.ResourceConfig.InstanceType)",
  ],
  [training({ maxRuntime: Duration.days(29) }), "'training.maxRuntime'"],
  [{ hyperParameterTuningJobName: 'a'.repeat(33) }, "'hyperParameterTuningJobName'"],
  [
    { requestOverrides: { TrainingJobDefinition: { RoleArn: 'arn:aws:iam::111122223333:role/Other' } } },
    "must not be overridden: use 'role'",
  ],
])('fails with %p', (props, message) => {
  expect(errorOf(props)).toThrow(/^Stack\/Tune: /);
  expect(errorOf(props)).toThrow(message);
});

const instanceType = MlInstanceType.M5_LARGE;

test.each<[string, Partial<TuningTraining>]>([
  ['ranges.eta', { ranges: { eta: ParameterRange.continuous(1, 0) } }],
  ['algorithm', { algorithm: TrainingAlgorithm.fromImage(builtIn, [] as never) }],
  ['algorithm.image', { algorithm: TrainingAlgorithm.fromImage({} as never) }],
  ['algorithm.algorithmName', { algorithm: TrainingAlgorithm.fromAlgorithmName('') }],
  ['maxRuntime', { maxRuntime: Duration.millis(1500) }],
  ['volumeSize', { volumeSize: Size.mebibytes(1500) }],
  ['keepAlivePeriod', { keepAlivePeriod: Duration.millis(1500) }],
  ['instanceGroups', { instanceType: undefined, instanceGroups: {} as never }],
  ['instanceGroups', { instanceGroups: [{ name: 'a', instanceType }] }],
  ['checkpoints.bucket', { checkpoints: { bucket: 'models' as never } }],
  ['instanceConfigs[0].volumeSize', { instanceType: undefined, instanceConfigs: [{ instanceType } as never] }],
])('fails with which of several trainings is wrong: %s', (member, more) => {
  const trainingDefinitions = { good: tuningTraining(stack), bad: tuningTraining(stack, more) };

  expect(errorOf({ trainingDefinitions })).toThrow(`Stack/Tune: 'trainingDefinitions.bad.${member}'`);
});

test.each<[Partial<HyperParameterTuningJobProps>, string]>([
  [{ maxTrainingJobs: 751 }, 'tuningTrainingJobs'],
  [{ maxParallelTrainingJobs: 101 }, 'tuningParallelJobs'],
  [{ maxParallelTrainingJobs: 7 }, 'tuningParallelJobs'],
  [training({ ranges: undefined }), 'tuningRanges'],
  [training({ ranges: {} }), 'tuningRanges'],
  [training({ ranges: { eta: ParameterRange.auto('0.1') } }), 'tuningAutotune'],
  [
    {
      strategy: TuningStrategy.GRID,
      maxTrainingJobs: undefined,
      ...training({ ranges: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${index}`, TWO_VALUES])) }),
    },
    'tuningTrainingJobs',
  ],
  [training({ staticHyperparameters: { eta: '0.1' } }), 'tuningStaticParameter'],
  [
    training({ algorithm: TrainingAlgorithm.fromImage(builtIn, { metricDefinitions: { loss: 'x' } }) }),
    'tuningMetricDefinitions',
  ],
  [
    {
      earlyStopping: true,
      training: undefined,
      trainingDefinitions: { a: tuningTraining(stack), b: tuningTraining(stack) },
    },
    'tuningSeveralAlgorithms',
  ],
])('warns of %p', (props, id) => {
  const own = newStack();
  tuningJob(own, 'Tune', props);

  Annotations.fromStack(own).hasWarning('*', Match.stringLikeRegexp(`\\[ack: cdk-ml-jobs:${id}\\]`));
});

test('where there are no ranges, the API has them with the objective', () => {
  const own = newStack();
  tuningJob(own, 'Tune', { training: tuningTraining(own, { ranges: undefined }) });

  const text = "'training.ranges' (HyperParameterTuningJobConfig.ParameterRanges) should be given, unless the job has";
  Annotations.fromStack(own).hasWarning('*', Match.stringLikeRegexp(escaped(text)));
});

test('has nothing against examples of values, and against no ranges, where SageMaker finds them', () => {
  const own = newStack();
  tuningJob(own, 'Hint', {
    autotune: true,
    training: tuningTraining(own, { ranges: { eta: ParameterRange.auto('1') } }),
  });
  tuningJob(own, 'None', { autotune: true, training: tuningTraining(own, { ranges: {} }) });

  expect(Annotations.fromStack(own).findWarning('*', Match.anyValue())).toEqual([]);
});

describe('an image of which SageMaker knows no metric, though its URI is known at deployment only', () => {
  const text =
    "'training.algorithm.metricDefinitions' (TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions) should have the objective metric 'loss', and how to find it in the log";
  const warned = Match.stringLikeRegexp(escaped(text));

  test.each<[string, (scope: Stack) => TrainingImage]>([
    ['in a repository', (scope) => TrainingImage.fromEcrRepository(new Repository(scope, 'Repository'))],
    ['of an asset', () => TrainingImage.fromAsset(folder)],
    ['of a container of AWS', () => TrainingImage.fromDeepLearningContainer('pytorch-training', '2.3.0-cpu')],
    ['that runs scripts', () => TrainingImage.fromBuiltInAlgorithm('sagemaker-scikit-learn', '1.2-1')],
  ])('%s', (_, imageIn) => {
    const own = newStack();
    const algorithm = TrainingAlgorithm.fromImage(imageIn(own));
    tuningJob(own, 'Tune', { training: tuningTraining(own, { algorithm }) });

    Annotations.fromStack(own).hasWarning('*', warned);
  });

  test('says how to find them', () => {
    const own = newStack();
    const image = TrainingImage.fromEcrRepository(new Repository(own, 'Repository'));
    const algorithm = TrainingAlgorithm.fromImage(image, { metricDefinitions: { loss: 'loss=(.*)' } });
    tuningJob(own, 'Tune', { training: tuningTraining(own, { algorithm }) });

    Annotations.fromStack(own).hasNoWarning('*', Match.stringLikeRegexp('tuningObjective'));
  });

  test('may be anything, where a class of one’s own has it', () => {
    const own = newStack();
    const algorithm = TrainingAlgorithm.fromImage(
      new (class extends TrainingImage {
        public bind() {
          return { imageUri: Fn.importValue('Image') };
        }
      })(),
    );
    tuningJob(own, 'Tune', { training: tuningTraining(own, { algorithm }) });

    Annotations.fromStack(own).hasNoWarning('*', Match.stringLikeRegexp('tuningObjective'));
  });
});

test.each<[string, () => string[]]>([
  ['as a list', () => Fn.split(',', Fn.importValue('Values'))],
  ['one of them', () => ['1', Fn.importValue('Value')]],
])('how many combinations there are is not said where only the deployment knows the values: %s', (_, valuesOf) => {
  const ranges = { a: ParameterRange.categorical(valuesOf()) };

  expect(errorOf({ strategy: TuningStrategy.GRID, maxTrainingJobs: 4, ...training({ ranges }) })).not.toThrow();
});

test.each<[Partial<TuningInstanceConfig>[], string]>([
  [
    [],
    "'training.instanceConfigs' (TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceConfigs) must be 1 to 6 items, got 0",
  ],
  [[{ volumeSize: Size.gibibytes(0) }], 'VolumeSizeInGB) must be a whole number of at least 1, got 0'],
  [[{ instanceCount: 0 }], 'InstanceCount) must be a whole number of at least 1, got 0'],
])('says of several kinds of instances once what is wrong, and of no instances of one: %p', (configs, message) => {
  const instanceConfigs = configs.map((more) => ({ instanceType, volumeSize: Size.gibibytes(9), ...more }));
  const fails = errorOf(training({ instanceType: undefined, instanceConfigs }));

  expect(fails).toThrow(message);
  expect(fails).not.toThrow('members of the request are invalid');
});

test('has nothing against metrics of a script, whatever image runs it', () => {
  const own = newStack();
  const algorithm = TrainingAlgorithm.fromImage(builtIn, { metricDefinitions: { 'validation:rmse': 'rmse=(.*)' } });
  tuningJob(own, 'Tune', training({ algorithm, environment: { SAGEMAKER_PROGRAM: 'train.py' } }));

  Annotations.fromStack(own).hasNoWarning('*', Match.stringLikeRegexp('tuningMetricDefinitions'));
});

test('without known ranges, no hyperparameter is said to be searched for, whatever it is called', () => {
  const own = newStack();
  const ranges = Fn.getAtt('Ranges', 'Value');
  tuningJob(own, 'Tune', {
    training: tuningTraining(own, { staticHyperparameters: { k: '3', unknown: '1' } }),
    requestOverrides: { HyperParameterTuningJobConfig: { ParameterRanges: ranges } },
  });

  Annotations.fromStack(own).hasNoWarning('*', Match.stringLikeRegexp('tuningStaticParameter'));
});

test('a random search may be longer than others, and no warning comes of a usual job', () => {
  const own = newStack();
  tuningJob(own, 'Tune', { strategy: TuningStrategy.RANDOM, maxTrainingJobs: 10_000 });
  tuningJob(own, 'Usual');

  expect(Annotations.fromStack(own).findWarning('*', Match.anyValue())).toEqual([]);
});

test('a role of one’s own is that of all training jobs', () => {
  const own = newStack();
  const role = iam.Role.fromRoleArn(own, 'Own', 'arn:aws:iam::111122223333:role/Tuner');

  expect(() => tuningJob(own, 'Tune', { role })).not.toThrow();
});

test('fails to refer to a job by what is no name of one', () => {
  expect(() => HyperParameterTuningJob.fromHyperParameterTuningJobName(newStack(), 'Tuned', 'a'.repeat(33))).toThrow(
    "'hyperParameterTuningJobName' must",
  );
});

test('instances are of one type or in groups, where an override gives these, too', () => {
  const InstanceGroups = [{ InstanceGroupName: 'a', InstanceType: 'ml.m5.large', InstanceCount: 1 }];
  const requestOverrides = { TrainingJobDefinition: { ResourceConfig: { InstanceGroups } } };
  expect(errorOf({ requestOverrides })).toThrow(
    "'requestOverrides.TrainingJobDefinition.ResourceConfig.InstanceGroups' must not be given with 'instanceType', which the groups have",
  );
  expect(errorOf({ ...training({ instanceType: undefined }), requestOverrides })).not.toThrow();
});
