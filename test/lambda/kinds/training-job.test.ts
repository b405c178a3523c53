import { DeleteTrainingJobCommand, DescribeTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { ACCEPTED_TRAINING as accepted, COMPLETED_TRAINING as completed } from './samples/training-job';
import type { Job, JobView } from '../../../lambda/job-kind';
import { trainingJobs } from '../../../lambda/kinds/training-job';
import { TRAINING_JOB } from '../../../src/contract';

const name = 'Shop--Train--35aa6eb423f8';
const arn = `arn:aws:sagemaker:eu-west-1:111122223333:training-job/${name}`;
const sagemaker = mockClient(SageMakerClient);
const kindFor = (view?: JobView) => trainingJobs(new SageMakerClient({}), view);
const kind = kindFor();
const job = { name, arn } as Job;

beforeEach(() => {
  sagemaker.reset();
});

const inputs = () => sagemaker.calls().map(({ args }) => args[0].input);

describe('a job', () => {
  test('has the metrics that are asked for, and no other, empty where the service gives none', async () => {
    sagemaker.on(DescribeTrainingJobCommand).resolves(completed);
    const { attributes } = (await kindFor({ Metrics: ['train:error', 'validation:auc', 'f1'] }).find(name))!;

    expect(Object.entries(attributes).slice(TRAINING_JOB.attributes.length)).toEqual([
      ['Metric.train_3a_error', '0'],
      ['Metric.validation_3a_auc', '0.9700000286102295'],
      ['Metric.f1', ''],
    ]);
  });

  test('without metrics has the attributes of those that are asked for', async () => {
    sagemaker.on(DescribeTrainingJobCommand).resolves(accepted);

    expect((await kindFor({ Metrics: ['f1'] }).find(name))!.attributes).toMatchObject({ 'Metric.f1': '' });
  });

  test.each([
    ['GZIP', 's3://models/output/model.tar.gz', 's3://models/output/model.tar.gz'],
    ['NONE', 's3://models/output/model/', 's3://models/output/model/'],
    ['NONE', 's3://models/output/model', 's3://models/output/model/'],
    ['NONE', undefined, ''],
  ] as const)('whose model has the compression %s, and lies at %s, says %s', async (CompressionType, uri, told) => {
    const OutputDataConfig = { S3OutputPath: 's3://models/', CompressionType };
    const answer = { ...completed, OutputDataConfig, ModelArtifacts: { S3ModelArtifacts: uri } };
    sagemaker.on(DescribeTrainingJobCommand).resolves(answer);

    expect((await kind.find(name))!.attributes.ModelArtifacts).toBe(told);
  });

  describe('that was stopped at its time limit, with a model,', () => {
    const stopped = { ...completed, TrainingJobStatus: 'Stopped', SecondaryStatus: 'MaxRuntimeExceeded' } as const;

    beforeEach(() => {
      sagemaker.on(DescribeTrainingJobCommand).resolves(stopped);
    });

    test('has failed, and says why', async () => {
      expect(await kind.find(name)).toMatchObject({
        phase: 'failed',
        status: 'Stopped',
        reason:
          'it was stopped at its maximum run time of 3600 seconds, and has uploaded a model; set acceptStoppedAtTimeLimit to accept that, or raise maxRuntime',
      });
    });

    test('has completed where that is accepted', async () => {
      const accepting = kindFor({ Acceptance: { StoppedAtTimeLimit: 'true' } });

      expect(await accepting.describe(arn)).toMatchObject({
        phase: 'completed',
        status: 'Stopped',
        attributes: {
          SecondaryStatus: 'MaxRuntimeExceeded',
          ModelArtifacts: `s3://results/${name}/output/model.tar.gz`,
        },
      });
    });
  });

  test('has a record that is deleted by its name', async () => {
    sagemaker.on(DeleteTrainingJobCommand).resolves({});

    expect(await kind.deleteRecord!(job)).toBe(true);
    expect(inputs()).toEqual([{ TrainingJobName: name }]);
  });
});
