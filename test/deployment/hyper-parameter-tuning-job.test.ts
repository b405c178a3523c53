import { CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import { cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import { CompilationJob, CompilationTarget, Framework, ModelData, TargetDevice, TuningWarmStart } from '../../src';
import type { HyperParameterTuningJob, HyperParameterTuningJobProps } from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { tuningJob, tuningTraining } from '../src/sample-tuning-job';

afterEach(cleanUp);

const NAME = /^app--tune--[0-9a-f]{12}$/;
const JOB = /^Tune\w{8}$/;

/** An app with one stack `App`, which has a job `Tune`. */
const appWith = (
  props: Partial<HyperParameterTuningJobProps> = {},
  also: (job: HyperParameterTuningJob) => void = () => undefined,
) => synthesize((app) => also(tuningJob(new Stack(app, 'App'), 'Tune', props)));

type Rehearsal = ReturnType<typeof newRehearsal>;

const callsOf = (rehearsal: Rehearsal, operation: string) =>
  rehearsal.sagemaker.calls.filter((call) => call.operation === operation && call.error === undefined);

test('create runs the job under a name of 32 characters at most, and hands its results to the stack', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { metrics: { loss: 0.125 } } } });
  const { status, outputs } = (
    await rehearsal.deploy(
      appWith({}, (job) => {
        const results = {
          Best: job.bestTrainingJobName,
          Loss: job.bestObjectiveValue,
          Eta: job.bestHyperparameter('eta'),
          Completed: job.completedTrainingJobs,
        };
        for (const [id, value] of Object.entries(results)) new CfnOutput(job.stack, id, { value });
      }),
    )
  ).stacks.App;

  expect(status).toBe('CREATE_COMPLETE');
  const [{ input }] = callsOf(rehearsal, 'CreateHyperParameterTuningJob');
  const name = String(input.HyperParameterTuningJobName);
  expect(name).toMatch(NAME);
  expect(name.length).toBeLessThanOrEqual(32);
  expect(outputs.TuneHyperParameterTuningJobArn).toBe(
    `arn:aws:sagemaker:us-east-1:111122223333:hyper-parameter-tuning-job/${name}`,
  );
  expect(outputs.Best).toMatch(new RegExp(`^${name}-001-[0-9a-f]{8}$`));
  expect(outputs.TuneModelArtifacts).toBe(`s3://models/${outputs.Best}/output/model.tar.gz`);
  expect(outputs).toMatchObject({ Loss: '0.125', Eta: '0.105', Completed: '6' });
  expect(rehearsal.iam.denials).toEqual([]);
});

test('a job that fails fails the deployment with its reason, and says where the training jobs’ reasons are', async () => {
  const failure = 'No training job succeeded after 5 attempts. Please take a look at the training job failures.';
  const rehearsal = newRehearsal({ jobs: { Tune: { failure } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
  const [, failed] = eventsOf(stacks.App, JOB);
  expect(failed).toMatch(/^CREATE_FAILED: /);
  expect(failed).toContain(
    `The hyperparameter tuning job ended as Failed: ${failure} | Hint: the training jobs say why`,
  );
  expect(failed).toContain('log group /aws/sagemaker/TrainingJobs, log streams that begin with app--tune--');
});

test('a job that completes while all its training jobs have failed is a failure', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { completedTrainings: 0 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(eventsOf(stacks.App, JOB)[1]).toContain(
    'The hyperparameter tuning job ended as Completed: none of its training jobs has a value of the objective metric: 0 completed, 6 failed, 0 were stopped | Hint: the training jobs say why',
  );
});

test.each(['tuning-end=stopped', 'tuning-results=late', 'record-deletion=in-a-while'])(
  'a job that comes to its time limit has its result where %s',
  async (suppose) => {
    const rehearsal = newRehearsal({ jobs: { Tune: { duration: 3600 } }, supposition: Supposition.read([suppose]) });
    const app = appWith();
    const { ok, stacks } = await rehearsal.deploy(app);

    expect(ok).toBe(true);
    expect(stacks.App.outputs.TuneModelArtifacts).toMatch(/\/output\/model\.tar\.gz$/);
    expect(callsOf(rehearsal, 'StopHyperParameterTuningJob')).toEqual([]);
    expect((await rehearsal.destroy(app)).ok).toBe(true);
    expect(callsOf(rehearsal, 'DeleteHyperParameterTuningJob')).toHaveLength(1);
  },
);

test('a job without a limit of its own is waited for as long as its training jobs may take', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 3500 } } });
  const { ok } = await rehearsal.deploy(appWith({ maxRuntime: undefined }));

  expect(ok).toBe(true);
});

