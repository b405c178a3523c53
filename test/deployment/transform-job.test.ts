import { Duration, Stack, Tags } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { answeredCallsOf, cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import type { TransformJob, TransformJobProps } from '../../src';
import { modelRole, transformJob } from '../src/sample-transform-job';

afterEach(cleanUp);

const NAME = /^app--score--[0-9a-f]{12}$/;
const JOB = /^Score\w{8}$/;

/** An app with one stack `App`, which has a model and a job `Score` that uses it. */
const appWith = (props: Partial<TransformJobProps> = {}, also: (job: TransformJob) => void = () => undefined) =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const role = modelRole(stack);
    const model = new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: role.roleArn });
    const { attrModelName: modelName } = model;
    also(transformJob(stack, 'Score', { modelName, modelRole: role, outputPrefix: 'scores', ...props }));
  });

test('create runs the job with the model of the stack, and hands its results to the stack', async () => {
  const rehearsal = newRehearsal();
  const { status, outputs } = (await rehearsal.deploy(appWith())).stacks.App;

  expect(status).toBe('CREATE_COMPLETE');
  const [{ input }] = answeredCallsOf(rehearsal, 'CreateTransformJob');
  const name = String(input.TransformJobName);
  expect(name).toMatch(NAME);
  expect(input).toEqual({
    TransformJobName: name,
    ModelName: expect.any(String),
    TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://records/penguins/' } } },
    TransformOutput: { S3OutputPath: `s3://scores/scores/${name}/` },
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
  });
  expect(outputs).toEqual({
    ScoreTransformJobArn: `arn:aws:sagemaker:us-east-1:111122223333:transform-job/${name}`,
    ScoreTransformOutputUri: `s3://scores/scores/${name}/`,
  });
});

test('a job that fails fails the deployment with its reason', async () => {
  const failure = 'AlgorithmError: See job logs for more information';
  const rehearsal = newRehearsal({ jobs: { Score: { failure } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
  const [, failed] = eventsOf(stacks.App, JOB);
  expect(failed).toMatch(/^CREATE_FAILED: /);
  expect(failed).toContain(`The transform job ended as Failed: ${failure} | Hint: `);
  expect(failed).toContain('log group /aws/sagemaker/TransformJobs, log streams that begin with app--score--');
});

test('a job of hours is waited for where the deployment is told to', async () => {
  const rehearsal = newRehearsal({ jobs: { Score: { duration: 3 * 3600 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.hours(4) }));

  expect(ok).toBe(true);
  expect(stacks.App.outputs.ScoreTransformOutputUri).toMatch(/^s3:\/\/scores\/scores\/app--score--[0-9a-f]{12}\/$/);
});

test('a job that takes longer than 55 minutes is stopped, unless the deployment is told to wait', async () => {
  const rehearsal = newRehearsal({ jobs: { Score: { duration: 2 * 3600 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(eventsOf(stacks.App, JOB)[1]).toContain(
    'The transform job had not ended after 3300 seconds, so it was stopped',
  );
  expect(answeredCallsOf(rehearsal, 'StopTransformJob')).toHaveLength(1);
});

test('another request runs another job, which writes to a folder of its own', async () => {
  const rehearsal = newRehearsal();
  const before = await rehearsal.deploy(appWith({ accept: 'text/csv' }));
  const after = await rehearsal.deploy(appWith({ accept: 'application/json' }));

  expect(after.ok).toBe(true);
  expect(answeredCallsOf(rehearsal, 'CreateTransformJob')).toHaveLength(2);
  expect(after.stacks.App.outputs.ScoreTransformOutputUri).not.toBe(before.stacks.App.outputs.ScoreTransformOutputUri);
});

test('other tags run no job', async () => {
  const rehearsal = newRehearsal();
  await rehearsal.deploy(appWith());
  const { ok } = await rehearsal.deploy(appWith({}, (job) => Tags.of(job).add('team', 'birds')));

  expect(ok).toBe(true);
  expect(answeredCallsOf(rehearsal, 'CreateTransformJob')).toHaveLength(1);
  expect(answeredCallsOf(rehearsal, 'AddTags').map(({ input }) => input.Tags)).toEqual([
    [{ Key: 'team', Value: 'birds' }],
  ]);
});

test('delete leaves a finished job alone: SageMaker keeps its record', async () => {
  const rehearsal = newRehearsal();
  const app = appWith();
  await rehearsal.deploy(app);
  const { ok } = await rehearsal.destroy(app);

  expect(ok).toBe(true);
  expect(answeredCallsOf(rehearsal, 'StopTransformJob')).toEqual([]);
});

test('delete stops a job that runs', async () => {
  const rehearsal = newRehearsal({ jobs: { Score: { duration: 7200 } } });
  const app = appWith({ waitForCompletion: false });
  await rehearsal.deploy(app);
  const { ok } = await rehearsal.destroy(app);

  expect(ok).toBe(true);
  expect(answeredCallsOf(rehearsal, 'StopTransformJob')).toHaveLength(1);
});
