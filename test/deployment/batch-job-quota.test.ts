import { Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { appWith, failuresOf, HOUR, longestHistoryOf, statusesOf } from './long-batch-job';
import { batchJob } from '../src/sample-batch-job';

afterEach(cleanUp);

const MOST_HISTORY_EVENTS = 25_000;

describe('the quota of the account', () => {
  const appOfTwenty = () =>
    synthesize((app) => {
      const stack = new Stack(app, 'App');
      for (let number = 1; number <= 20; number++) {
        batchJob(stack, `Batch${number}`, { timeout: Duration.hours(48), outputPrefix: `batch${number}` });
      }
    });

  test('of ten jobs lets twenty jobs of 3 hours complete, ten at a time', async () => {
    const hours = 3;
    const rehearsal = newRehearsal({
      concurrency: 2,
      quotas: { modelInvocationJobs: 10 },
      jobs: { '*': { duration: hours * HOUR } },
    });
    const { ok, elapsedMs } = await rehearsal.deploy(appOfTwenty());

    expect(ok).toBe(true);
    expect(statusesOf(rehearsal)).toEqual(Array.from({ length: 20 }, () => 'Completed'));
    expect(elapsedMs / 1000).toBeGreaterThan(2 * hours * HOUR);
    expect(longestHistoryOf(rehearsal)).toBeLessThan(MOST_HISTORY_EVENTS);
  });

  test('that has no room in time fails the job whose wait is over, and leaves none behind', async () => {
    const rehearsal = newRehearsal({
      quotas: { modelInvocationJobs: 1 },
      jobs: { First: { duration: 20 * HOUR }, Second: { duration: 20 * HOUR } },
    });
    const { stacks } = await rehearsal.deploy(
      synthesize((root) => {
        const stack = new Stack(root, 'App');
        for (const id of ['First', 'Second']) {
          batchJob(stack, id, { timeout: Duration.hours(48), waitTimeout: Duration.hours(13), outputPrefix: id });
        }
      }),
    );

    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    expect(failuresOf(stacks.App).join('\n')).toMatch(
      /could not be started by 2030-01-01T13:\d\d:\d\d\.\d{3}Z: ServiceQuotaExceededException/,
    );
    expect(rehearsal.bedrock.jobs.map(({ status }) => status)).toEqual(['Stopped']);
  });

  test('that can have no room is told at once', async () => {
    const rehearsal = newRehearsal({ quotas: { modelInvocationJobs: 0 } });
    const { stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.hours(13) }));

    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    const failed = stacks.App.events.filter(({ status }) => status === 'CREATE_FAILED');
    expect(failed[0].reason).toMatch(
      /ServiceQuotaExceededException: .* \| Hint: the account may not run batch jobs with this model/,
    );
    const created = rehearsal.bedrock.calls.filter(({ operation }) => operation === 'CreateModelInvocationJob');
    expect(created).toHaveLength(1);
    expect(rehearsal.elapsedMs).toBeLessThan(120_000);
    expect(rehearsal.bedrock.jobs).toEqual([]);
  });

  test('that has room only after the resource had to answer gives the stack the right outputs, and deletion finds the job', async () => {
    const others = { duration: 2 * HOUR };
    const rehearsal = newRehearsal({
      quotas: { modelInvocationJobs: 1 },
      jobs: { First: others, Second: { duration: 2 * HOUR } },
    });
    const app = synthesize((root) => {
      const stack = new Stack(root, 'App');
      batchJob(stack, 'First', { timeout: Duration.hours(48) });
      batchJob(stack, 'Second', { timeout: Duration.hours(48), outputPrefix: 'second' });
    });
    const { ok, stacks } = await rehearsal.deploy(app);
    expect(ok).toBe(true);
    const arns = rehearsal.bedrock.jobs.map(({ arn }) => arn);
    const { FirstModelInvocationJobArn, SecondModelInvocationJobArn } = stacks.App.outputs;
    expect([FirstModelInvocationJobArn, SecondModelInvocationJobArn].sort()).toEqual([...arns].sort());

    const update = await rehearsal.deploy(
      synthesize((root) => {
        const stack = new Stack(root, 'App');
        stack.tags.setTag('team', 'research');
        batchJob(stack, 'First', { timeout: Duration.hours(48) });
        batchJob(stack, 'Second', { timeout: Duration.hours(48), outputPrefix: 'second' });
      }),
    );
    expect(update.ok).toBe(true);
    expect(rehearsal.bedrock.jobs).toHaveLength(2);
    expect((await rehearsal.destroy(app)).ok).toBe(true);
  });
});
