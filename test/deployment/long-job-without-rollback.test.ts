import { cleanUp } from './deployment';
import { appWith, failuresOf, HOUR, lasting, statusesOf } from './long-batch-job';

afterEach(cleanUp);

const failing = { jobs: { Batch: { duration: 5 * HOUR, failure: 'Overloaded' } } };
const working = { Batch: { duration: 5 * HOUR } };

test('a job that has failed is looked at again, and says that it takes another rerunKey to run it again', async () => {
  const rehearsal = lasting(5, failing);
  const failed = await rehearsal.deploy(appWith(), { rollback: false });
  expect(failed.stacks.App.status).toBe('CREATE_FAILED');
  const asItIs = await rehearsal.deploy(appWith(), { rollback: false, jobs: working });
  expect([asItIs.ok, statusesOf(rehearsal)]).toEqual([false, ['Failed']]);
  expect(failuresOf(asItIs.stacks.App)).toEqual([expect.stringMatching(/^BatchWaitResult.*Overloaded.*rerunKey/)]);

  const { ok, elapsedMs } = await rehearsal.deploy(appWith({ rerunKey: '2' }), { rollback: false });
  expect(ok).toBe(true);
  expect(statusesOf(rehearsal)).toEqual(['Failed', 'Completed']);
  expect(elapsedMs / 1000).toBeGreaterThan(5 * HOUR);
});

test('a job that its own resource has waited for is run again as it is', async () => {
  const rehearsal = lasting(0.5, { jobs: { Batch: { duration: 0.5 * HOUR, failure: 'Overloaded' } } });
  const failed = await rehearsal.deploy(appWith(), { rollback: false });
  expect(failed.stacks.App.status).toBe('CREATE_FAILED');
  const { ok } = await rehearsal.deploy(appWith(), { rollback: false, jobs: working });

  expect(ok).toBe(true);
  expect(statusesOf(rehearsal)).toEqual(['Failed', 'Completed']);
});

test('a stack that was left in the middle can be deleted', async () => {
  const rehearsal = lasting(5, failing);
  await rehearsal.deploy(appWith(), { rollback: false });
  expect((await rehearsal.destroy(appWith())).ok).toBe(true);
});
