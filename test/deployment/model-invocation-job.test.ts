import { cleanUp, newRehearsal } from './deployment';
import { appWith, failuresOf, lasting, statusesOf } from './long-batch-job';

afterEach(cleanUp);

describe('a role that has not propagated yet', () => {
  test.each(['refused', 'failed-job'] as const)('shows as %s, and is waited for', async (symptom) => {
    const rehearsal = newRehearsal({ rolePropagation: { seconds: 60, symptom } });
    const { ok } = await rehearsal.deploy(appWith());

    expect(ok).toBe(true);
    expect(statusesOf(rehearsal).filter((status) => status === 'Completed')).toHaveLength(1);
  });
});

describe('failed records', () => {
  test.each([
    [5, true],
    [6, false],
  ])('%i of them, where five may fail: succeeds %s', async (errorRecords, succeeds) => {
    const rehearsal = lasting(1, { jobs: { Batch: { errorRecords } } });
    const { ok, stacks } = await rehearsal.deploy(appWith({ maxErrorRecords: 5 }));

    expect(ok).toBe(succeeds);
    const job = rehearsal.bedrock.jobs[0];
    expect(failuresOf(stacks.App)).toEqual(
      succeeds
        ? []
        : [
            expect.stringContaining(
              `The batch inference job ended as Completed: 6 of 1000 records failed, and maxErrorRecords is 5 | Hint: look at the 'error' of the failed records: what a record's modelInput says is checked when it is processed | Job: ${job.arn} | Results: s3://answers/batch/${job.id}/`,
            ),
          ],
    );
  });

  test('all of them fail the deployment, even if nobody set a limit', async () => {
    const rehearsal = lasting(1, { jobs: { Batch: { errorRecords: 1000 } } });
    const { ok, stacks } = await rehearsal.deploy(appWith());

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)[0]).toContain('ended as Completed: 1000 of 1000 records failed');
  });

  test('can be accepted afterwards, without another job', async () => {
    const rehearsal = lasting(1);
    await rehearsal.deploy(appWith());
    const strict = await rehearsal.deploy(appWith({ outputPrefix: 'again', maxErrorRecords: 5 }), {
      jobs: { Batch: { errorRecords: 6 } },
    });
    expect(strict.ok).toBe(false);
    const lenient = await rehearsal.deploy(appWith({ outputPrefix: 'again', maxErrorRecords: 6 }));

    expect(lenient.ok).toBe(true);
    expect(rehearsal.bedrock.jobs).toHaveLength(2);
  });

  test.each([
    [false, false],
    [true, true],
  ])('partial completion, accepted %s: succeeds %s', async (acceptPartialCompletion, succeeds) => {
    const rehearsal = lasting(1, { jobs: { Batch: { processedRecords: 700 } } });
    const { ok, stacks } = await rehearsal.deploy(appWith({ acceptPartialCompletion }));

    expect(ok).toBe(succeeds);
    expect(succeeds ? stacks.App.outputs.Succeeded : failuresOf(stacks.App)[0]).toContain(
      succeeds ? '700' : 'ended as PartiallyCompleted: only 700 of 1000 records were processed in time',
    );
  });
});
