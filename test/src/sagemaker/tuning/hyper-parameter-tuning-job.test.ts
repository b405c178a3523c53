import * as path from 'node:path';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  HyperParameterTuningJob,
  MlInstanceType,
  ModelData,
  ParameterRange,
  ParameterScaling,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TuningObjective,
  TuningStrategy,
  TuningWarmStart,
} from '../../../../src';
import { compilationJob, newStack } from '../../sample-job';
import { TUNING_JOB_TYPE, tuningJob, tuningProperties, tuningRequestOf, tuningTraining } from '../../sample-tuning-job';

const CONFIG = 'HyperParameterTuningJobConfig';

describe('the request', () => {
  test('has one training, with its objective and its ranges in the configuration', () => {
    const stack = newStack();
    const { [CONFIG]: config, TrainingJobDefinition: definition } = tuningRequestOf(
      {
        training: tuningTraining(stack, {
          ranges: {
            eta: ParameterRange.continuous(0.01, 0.2, { scaling: ParameterScaling.LOGARITHMIC }),
            depth: ParameterRange.integer(2, 8),
            booster: ParameterRange.categorical(['gbtree', 'dart']),
          },
          staticHyperparameters: { rounds: '10' },
        }),
      },
      stack,
    );

    expect(config).toEqual({
      Strategy: 'Bayesian',
      ResourceLimits: { MaxNumberOfTrainingJobs: 6, MaxParallelTrainingJobs: 2, MaxRuntimeInSeconds: 2400 },
      HyperParameterTuningJobObjective: { Type: 'Minimize', MetricName: 'loss' },
      ParameterRanges: {
        IntegerParameterRanges: [{ Name: 'depth', MinValue: '2', MaxValue: '8' }],
        ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.01', MaxValue: '0.2', ScalingType: 'Logarithmic' }],
        CategoricalParameterRanges: [{ Name: 'booster', Values: ['gbtree', 'dart'] }],
      },
    });
    expect(definition).toEqual({
      RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^TuneRole/), 'Arn'] },
      StaticHyperParameters: { rounds: '10' },
      AlgorithmSpecification: {
        TrainingInputMode: 'File',
        TrainingImage: 'registry.example.com/train:1',
        MetricDefinitions: [{ Name: 'loss', Regex: 'loss=(.*)' }],
      },
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/penguins/' } },
        },
      ],
      OutputDataConfig: { S3OutputPath: 's3://models/' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 600 },
    });
  });

  test('has several trainings in the order of their names, each with its objective and its ranges', () => {
    const stack = newStack();
    const request = tuningRequestOf(
      {
        trainingDefinitions: {
          trees: tuningTraining(stack),
          linear: tuningTraining(stack, { objective: TuningObjective.maximize('loss') }),
        },
      },
      stack,
    );

    expect(request[CONFIG]).not.toHaveProperty('ParameterRanges');
    expect(request).not.toHaveProperty('TrainingJobDefinition');
    expect(request.TrainingJobDefinitions).toEqual([
      expect.objectContaining({
        DefinitionName: 'linear',
        TuningObjective: { Type: 'Maximize', MetricName: 'loss' },
        HyperParameterRanges: { ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.01', MaxValue: '0.2' }] },
      }),
      expect.objectContaining({ DefinitionName: 'trees', TuningObjective: { Type: 'Minimize', MetricName: 'loss' } }),
    ]);
  });

  test('has images and data of the app for each training', () => {
    const stack = newStack();
    const folder = path.join(__dirname, '..', '..', '..', 'deployment', 'image');
    const algorithm = TrainingAlgorithm.fromImage(TrainingImage.fromAsset(folder), {
      metricDefinitions: { loss: 'loss=(.*)' },
    });
    const inputs = { train: TrainingInput.fromAsset(folder) };
    const definition = tuningTraining(stack, { algorithm, inputs });
    const { TrainingJobDefinitions } = tuningRequestOf(
      { trainingDefinitions: { a: definition, b: definition } },
      stack,
    );

    const [a, b] = TrainingJobDefinitions as Record<string, unknown>[];
    expect(a.AlgorithmSpecification).toEqual(b.AlgorithmSpecification);
    expect(a.InputDataConfig).toEqual(b.InputDataConfig);
  });

  test('has all trainings in one network, whose instances reach each other where several train together', () => {
    const stack = new Stack(undefined, 'Stack');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    const together = tuningTraining(stack, { instanceCount: 2 });
    tuningJob(stack, 'Tune', { vpc, trainingDefinitions: { a: together, b: tuningTraining(stack) } });
    const { Request: request } = tuningProperties(stack);

    const network = { VpcConfig: { Subnets: expect.anything(), SecurityGroupIds: [expect.anything()] } };
    expect(request.TrainingJobDefinitions).toEqual([
      expect.objectContaining(network),
      expect.objectContaining(network),
    ]);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      Description: 'The instances of a training job train together',
    });
  });

  test('has instances of several kinds in place of one', () => {
    const stack = newStack();
    const instanceConfigs = [
      { instanceType: MlInstanceType.M5_LARGE, volumeSize: Size.gibibytes(10) },
      { instanceType: MlInstanceType.M5_XLARGE, instanceCount: 2, volumeSize: Size.gibibytes(20) },
    ];
    const training = tuningTraining(stack, { instanceType: undefined, instanceConfigs });
    const { TrainingJobDefinition: definition } = tuningRequestOf({ training }, stack);

    expect(definition).not.toHaveProperty('ResourceConfig');
    expect(definition).toMatchObject({
      HyperParameterTuningResourceConfig: {
        AllocationStrategy: 'Prioritized',
        InstanceConfigs: [
          { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 },
          { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 20 },
        ],
      },
    });
  });

  test('starts from earlier jobs, which are waited for', () => {
    const stack = newStack();
    const earlier = HyperParameterTuningJob.fromHyperParameterTuningJobName(stack, 'Earlier', 'last-year');
    const { WarmStartConfig: warmStart } = tuningRequestOf(
      { warmStart: TuningWarmStart.identicalDataAndAlgorithm([earlier]) },
      stack,
    );

    expect(warmStart).toEqual({
      ParentHyperParameterTuningJobs: [
        {
          HyperParameterTuningJobName: {
            'Fn::GetAtt': [expect.stringMatching(/^Earlier/), 'HyperParameterTuningJobName'],
          },
        },
      ],
      WarmStartType: 'IdenticalDataAndAlgorithm',
    });
  });

  test('starts from jobs that were stopped or have failed, by their names', () => {
    const stack = newStack();
    const earlier = HyperParameterTuningJob.fromHyperParameterTuningJobName(stack, 'Earlier', 'last-year');
    const warmStart = TuningWarmStart.transferLearning([earlier], { jobNames: ['stopped-1', 'failed-2'] });

    expect(tuningRequestOf({ warmStart }, stack).WarmStartConfig).toEqual({
      ParentHyperParameterTuningJobs: [
        { HyperParameterTuningJobName: expect.anything() as unknown },
        { HyperParameterTuningJobName: 'stopped-1' },
        { HyperParameterTuningJobName: 'failed-2' },
      ],
      WarmStartType: 'TransferLearning',
    });
    const named = TuningWarmStart.identicalDataAndAlgorithm([], { jobNames: ['stopped-1'] });
    expect(tuningRequestOf({ warmStart: named }).WarmStartConfig).toEqual({
      ParentHyperParameterTuningJobs: [{ HyperParameterTuningJobName: 'stopped-1' }],
      WarmStartType: 'IdenticalDataAndAlgorithm',
    });
  });

  test.each<[string[], string]>([
    [
      ['a'.repeat(33)],
      "'warmStart[0]' (WarmStartConfig.ParentHyperParameterTuningJobs[0].HyperParameterTuningJobName) must be 1 to 32",
    ],
    [[7 as never], "'warmStart.jobNames[0]' must be a string, got 7"],
    ['last-year' as never, "'warmStart.jobNames' must be a list, got 'last-year'"],
    [Array.from({ length: 6 }, (_, index) => `job-${index}`), 'must be 1 to 5 items, got 6'],
    [[], 'must be 1 to 5 items, got 0'],
  ])('does not start from %j', (jobNames, message) => {
    const warmStart = TuningWarmStart.transferLearning([], { jobNames });
    expect(() => tuningRequestOf({ warmStart })).toThrow(message);
  });

  test('has a strategy with its options, criteria, and what SageMaker is to choose', () => {
    const request = tuningRequestOf({
      strategy: TuningStrategy.hyperband({ minResource: 1, maxResource: 9 }),
      earlyStopping: false,
      completionCriteria: { targetObjectiveValue: 0.1, maxTrainingJobsNotImproving: 3, onConvergence: true },
      randomSeed: 7,
      autotune: true,
    });

    expect(request).toMatchObject({
      [CONFIG]: {
        Strategy: 'Hyperband',
        StrategyConfig: { HyperbandStrategyConfig: { MinResource: 1, MaxResource: 9 } },
        TrainingJobEarlyStoppingType: 'Off',
        TuningJobCompletionCriteria: {
          TargetObjectiveMetricValue: 0.1,
          BestObjectiveNotImproving: { MaxNumberOfTrainingJobsNotImproving: 3 },
          ConvergenceDetected: { CompleteOnConvergence: 'Enabled' },
        },
        RandomSeed: 7,
      },
      Autotune: { Mode: 'Enabled' },
    });
  });
});

