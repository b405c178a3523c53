import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import type { JobScript } from '../../rehearsal/jobs/job-course';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import { BatchInferenceInput, ModelData } from '../../src';
import { TrainingJob } from '../../src/sagemaker/training/training-job';
import type { TrainingJobProps } from '../../src/sagemaker/training/training-job-props';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

const HOUR = 3600;

const app = (make: (stack: Stack) => void) => synthesize((scope) => make(new Stack(scope, 'App')));

/** The jobs of a rehearsal, with the seconds in which each began and ended. */
function spansOf({ sagemaker, bedrock, clock, elapsedMs }: Rehearsal) {
  const begin = clock.now() - elapsedMs;
  return [...sagemaker.jobs, ...bedrock.jobs].map(({ name, createdAt, endsAt }) => ({
    name: name.split('--')[1],
    from: (createdAt - begin) / 1000,
    to: (endsAt! - begin) / 1000,
  }));
}

describe('jobs that do not depend on each other', () => {
  test('run at the same time', async () => {
    const rehearsal = newRehearsal({ jobs: { '*': { duration: 600 } } });
    const { ok, elapsedMs } = await rehearsal.deploy(
      app((stack) => {
        for (const id of ['traina', 'trainb']) {
          compilationJob(stack, `${id}Compile`, { modelData: ModelData.fromTrainingJob(trainingJob(stack, id)) });
        }
      }),
    );

    expect(ok).toBe(true);
    const [a, b] = spansOf(rehearsal);
    expect([a.name, b.name].sort()).toEqual(['traina', 'trainb']);
    expect(b.from).toBeLessThan(a.to);
    expect(a.from).toBeLessThan(b.to);
    // two steps of 10 minutes, whatever the number of jobs in each
    expect(elapsedMs / 1000).toBeLessThan(2 * 600 * 1.15);
  });

  test('are stopped when one of them fails', async () => {
    const rehearsal = newRehearsal({ jobs: { Good: { duration: 1200 }, Bad: { duration: 600, failure: 'no' } } });
    const { ok } = await rehearsal.deploy(app((stack) => ['Good', 'Bad'].forEach((id) => trainingJob(stack, id))));
    await rehearsal.settle();

    expect(ok).toBe(false);
    expect(rehearsal.sagemaker.trainingJobs.map(({ status }) => status).sort()).toEqual(['Failed', 'Stopped']);
  });
});

