import { type App, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { HOUR } from './long-batch-job';
import { JobEngine, type ModelInvocationJobProps } from '../../src';
import { batchJob } from '../src/sample-batch-job';

afterEach(cleanUp);

const longJob = (scope: Construct, id: string, props: Partial<ModelInvocationJobProps> = {}) =>
  batchJob(scope, id, { timeout: Duration.hours(24), outputPrefix: id.toLowerCase(), ...props });

test.each<[string, number, (app: App) => void]>([
  [
    'in a nested stack and beside it',
    2,
    (app) => {
      const stack = new Stack(app, 'App');
      longJob(stack, 'Batch');
      longJob(new NestedStack(stack, 'Nested'), 'Inner');
    },
  ],
  ['in a stage', 1, (app) => void longJob(new Stack(new Stage(app, 'Prod'), 'App'), 'Batch')],
  [
    'of two stacks with an engine of another stack',
    2,
    (app) => {
      const engine = new JobEngine(new Stack(app, 'Engine'), 'Jobs');
      ['One', 'Two'].forEach((id) => longJob(new Stack(app, id), `Batch${id}`, { engine }));
    },
  ],
  [
    'with an engine of the parent of its nested stack',
    1,
    (app) => {
      const stack = new Stack(app, 'App');
      longJob(new NestedStack(stack, 'Nested'), 'Inner', { engine: new JobEngine(stack, 'Jobs') });
    },
  ],
])('a long job %s is waited for, and its stack can be deleted', async (_, jobs, make) => {
  const rehearsal = newRehearsal({ jobs: { '*': { duration: 14 * HOUR } } });
  const assembly = synthesize(make);
  const { ok, elapsedMs, denials } = await rehearsal.deploy(assembly);
  await rehearsal.settle();

  expect(ok).toBe(true);
  expect(denials).toEqual([]);
  expect(elapsedMs / 1000).toBeGreaterThan(14 * HOUR);
  expect(rehearsal.bedrock.jobs.map(({ status }) => status)).toEqual(Array(jobs).fill('Completed'));
  expect(rehearsal.executions.filter(({ status }) => status !== 'SUCCEEDED')).toHaveLength(0);
  expect(rehearsal.iam.unusedStatements.filter(({ statement }) => /Signal/.test(String(statement.Action)))).toEqual([]);
  expect((await rehearsal.destroy(assembly)).ok).toBe(true);
});