describe('the role', () => {
  const trustOf = (name?: string) => {
    const stack = newStack();
    tuningJob(stack, 'Tune', { hyperParameterTuningJobName: name });
    const [role] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role')).flatMap(([id, each]) =>
      id.startsWith('TuneRole') ? [JSON.stringify(each.Properties)] : [],
    );
    return [...role.matchAll(/:((?:hyper-parameter-tuning|training)-job\/[^"]+)"/g)].map(([, resource]) => resource);
  };

  test('trusts SageMaker for the job and for the training jobs that it launches', () => {
    expect(trustOf()).toEqual(['hyper-parameter-tuning-job/stack--tune--*', 'training-job/stack--tune--*']);
    expect(trustOf('own')).toEqual(['hyper-parameter-tuning-job/own', 'training-job/own-*']);
  });

  test('may write what begins with the name of the job, and nothing else', () => {
    const stack = newStack();
    tuningJob(stack, 'Tune', { hyperParameterTuningJobName: 'own', outputPrefix: 'tuned' });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 's3:PutObject',
            Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::models/tuned/own-*']] },
          }),
        ]),
      },
    });
  });
});

describe('the wait', () => {
  const waitOf = (props: Parameters<typeof tuningJob>[2]) => {
    const stack = newStack();
    tuningJob(stack, 'Tune', props);
    return Number(tuningProperties(stack).WaitSeconds);
  };
  const stack = newStack();
  const categorical = { a: ParameterRange.categorical(['1', '2', '3']), b: ParameterRange.categorical(['x', 'y']) };

  test.each<[string, Parameters<typeof tuningJob>[2], number]>([
    ['its own limit', { maxRuntime: Duration.minutes(40) }, 2400],
    // three rounds of ten minutes, and ten minutes for the start of each
    ['the rounds of its training jobs', { maxRuntime: undefined }, 3 * 1200],
    ['what is less of both', { maxRuntime: Duration.days(2) }, 3 * 1200],
    ['30 days', { maxRuntime: undefined, maxTrainingJobs: undefined }, 30 * 24 * 3600],
    [
      'the combinations of a grid',
      {
        maxRuntime: undefined,
        maxTrainingJobs: undefined,
        strategy: TuningStrategy.GRID,
        training: tuningTraining(stack, { ranges: categorical }),
      },
      3 * 1200,
    ],
  ])('is for %s, and ten minutes more', (_, props, seconds) => {
    expect(waitOf(props)).toBe(seconds + 600);
  });
});

