import {
  DeleteHyperParameterTuningJobCommand,
  DescribeHyperParameterTuningJobCommand,
  SageMakerClient,
  type DescribeHyperParameterTuningJobCommandOutput,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { COMPLETED_TUNING as completed } from './samples/hyper-parameter-tuning-job';
import type { Job, JobView } from '../../../lambda/job-kind';
import { hyperParameterTuningJobs } from '../../../lambda/kinds/hyper-parameter-tuning-job';
import { HYPER_PARAMETER_TUNING_JOB } from '../../../src/contract';

const name = 'shop--tune--35aa6eb423f8';
const arn = `arn:aws:sagemaker:eu-west-1:111122223333:hyper-parameter-tuning-job/${name}`;
const sagemaker = mockClient(SageMakerClient);
const kindFor = (view?: JobView) => hyperParameterTuningJobs(new SageMakerClient({}), view);

beforeEach(() => {
  sagemaker.reset();
});

async function described(answer: Partial<DescribeHyperParameterTuningJobCommandOutput>, view?: JobView): Promise<Job> {
  sagemaker.on(DescribeHyperParameterTuningJobCommand).resolves({ ...completed, ...answer });
  return (await kindFor(view).find(name))!;
}

test('has the hyperparameters of the best training job that are asked for, and no other', async () => {
  const { attributes } = await described({}, { Metrics: ['eta', 'gamma'] });

  expect(Object.entries(attributes).slice(HYPER_PARAMETER_TUNING_JOB.attributes.length)).toEqual([
    ['Metric.eta', '0.0831'],
    ['Metric.gamma', ''],
  ]);
});

describe('a job that has completed without a best training job', () => {
  const without = { BestTrainingJob: undefined, ObjectiveStatusCounters: { Succeeded: 0, Pending: 0, Failed: 20 } };

  test('has failed where every training job has, and may yet turn out to have one', async () => {
    const counters = { Completed: 0, InProgress: 0, RetryableError: 1, NonRetryableError: 18, Stopped: 1 };

    expect(await described({ ...without, TrainingJobStatusCounters: counters })).toMatchObject({
      phase: 'failed',
      status: 'Completed',
      isProvisional: true,
      endedAt: completed.HyperParameterTuningEndTime,
      reason: 'none of its training jobs has a value of the objective metric: 0 completed, 19 failed, 1 were stopped',
    });
  });

  test('says so where they have completed, with what the service says', async () => {
    const counters = { Completed: 20, InProgress: 0, RetryableError: 0, NonRetryableError: 0, Stopped: 0 };
    const job = await described({ ...without, TrainingJobStatusCounters: counters, FailureReason: 'No metric.' });

    expect(job.reason).toBe(
      'none of its training jobs has a value of the objective metric: 20 completed, 0 failed, 0 were stopped; No metric.',
    );
    expect(kindFor().hintFor(job.reason!)).toContain('metricDefinitions');
  });
});

describe('a job that is stopped', () => {
  const stopped = { HyperParameterTuningJobStatus: 'Stopped', HyperParameterTuningEndTime: undefined } as const;
  const criteria: [string, Partial<DescribeHyperParameterTuningJobCommandOutput>][] = [
    ['its time', { ConsumedResources: { RuntimeInSeconds: 7190 } }],
    ['its time, of which only the clock tells', { HyperParameterTuningEndTime: new Date('2030-01-01T02:00:00Z') }],
    ['so many jobs without progress', { TuningJobCompletionDetails: { NumberOfTrainingJobsObjectiveNotImproving: 5 } }],
    ['convergence', { TuningJobCompletionDetails: { ConvergenceDetectedTime: new Date('2030-01-01T01:00:00Z') } }],
    [
      'its target',
      {
        BestTrainingJob: {
          ...completed.BestTrainingJob!,
          FinalHyperParameterTuningJobObjectiveMetric: { Type: 'Maximize', MetricName: 'auc', Value: 0.991 },
        },
      },
    ],
  ];

  test.each(criteria)('for %s has completed', async (_, answer) => {
    expect(await described({ ...stopped, ...answer })).toMatchObject({ phase: 'completed', status: 'Stopped' });
  });

  test.each(criteria)('for %s without a best training job has not', async (_, answer) => {
    expect(await described({ ...stopped, ...answer, BestTrainingJob: undefined })).toMatchObject({ phase: 'stopped' });
  });

  test('for a target that is to be small has completed where it is', async () => {
    const metric = { Type: 'Minimize', MetricName: 'rmse', Value: 0.1 } as const;
    const best = { ...completed.BestTrainingJob!, FinalHyperParameterTuningJobObjectiveMetric: metric };
    const config = completed.HyperParameterTuningJobConfig!;
    const asked = (TargetObjectiveMetricValue: number) => ({
      HyperParameterTuningJobConfig: { ...config, TuningJobCompletionCriteria: { TargetObjectiveMetricValue } },
    });

    expect((await described({ ...stopped, BestTrainingJob: best, ...asked(0.2) })).phase).toBe('completed');
    expect((await described({ ...stopped, BestTrainingJob: best, ...asked(0.05) })).phase).toBe('stopped');
  });

  test('is one that somebody has stopped where none of its criteria is met', async () => {
    const answer = {
      ConsumedResources: { RuntimeInSeconds: 3600 },
      TuningJobCompletionDetails: { NumberOfTrainingJobsObjectiveNotImproving: 4 },
    };

    expect((await described({ ...stopped, ...answer })).phase).toBe('stopped');
  });
});

describe('the model of the best training job', () => {
  const output = async (answer: Partial<DescribeHyperParameterTuningJobCommandOutput>) =>
    (await described(answer)).attributes.ModelArtifacts;
  const definition = completed.TrainingJobDefinition!;
  const best = completed.BestTrainingJob!;

  test('lies where its definition says, of several', async () => {
    const definitions = ['linear', 'trees'].map((DefinitionName) => ({
      ...definition,
      DefinitionName,
      OutputDataConfig: { S3OutputPath: `s3://${DefinitionName}/models/` },
    }));
    const answer = {
      TrainingJobDefinition: undefined,
      TrainingJobDefinitions: definitions,
      BestTrainingJob: { ...best, TrainingJobDefinitionName: 'trees' },
    };

    expect(await output(answer)).toBe(`s3://trees/models/${best.TrainingJobName}/output/model.tar.gz`);
  });

  test('is a folder where it is not compressed', async () => {
    const OutputDataConfig = { S3OutputPath: 's3://results', CompressionType: 'NONE' } as const;

    expect(await output({ TrainingJobDefinition: { ...definition, OutputDataConfig } })).toBe(
      `s3://results/${best.TrainingJobName}/output/model/`,
    );
  });

  test('is none without a best training job', async () => {
    expect(await output({ BestTrainingJob: undefined })).toBe('');
  });
});

test('has a record that is deleted by its name', async () => {
  sagemaker.on(DeleteHyperParameterTuningJobCommand).resolves({});

  expect(await kindFor().deleteRecord!({ name, arn } as Job)).toBe(true);
  expect(sagemaker.calls().map(({ args }) => args[0].input)).toEqual([{ HyperParameterTuningJobName: name }]);
});
