import type { JobCourse } from '../../../../rehearsal/jobs/job-course';
import { asJsonObject, type JsonObject } from '../../../../rehearsal/json-value';
import { Supposition } from '../../../../unconfirmed/supposition';
import { ROLE, SageMakerFixture } from '../../fixture-sagemaker';

const KIND = 'HyperParameterTuningJob';
const HyperParameterTuningJobName = 'job';

const definition: JsonObject = {
  RoleArn: ROLE,
  AlgorithmSpecification: {
    TrainingImage: 'registry.example.com/train:1',
    TrainingInputMode: 'File',
    MetricDefinitions: [{ Name: 'loss', Regex: 'loss=(.*)' }],
  },
  OutputDataConfig: { S3OutputPath: 's3://out/' },
  ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30 },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};
const config: JsonObject = {
  Strategy: 'Bayesian',
  HyperParameterTuningJobObjective: { Type: 'Minimize', MetricName: 'loss' },
  ResourceLimits: { MaxNumberOfTrainingJobs: 4, MaxParallelTrainingJobs: 2 },
  ParameterRanges: {
    IntegerParameterRanges: [{ Name: 'depth', MinValue: '2', MaxValue: '5' }],
    ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.1', MaxValue: '0.3' }],
    CategoricalParameterRanges: [{ Name: 'booster', Values: ['dart', 'gbtree'] }],
  },
};

function request(more: JsonObject = {}): JsonObject {
  return {
    HyperParameterTuningJobName,
    HyperParameterTuningJobConfig: config,
    TrainingJobDefinition: definition,
    ...more,
  };
}

function tuned(course: JobCourse = {}, suppose: string[] = [], more: JsonObject = {}): SageMakerFixture {
  const supposition = Supposition.read(suppose);
  const fixture = new SageMakerFixture({ script: () => ({ '*': course }), supposition });
  fixture.call(`Create${KIND}`, request(more));
  return fixture;
}