test('the best model is compiled once it is there, by a role that may read it', () => {
  const stack = newStack();
  const tuned = tuningJob(stack, 'Tune');
  compilationJob(stack, 'Compile', { modelData: ModelData.fromTuningJob(tuned) });

  Template.fromStack(stack).hasResourceProperties('Custom::SageMakerCompilationJob', {
    Request: Match.objectLike({
      InputConfig: Match.objectLike({ S3Uri: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Tune'), 'ModelArtifacts'] } }),
    }),
  });
});

test('what is searched for is an attribute of the job', () => {
  const stack = newStack();
  const job = tuningJob(stack, 'Tune');

  expect(stack.resolve(job.bestHyperparameter('max_depth'))).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Tune/), 'Metric.max_5f_depth'],
  });
  expect(tuningProperties(stack).Metrics).toEqual(['max_depth']);
});

test('has results only where the deployment waits for them', () => {
  const job = tuningJob(newStack(), 'Tune', { waitForCompletion: false });

  expect(() => job.bestHyperparameter('eta')).toThrow(
    "'bestHyperparameter('eta')' is known only when the job has ended",
  );
  expect(() => tuningJob(newStack(), 'Other', { warmStart: TuningWarmStart.transferLearning([job]) })).toThrow(
    "'hyperParameterTuningJobStatus' is known only when the job has ended",
  );
});

test('events are those that SageMaker sends of tuning jobs', () => {
  const stack = newStack();
  const job = tuningJob(stack, 'Tune');
  job.onFailed('Failed', { target: new targets.SnsTopic(new sns.Topic(stack, 'Topic')) });

  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.sagemaker'],
      'detail-type': ['SageMaker HyperParameter Tuning Job State Change'],
      detail: {
        HyperParameterTuningJobName: [{ prefix: 'stack--tune--' }],
        HyperParameterTuningJobStatus: ['Failed', 'Stopped'],
      },
    },
  });
});

test('names have room for 32 characters, however long those of the stack and the job are', () => {
  const stack = new Stack(undefined, 'AStackWithAVeryLongNameThatNobodyCanRemember');
  tuningJob(stack, 'LookForTheBestOfAllHyperparameters');
  const [job] = Object.values(Template.fromStack(stack).findResources(TUNING_JOB_TYPE));

  expect(`${job.Properties.NamePrefix}--0123456789ab-99`.length).toBeLessThanOrEqual(32);
});