test('a job that takes longer than the deployment waits is stopped', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 2000 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.minutes(20) }));

  expect(ok).toBe(false);
  expect(eventsOf(stacks.App, JOB)[1]).toContain(
    'The hyperparameter tuning job had not ended after 1200 seconds, so it was stopped',
  );
  expect(callsOf(rehearsal, 'StopHyperParameterTuningJob')).toHaveLength(1);
});

test('another request runs another job, and removes the record of the one before', async () => {
  const rehearsal = newRehearsal();
  const before = await rehearsal.deploy(appWith());
  const after = await rehearsal.deploy(appWith({ maxTrainingJobs: 8 }));

  expect(after.ok).toBe(true);
  expect(callsOf(rehearsal, 'CreateHyperParameterTuningJob')).toHaveLength(2);
  expect(after.stacks.App.outputs.TuneModelArtifacts).not.toBe(before.stacks.App.outputs.TuneModelArtifacts);
  expect(rehearsal.sagemaker.existingJobs).toHaveLength(1);
});

test('other tags run no job', async () => {
  const rehearsal = newRehearsal();
  await rehearsal.deploy(appWith());
  const { ok } = await rehearsal.deploy(appWith({}, (job) => Tags.of(job).add('team', 'birds')));

  expect(ok).toBe(true);
  expect(callsOf(rehearsal, 'CreateHyperParameterTuningJob')).toHaveLength(1);
  expect(callsOf(rehearsal, 'AddTags').map(({ input }) => input.Tags)).toEqual([[{ Key: 'team', Value: 'birds' }]]);
});

test('delete stops a job that runs, and deletes its record', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 7200 } } });
  const app = appWith({ waitForCompletion: false });
  await rehearsal.deploy(app);
  const { ok } = await rehearsal.destroy(app);

  expect(ok).toBe(true);
  expect(callsOf(rehearsal, 'StopHyperParameterTuningJob')).toHaveLength(1);
  expect(rehearsal.sagemaker.existingJobs).toEqual([]);
});

test('the best model is compiled in the same deployment, and another tuning begins where the first has ended', async () => {
  const rehearsal = newRehearsal();
  const app = synthesize((scope) => {
    const stack = new Stack(scope, 'App');
    const tuned = tuningJob(stack, 'Tune', {
      training: undefined,
      trainingDefinitions: { linear: tuningTraining(stack), trees: tuningTraining(stack) },
    });
    new CompilationJob(stack, 'Compile', {
      modelData: ModelData.fromTuningJob(tuned),
      framework: Framework.XGBOOST,
      target: CompilationTarget.device(TargetDevice.ML_C5),
    });
    tuningJob(stack, 'Again', { warmStart: TuningWarmStart.transferLearning([tuned]) });
  });
  const { ok, stacks } = await rehearsal.deploy(app);

  expect(ok).toBe(true);
  const [first, second] = callsOf(rehearsal, 'CreateHyperParameterTuningJob').map(({ input }) => input);
  expect(second.WarmStartConfig).toEqual({
    ParentHyperParameterTuningJobs: [{ HyperParameterTuningJobName: first.HyperParameterTuningJobName }],
    WarmStartType: 'TransferLearning',
  });
  const [{ input }] = callsOf(rehearsal, 'CreateCompilationJob');
  expect(input.InputConfig).toMatchObject({ S3Uri: stacks.App.outputs.TuneModelArtifacts });
  expect(rehearsal.iam.denials).toEqual([]);
});
