import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { answeredCallsOf, cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import { OptimizationModel, TrainingOutputCompression } from '../../src';
import type { OptimizationJob, OptimizationJobProps } from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { optimizationJob } from '../src/sample-optimization-job';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

const NAME = /^app--optimize--[0-9a-f]{12}$/;
const JOB = /^Optimize\w{8}$/;

/** An app with one stack `App`, which has a job `Optimize`. */
const appWith = (props: Partial<OptimizationJobProps> = {}, also: (job: OptimizationJob) => void = () => undefined) =>
  synthesize((app) => also(optimizationJob(new Stack(app, 'App'), 'Optimize', props)));

const withResults = (job: OptimizationJob) => {
  new CfnOutput(job.stack, 'Image', { value: job.recommendedInferenceImage });
  new CfnOutput(job.stack, 'Instance', { value: job.deploymentInstanceType });
};

test('create runs the job, and hands its results to the stack', async () => {
  const rehearsal = newRehearsal();
  const { status, outputs } = (await rehearsal.deploy(appWith({}, withResults))).stacks.App;

  expect(status).toBe('CREATE_COMPLETE');
  const [{ input }] = answeredCallsOf(rehearsal, 'CreateOptimizationJob');
  const name = String(input.OptimizationJobName);
  expect(name).toMatch(NAME);
  expect(input.OutputConfig).toEqual({ S3OutputLocation: `s3://optimized/${name}/` });
  expect(outputs).toMatchObject({
    OptimizeOptimizationJobArn: `arn:aws:sagemaker:us-east-1:111122223333:optimization-job/${name}`,
    OptimizeOutputLocation: `s3://optimized/${name}/`,
    Image: expect.stringContaining('/djl-inference:'),
    Instance: 'ml.g5.2xlarge',
  });
  expect(rehearsal.iam.denials).toEqual([]);
});

test('a job that fails fails the deployment with its reason, and a hint', async () => {
  const failure = 'ClientError: Model architecture FalconForCausalLM is not supported';
  const rehearsal = newRehearsal({ jobs: { Optimize: { failure } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
  const [, failed] = eventsOf(stacks.App, JOB);
  expect(failed).toContain(
    `The optimization job ended as FAILED: ${failure} | Hint: not every model can be optimized in every way`,
  );
  expect(failed).toContain('a log group that begins with /aws/sagemaker/, log streams that begin with app--optimize--');
});

test.each([
  ['failed', 'raise it'],
  ['stopped', 'ended as STOPPED'],
])('a job that runs longer than it may fails the deployment, whether it is %s', async (supposed, words) => {
  const rehearsal = newRehearsal({
    jobs: { Optimize: { duration: 3000 } },
    supposition: Supposition.read([`optimization-over-time=${supposed}`]),
  });
  const { ok, stacks } = await rehearsal.deploy(appWith({ maxRuntime: Duration.minutes(30) }));

  expect(ok).toBe(false);
  expect(eventsOf(stacks.App, JOB)[1]).toContain(words);
});

test.each([
  ['optimization-image=late', /djl-inference/, /^s3:\/\/optimized\/app--optimize--[0-9a-f]{12}\/$/],
  ['optimization-image=absent', /^$/, /\/$/],
  ['optimization-output=without-a-slash', /djl-inference/, /^s3:\/\/optimized\/app--optimize--[0-9a-f]{12}\/$/],
  ['optimization-output=in-a-folder', /djl-inference/, /^s3:\/\/optimized\/(app--optimize--[0-9a-f]{12}\/){2}$/],
])('where %s, the results are what the service says in the end', async (suppose, image, place) => {
  const rehearsal = newRehearsal({ supposition: Supposition.read([suppose]) });
  const { ok, stacks } = await rehearsal.deploy(appWith({}, withResults));

  expect(ok).toBe(true);
  expect(stacks.App.outputs.Image).toMatch(image);
  expect(stacks.App.outputs.OptimizeOutputLocation).toMatch(place);
});

test.each(['of-its-own', 'of-compilations', 'of-trainings'])(
  'the role may write to the log group where it is one %s',
  async (supposed) => {
    const rehearsal = newRehearsal({ supposition: Supposition.read([`optimization-log-group=${supposed}`]) });
    const { ok } = await rehearsal.deploy(appWith());

    expect(ok).toBe(true);
    expect(rehearsal.iam.denials).toEqual([]);
  },
);

test('what a training job has made is optimized in the same deployment', async () => {
  const rehearsal = newRehearsal();
  const app = synthesize((scope) => {
    const stack = new Stack(scope, 'App');
    const trained = trainingJob(stack, 'Train', { outputCompression: TrainingOutputCompression.NONE });
    optimizationJob(stack, 'Optimize', { model: OptimizationModel.fromTrainingJob(trained) });
  });
  const { ok, stacks } = await rehearsal.deploy(app);

  expect(ok).toBe(true);
  const [{ input }] = answeredCallsOf(rehearsal, 'CreateOptimizationJob');
  expect(input.ModelSource).toEqual({ S3: { S3Uri: stacks.App.outputs.TrainModelArtifacts } });
  expect(rehearsal.iam.denials).toEqual([]);
});
