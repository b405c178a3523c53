import { CfnOutput, Stack } from 'aws-cdk-lib';
import { answeredCallsOf, cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
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
  const [{ input }] = answeredCallsOf(rehearsal, 'CreateHyperParameterTuningJob');
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
    expect(answeredCallsOf(rehearsal, 'StopHyperParameterTuningJob')).toEqual([]);
    expect((await rehearsal.destroy(app)).ok).toBe(true);
    expect(answeredCallsOf(rehearsal, 'DeleteHyperParameterTuningJob')).toHaveLength(1);
  },
);

test('a job without a limit of its own is waited for as long as its training jobs may take', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 3500 } } });
  const { ok } = await rehearsal.deploy(appWith({ maxRuntime: undefined }));

  expect(ok).toBe(true);
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
  const [first, second] = answeredCallsOf(rehearsal, 'CreateHyperParameterTuningJob').map(({ input }) => input);
  expect(second.WarmStartConfig).toEqual({
    ParentHyperParameterTuningJobs: [{ HyperParameterTuningJobName: first.HyperParameterTuningJobName }],
    WarmStartType: 'TransferLearning',
  });
  const [{ input }] = answeredCallsOf(rehearsal, 'CreateCompilationJob');
  expect(input.InputConfig).toMatchObject({ S3Uri: stacks.App.outputs.TuneModelArtifacts });
  expect(rehearsal.iam.denials).toEqual([]);
});