describe('a tuning job', () => {
  test('is in progress, with a training job that nothing is known of yet', () => {
    expect(tuned().describe(KIND)).toMatchObject({
      HyperParameterTuningJobStatus: 'InProgress',
      TrainingJobStatusCounters: { Completed: 0, InProgress: 1 },
    });
    expect(tuned().describe(KIND)).not.toHaveProperty('BestTrainingJob');
  });

  test('has a best training job when it has completed, with what was searched for and what it has come to', async () => {
    const fixture = tuned({ duration: 60, metrics: { loss: 0.25 } });
    await fixture.clock.advance(60_000);

    expect(fixture.describe(KIND)).toMatchObject({
      HyperParameterTuningJobStatus: 'Completed',
      TrainingJobStatusCounters: { Completed: 4, InProgress: 0, NonRetryableError: 0 },
      ObjectiveStatusCounters: { Succeeded: 4, Failed: 0 },
      ConsumedResources: { RuntimeInSeconds: 60 },
      BestTrainingJob: {
        TrainingJobName: expect.stringMatching(/^job-001-[0-9a-f]{8}$/),
        TrainingJobArn: expect.stringMatching(/:training-job\/job-001-[0-9a-f]{8}$/),
        TunedHyperParameters: { depth: '4', eta: '0.2', booster: 'dart' },
        FinalHyperParameterTuningJobObjectiveMetric: { Type: 'Minimize', MetricName: 'loss', Value: 0.25 },
      },
    });
  });

  test('has no value of an objective that the algorithm does not report', async () => {
    const image = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.3-1';
    const fixture = tuned({ duration: 60 }, [], {
      HyperParameterTuningJobConfig: {
        ...config,
        HyperParameterTuningJobObjective: { Type: 'Minimize', MetricName: 'train:logloss' },
      },
      TrainingJobDefinition: {
        ...definition,
        AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
      },
    });
    await fixture.clock.advance(60_000);
    const described = fixture.describe(KIND);
    expect(described).toMatchObject({
      ObjectiveStatusCounters: { Succeeded: 0, Failed: 4 },
      BestTrainingJob: { ObjectiveStatus: 'Failed' },
    });
    expect(described.BestTrainingJob).not.toHaveProperty('FinalHyperParameterTuningJobObjectiveMetric');
  });

  test('has none where all training jobs have failed', async () => {
    const fixture = tuned({ duration: 60, completedTrainings: 0 });
    await fixture.clock.advance(60_000);
    const described = fixture.describe(KIND);

    expect(described).toMatchObject({ TrainingJobStatusCounters: { Completed: 0, NonRetryableError: 4 } });
    expect(described).not.toHaveProperty('BestTrainingJob');
  });

  test('shows it half a minute after its end, where that is supposed', async () => {
    const fixture = tuned({ duration: 60 }, ['tuning-results=late']);
    await fixture.clock.advance(60_000);
    expect(fixture.describe(KIND)).not.toHaveProperty('BestTrainingJob');
    await fixture.clock.advance(30_000);
    expect(fixture.describe(KIND)).toHaveProperty('BestTrainingJob');
  });

  test.each([
    ['completed', 'Completed'],
    ['stopped', 'Stopped'],
  ])('ends at its limit as it is supposed: %s', async (supposed, status) => {
    const HyperParameterTuningJobConfig = {
      ...config,
      ResourceLimits: { MaxParallelTrainingJobs: 1, MaxRuntimeInSeconds: 120 },
    };
    const fixture = tuned({ duration: 6000 }, [`tuning-end=${supposed}`], { HyperParameterTuningJobConfig });
    await fixture.clock.advance(200_000);

    expect(fixture.describe(KIND)).toMatchObject({ HyperParameterTuningJobStatus: status });
  });

  test('is gone when it has been deleted', async () => {
    const fixture = tuned({ duration: 60 });
    await fixture.clock.advance(60_000);
    fixture.call(`Delete${KIND}`, { HyperParameterTuningJobName });

    expect(() => fixture.describe(KIND)).toThrow('Requested resource not found.');
  });

  test('is shown while it is being deleted, and after that where its record stays', async () => {
    for (const [supposed, end] of [
      ['in-a-while', undefined],
      ['fails-later', 'DeleteFailed'],
    ]) {
      const fixture = tuned({ duration: 60 }, [`record-deletion=${supposed}`]);
      await fixture.clock.advance(60_000);
      fixture.call(`Delete${KIND}`, { HyperParameterTuningJobName });
      expect(fixture.describe(KIND)).toMatchObject({ HyperParameterTuningJobStatus: 'Deleting' });
      await fixture.clock.advance(60_000);
      if (end === undefined) expect(() => fixture.describe(KIND)).toThrow('Requested resource not found.');
      else expect(fixture.describe(KIND)).toMatchObject({ HyperParameterTuningJobStatus: end });
    }
  });

  test('has a bucket and a best training job where it was made elsewhere', () => {
    const fixture = new SageMakerFixture({ existing: () => ({}) });

    expect(fixture.describe(KIND)).toMatchObject({
      HyperParameterTuningJobStatus: 'Completed',
      BestTrainingJob: { TrainingJobName: 'job-001-00000000' },
    });
  });
});

