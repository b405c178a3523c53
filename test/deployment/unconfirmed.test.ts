import { App, Duration, Stack, Tags } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import type { RehearsalOptions } from '../../rehearsal/rehearsal';
import { Supposition } from '../../unconfirmed/supposition';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

const supposing = (text: string, options: RehearsalOptions = {}) =>
  newRehearsal({ supposition: Supposition.read([text]), ...options });
const app = (make: (stack: Stack) => void) => synthesize((root: App) => make(new Stack(root, 'App')));
const failuresIn = (events: readonly { readonly reason?: string }[]) =>
  events.map(({ reason = '' }) => reason).filter((reason) => reason !== '');

test.each(['refused', 'refused-as-invalid', 'not-listed'])(
  'a deployment succeeds where the tags of ended batch jobs are %s',
  async (alternative) => {
    const rehearsal = supposing(`tags-of-ended-jobs=${alternative}`);
    const tagged = (team: string, named: boolean) =>
      app((stack) => {
        batchJob(stack, 'Classify', named ? { modelInvocationJobName: 'Classify' } : {});
        Tags.of(stack).add('team', team);
      });
    const results = [await rehearsal.deploy(tagged('a', true)), await rehearsal.deploy(tagged('b', true))];
    const { ok } = await rehearsal.destroy(tagged('b', true));

    expect([...results.map((result) => result.stacks.App.status), ok]).toEqual([
      'CREATE_COMPLETE',
      'UPDATE_COMPLETE',
      true,
    ]);
  },
);

test.each([
  ['limit-of-zero', /quota/i],
  ['limit-below-request', /quota/i],
  ['not-in-region', /region/i],
])('a quota that can never be met (%s) is told at once', async (alternative, words) => {
  const rehearsal = supposing(`quota=${alternative}`);
  const { stacks, elapsedMs } = await rehearsal.deploy(app((stack) => compilationJob(stack, 'Compile')));

  expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
  expect(failuresIn(stacks.App.events).some((reason) => words.test(reason))).toBe(true);
  expect(rehearsal.sagemaker.jobs).toHaveLength(0);
  expect(elapsedMs).toBeLessThan(180_000);
});

test.each([
  ['lowered', undefined],
  ['lowered-when-created', 'My-Job'],
])('a job lives where ARNs are %s (its own name: %s)', async (alternative, compilationJobName) => {
  const rehearsal = supposing(`arn-case=${alternative}`);
  const assembly = app((stack) => compilationJob(stack, 'Compile', { compilationJobName }));
  const { ok } = await rehearsal.deploy(assembly);
  const deleted = await rehearsal.destroy(assembly);

  expect([ok, deleted.ok]).toEqual([true, true]);
  expect(rehearsal.sagemaker.existingJobs).toHaveLength(0);
});

test('a job that is denied something for good is the only one, and what denies is named', async () => {
  const rehearsal = supposing('denial-of-a-job=service-control-policy');
  const { stacks } = await rehearsal.deploy(app((stack) => compilationJob(stack, 'Compile')));

  expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
  expect(rehearsal.sagemaker.jobs).toHaveLength(1);
  expect(failuresIn(stacks.App.events).some((reason) => /service control policy/.test(reason))).toBe(true);
});

test('a long job is waited for where the deployment does not wait for conditions', async () => {
  const rehearsal = supposing('conditions-waited-for=no', { jobs: { Train: { duration: 1200 } } });
  const { ok, elapsedMs } = await rehearsal.deploy(
    app((stack) => trainingJob(stack, 'Train', { maxRuntime: Duration.hours(2) })),
  );

  expect(ok).toBe(true);
  expect(elapsedMs).toBeGreaterThan(1_200_000);
});

test('a job that takes longer than its last resource can wait is not stopped there, and it is said what to do', async () => {
  const rehearsal = supposing('conditions-waited-for=no', { jobs: { Train: { duration: 10_000 } } });
  const { ok, stacks, elapsedMs } = await rehearsal.deploy(
    app((stack) => trainingJob(stack, 'Train', { maxRuntime: Duration.hours(3) })),
  );

  expect(ok).toBe(false);
  expect(elapsedMs).toBeGreaterThan(6_000_000);
  expect(failuresIn(stacks.App.events).some((reason) => /has time until .* express mode/.test(reason))).toBe(true);
});

test.each([
  'early-signal=kept',
  'early-signal=ignored',
  'signal-error-name=validation-error',
  'signal-error-name=of-the-integration',
  'signal-id-reused=accepted',
  'signal-answer=lost',
  'status-of-a-removed-resource=delete-complete',
  'moment-of-a-resource=seconds',
  'moment-of-a-resource=other',
  'depends-on-moved=refused',
])('a long job is waited for, replaced and taken back where %s', async (text) => {
  const rehearsal = supposing(text, { jobs: { Train: { duration: 7200 } } });
  const version = (outputPrefix: string) =>
    app((stack) => trainingJob(stack, 'Train', { maxRuntime: Duration.hours(30), outputPrefix }));
  const [a, b] = [version('a'), version('b')];
  const results = [await rehearsal.deploy(a), await rehearsal.deploy(b), await rehearsal.deploy(a)];

  expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
  const seconds = results.map(({ elapsedMs }) => elapsedMs / 1000);
  expect(seconds.slice(0, 2).every((each) => each > 7200 && each < 8400)).toBe(true);
  expect(rehearsal.sagemaker.existingJobs.map(({ status }) => status)).toEqual(['Completed']);
});

test.each([
  ['deleted-after', ['Train is created', 'Train is deleted']],
  ['deleted-before', ['Train is deleted', 'Train is created']],
])('what has failed is tried again without rollback where it is %s', async (alternative, order) => {
  const rehearsal = supposing(`retried-creation=${alternative}`);
  const assembly = app((stack) => trainingJob(stack, 'Train'));
  const failure = 'AlgorithmError: no data';
  const first = await rehearsal.deploy(assembly, { rollback: false, jobs: { Train: { duration: 60, failure } } });
  const second = await rehearsal.deploy(assembly, { rollback: false, jobs: { Train: { duration: 60 } } });

  expect([first, second].map(({ stacks }) => stacks.App.status)).toEqual(['CREATE_FAILED', 'UPDATE_COMPLETE']);
  const told = second.stacks.App.events.flatMap(({ logicalId, status }) => {
    if (!logicalId.startsWith('Train')) return [];
    if (status === 'CREATE_COMPLETE') return ['Train is created'];
    return status === 'DELETE_COMPLETE' ? ['Train is deleted'] : [];
  });
  expect(told.slice(-2)).toEqual(order);
  expect(rehearsal.sagemaker.existingJobs.map(({ status }) => status)).toEqual(['Failed', 'Completed']);
});

test('the record of a finished job that may not be deleted stays, and the stack goes', async () => {
  const rehearsal = supposing('record-deletion=denied');
  const assembly = app((stack) => compilationJob(stack, 'Compile'));
  await rehearsal.deploy(assembly);
  const { ok } = await rehearsal.destroy(assembly);

  expect(ok).toBe(true);
  expect(rehearsal.sagemaker.existingJobs).toHaveLength(1);
  const calls = rehearsal.sagemaker.calls.filter(({ operation }) => operation === 'DeleteCompilationJob');
  expect(calls.length).toBeGreaterThan(0);
  for (const { error } of calls) {
    expect(error?.message).toContain('not authorized to perform: sagemaker:DeleteCompilationJob on');
  }
});