describe('a compilation', () => {
  test('starts when its training has ended, with the model that it has made', async () => {
    const rehearsal = newRehearsal({ jobs: { Train: { duration: 900 } } });
    const { ok } = await rehearsal.deploy(
      app((stack) => {
        const trained = trainingJob(stack, 'Train', { outputPrefix: 'penguins' });
        compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
      }),
    );

    expect(ok).toBe(true);
    const [train, compile] = spansOf(rehearsal);
    expect(compile.from).toBeGreaterThan(train.to);
    const [{ name }] = rehearsal.sagemaker.trainingJobs;
    expect(rehearsal.sagemaker.compilationJobs[0].request.InputConfig).toMatchObject({
      S3Uri: `s3://models/penguins/${name}/output/model.tar.gz`,
    });
  });

  test('may have the role of its training', async () => {
    const rehearsal = newRehearsal();
    const { ok } = await rehearsal.deploy(
      app((stack) => {
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
        const trained = trainingJob(stack, 'Train', { role });
        compilationJob(stack, 'Compile', { role, modelData: ModelData.fromTrainingJob(trained) });
      }),
    );

    expect(ok).toBe(true);
    const roles = rehearsal.sagemaker.jobs.map(({ request }) => request.RoleArn);
    expect(new Set(roles).size).toBe(1);
  });

  test('takes the model of a training in another stack', async () => {
    const rehearsal = newRehearsal();
    const { ok } = await rehearsal.deploy(
      synthesize((scope) => {
        const trained = trainingJob(new Stack(scope, 'Training'), 'Train');
        compilationJob(new Stack(scope, 'Hosting'), 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
      }),
    );

    expect(ok).toBe(true);
    expect(spansOf(rehearsal).map(({ name }) => name)).toEqual(['train', 'compile']);
  });

  describe('of a model that was trained elsewhere', () => {
    const compiling = (name: string) =>
      app((stack) => {
        const trained = TrainingJob.fromTrainingJobName(stack, 'Trained', name);
        compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
        new CfnOutput(stack, 'Error', { value: trained.metric('validation:merror') });
      });

    test('takes what the training has made', async () => {
      const rehearsal = newRehearsal({ jobs: { Train: { metrics: { 'validation:merror': 0.25 } } } });
      await rehearsal.deploy(
        synthesize((scope) => trainingJob(new Stack(scope, 'Elsewhere'), 'Train', { trainingJobName: 'penguins-7' })),
      );
      const { ok, stacks } = await rehearsal.deploy(compiling('penguins-7'));

      expect(ok).toBe(true);
      expect(stacks.App.outputs.Error).toBe('0.25');
      expect(rehearsal.sagemaker.compilationJobs[0].request.InputConfig).toMatchObject({
        S3Uri: 's3://models/penguins-7/output/model.tar.gz',
      });
    });

    test('fails if there is none of that name, and compiles nothing', async () => {
      const rehearsal = newRehearsal();
      const { ok, stacks } = await rehearsal.deploy(compiling('penguins-7'));

      expect(ok).toBe(false);
      expect(eventsOf(stacks.App, /^Trained[0-9A-F]{8}$/)[1]).toContain(
        "The training job 'arn:aws:sagemaker:us-east-1:111122223333:training-job/penguins-7' does not exist",
      );
      expect(rehearsal.sagemaker.jobs).toEqual([]);
    });
  });
});

describe('a batch job whose records another job writes', () => {
  /** A job writes records into its folder; a batch job, which may take a day, sends them to its model. */
  const classifying = (props: Partial<TrainingJobProps> = {}) =>
    app((stack) => {
      const written = trainingJob(stack, 'Write', { outputPrefix: 'records', ...props });
      const folder = `records/${written.trainingJobName}/output/model/`;
      batchJob(stack, 'Classify', { input: BatchInferenceInput.fromBucket(written.outputBucket, folder) });
    });

  const inputsOf = ({ bedrock }: Rehearsal) =>
    bedrock.jobs.map(({ request }) => (request.inputDataConfig as { s3InputDataConfig: unknown }).s3InputDataConfig);

  test('starts when they are there', async () => {
    const rehearsal = newRehearsal({ jobs: { Write: { duration: 600 }, Classify: { duration: 2 * HOUR } } });
    const { ok } = await rehearsal.deploy(classifying());

    expect(ok).toBe(true);
    const [write, classify] = spansOf(rehearsal);
    expect(classify.from).toBeGreaterThan(write.to);
    const [{ name }] = rehearsal.sagemaker.trainingJobs;
    expect(inputsOf(rehearsal)).toMatchObject([{ s3Uri: `s3://models/records/${name}/output/model/` }]);
  });

  const again: Partial<TrainingJobProps> = { hyperparameters: { seed: '2' } };
  test.each<{ what: string; props: Partial<TrainingJobProps>; jobs: JobScript; hours: number }>([
    {
      what: 'in minutes',
      props: {},
      jobs: { Write: { duration: 600 }, Classify: { duration: 20 * HOUR } },
      hours: 20,
    },
    {
      what: 'in a day',
      props: { maxRuntime: Duration.days(2) },
      jobs: { Write: { duration: 30 * HOUR }, Classify: { duration: 20 * HOUR } },
      hours: 50,
    },
  ])('is run and waited for again if other records are written, $what', async ({ props, jobs, hours }) => {
    const rehearsal = newRehearsal({ jobs });
    await rehearsal.deploy(classifying(props));
    const { ok, stacks, elapsedMs } = await rehearsal.deploy(classifying({ ...props, ...again }));

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeGreaterThan(hours * HOUR);
    const [, second] = rehearsal.sagemaker.trainingJobs;
    expect(inputsOf(rehearsal)[1]).toMatchObject({ s3Uri: `s3://models/records/${second.name}/output/model/` });
    expect(rehearsal.bedrock.jobs.map(({ status }) => status)).toEqual(['Completed', 'Completed']);
    expect(stacks.App.outputs.ClassifyModelInvocationJobArn).toBe(rehearsal.bedrock.jobs[1].arn);
    expect(rehearsal.sagemaker.existingJobs.map(({ name }) => name)).toEqual([second.name]);
  });
});