describe('a request', () => {
  const withConfig = (more: JsonObject): JsonObject => ({ HyperParameterTuningJobConfig: { ...config, ...more } });
  const withRanges = (ParameterRanges: JsonObject) => withConfig({ ParameterRanges });

  test.each<[string, JsonObject, string]>([
    ['has no training', { TrainingJobDefinition: undefined as never }, 'Exactly one of TrainingJobDefinition'],
    [
      'has an objective that nobody defines',
      withConfig({ HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: 'auc' } }),
      'A metric is required',
    ],
    [
      'has a range from more to less',
      withRanges({ IntegerParameterRanges: [{ Name: 'n', MinValue: '2', MaxValue: '1' }] }),
      'of which MinValue is not the larger',
    ],
    [
      'has no logarithm of a range',
      withRanges({
        ContinuousParameterRanges: [{ Name: 'x', MinValue: '0', MaxValue: '1', ScalingType: 'Logarithmic' }],
      }),
      'must be greater than 0 for logarithmic scaling',
    ],
    ['has numbers in a grid', withConfig({ Strategy: 'Grid' }), 'supports categorical parameter ranges only'],
    [
      'has the options of another strategy',
      withConfig({ StrategyConfig: { HyperbandStrategyConfig: { MaxResource: 9 } } }),
      'only supported for the Hyperband strategy',
    ],
    [
      'stops early in two ways',
      withConfig({ Strategy: 'Hyperband', TrainingJobEarlyStoppingType: 'Auto' }),
      'must be Off for the Hyperband strategy',
    ],
    [
      'searches for too much',
      withRanges({
        ...asJsonObject(config.ParameterRanges),
        CategoricalParameterRanges: Array.from({ length: 30 }, (_, index) => ({ Name: `p${index}`, Values: ['1'] })),
      }),
      'at most 30 hyperparameters',
    ],
    [
      'has a training that is wrong',
      { TrainingJobDefinition: { ...definition, StoppingCondition: { MaxRuntimeInSeconds: 30 * 86_400 } } },
      'Invalid MaxRuntimeInSeconds',
    ],
  ])('is refused that %s', (_, more, message) => {
    const given = Object.fromEntries(Object.entries(request(more)).filter(([, member]) => member !== undefined));

    expect(() => new SageMakerFixture().call(`Create${KIND}`, given)).toThrow(message);
  });

  test('is refused where its role cannot be assumed', () => {
    const fixture = new SageMakerFixture({ rolePropagation: { seconds: 60 } });

    expect(() => fixture.call(`Create${KIND}`, request())).toThrow(`Could not assume role ${ROLE}`);
  });
});

describe('the usage of a tuning job', () => {
  const used = async (more: JsonObject): Promise<unknown> => {
    const fixture = tuned({}, [], more);
    await fixture.clock.until(fixture.clock.sleep(3_600_000));
    return fixture.service.jobs[0].usage;
  };

  test('is that of the trainings that run at once, all the time', async () => {
    const ResourceConfig = { InstanceType: 'ml.m5.large', InstanceCount: 3, VolumeSizeInGB: 30 };
    expect(await used({ TrainingJobDefinition: { ...definition, ResourceConfig } })).toEqual({
      instances: [{ type: 'ml.m5.large', count: 6, seconds: 220 }],
      note: '4 trainings, 2 at once',
    });
  });

  test('is shared by the trainings of several definitions', async () => {
    const spot = {
      ...definition,
      EnableManagedSpotTraining: true,
      StoppingCondition: { MaxRuntimeInSeconds: 900, MaxWaitTimeInSeconds: 900 },
      ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
    };
    const TrainingJobDefinitions = [definition, spot].map((training, index) => ({
      ...training,
      DefinitionName: `d${index}`,
      TuningObjective: { Type: 'Minimize', MetricName: 'loss' },
      HyperParameterRanges: config.ParameterRanges,
    }));
    const { Strategy, ResourceLimits } = config;
    const fixture = new SageMakerFixture();
    fixture.call(`Create${KIND}`, {
      HyperParameterTuningJobName,
      HyperParameterTuningJobConfig: { Strategy, ResourceLimits },
      TrainingJobDefinitions,
    });
    await fixture.clock.until(fixture.clock.sleep(3_600_000));
    expect(fixture.service.jobs[0].usage).toEqual({
      instances: [
        { type: 'ml.m5.large', count: 2, seconds: 110 },
        { type: 'ml.g5.xlarge', count: 2, seconds: 110 },
      ],
      note: '4 trainings, 2 at once; managed spot, which costs less',
    });
  });
});
