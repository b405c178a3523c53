import { CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, eventsOf, synthesize } from './deployment';
import { again, appWith, deployed, failuresOf, HOUR, lasting, statusesOf } from './long-batch-job';
import { BatchInferenceInput } from '../../src';
import { batchJob } from '../src/sample-batch-job';
import { bucketNamed } from '../src/sample-job';

afterEach(cleanUp);

test('an update of the request runs a new job, waits for it, and leaves the old results alone', async () => {
  const rehearsal = await deployed();
  const { ok, stacks, elapsedMs } = await rehearsal.deploy(again());

  expect(ok).toBe(true);
  expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
  expect(stacks.App.outputs.BatchOutputUri).toBe(`s3://answers/again/${rehearsal.bedrock.jobs[1].id}/`);
  expect(elapsedMs / 1000).toBeGreaterThan(3 * HOUR);
});

test.each([
  ['the tags', {}, (stack: Stack) => void stack.tags.setTag('team', 'research')],
  ['what is accepted', { maxErrorRecords: 7 }, undefined],
  ['how long the deployment waits', { waitTimeout: Duration.hours(30) }, undefined],
  ['that nobody waits any more', { waitForCompletion: false }, undefined],
  ['something else in the stack', {}, (stack: Stack) => void new CfnOutput(stack, 'Other', { value: 'x' })],
])('an update of %s runs no job, and takes minutes at most', async (_, props, also) => {
  const rehearsal = await deployed();
  const { ok, elapsedMs } = await rehearsal.deploy(appWith(props, also));

  expect(ok).toBe(true);
  expect(rehearsal.bedrock.jobs).toHaveLength(1);
  expect(elapsedMs / 1000).toBeLessThan(300);
});

describe('while a job runs that a deployment did not wait for', () => {
  const running = async () => {
    const rehearsal = lasting(30);
    expect((await rehearsal.deploy(appWith({ waitForCompletion: false }))).ok).toBe(true);
    return rehearsal;
  };

  test('tags are changed in place, and a wait that is asked for now is for the same job', async () => {
    const rehearsal = await running();
    const tagged = appWith({ waitForCompletion: false }, (stack) => stack.tags.setTag('team', 'research'));
    expect((await rehearsal.deploy(tagged)).elapsedMs / 1000).toBeLessThan(60);
    const { ok, elapsedMs, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.hours(40) }));

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeGreaterThan(29 * HOUR);
    expect(statusesOf(rehearsal)).toEqual(['Completed']);
    expect(stacks.App.outputs.Succeeded).toBe('1000');
  });

  test('the new wait ends when it says, though the job would go on', async () => {
    const rehearsal = await running();
    const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.hours(14) }));

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)[0]).toContain('so it was stopped');
    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
  });
});

describe('an update through a parameter alone', () => {
  const app = () =>
    synthesize((root) => {
      const stack = new Stack(root, 'App');
      const key = new CfnParameter(stack, 'Input', { default: 'monday' }).valueAsString;
      batchJob(stack, 'Batch', {
        input: BatchInferenceInput.fromBucket(bucketNamed(stack, 'records'), `${key}.jsonl`),
        timeout: Duration.hours(48),
      });
    });

  test.each([
    ['its own resource', 40],
    ['the resource that has the results', 80],
  ])('is waited for by %s', async (_, minutes) => {
    const rehearsal = await deployed(app(), { jobs: { Batch: { duration: minutes * 60 } } });
    const { ok, stacks } = await rehearsal.deploy(app(), { parameters: { Input: 'tuesday' } });

    expect(ok).toBe(true);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
    const [, job] = rehearsal.bedrock.jobs;
    expect(job.request).toMatchObject({
      inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://records/tuesday.jsonl' } },
    });
    expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(job.arn);
  });

  test('that takes longer than these can wait fails, and says what to do', async () => {
    const rehearsal = await deployed(app());
    const { stacks, elapsedMs } = await rehearsal.deploy(app(), { parameters: { Input: 'tuesday' } });
    await rehearsal.settle();

    expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(elapsedMs / 1000).toBeGreaterThan(1.8 * HOUR);
    expect(eventsOf(stacks.App, /^BatchWaitResult/)[1]).toMatch(
      /but the deployment has come to its results: .*rerunKey/,
    );
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Stopped']);
  });
});
