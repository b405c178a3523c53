import { CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import type { Rehearsal, RehearsalOptions, StackResult } from '../../rehearsal/rehearsal';
import { BatchInferenceInput, type ModelInvocationJobProps } from '../../src';
import { batchJob } from '../src/sample-batch-job';
import { bucketNamed } from '../src/sample-job';

afterEach(cleanUp);

const HOUR = 3600;
const MOST_HISTORY_EVENTS = 25_000;

/** An app with one stack `App` and one job `Batch`, which may take two days. */
const appWith = (props: Partial<ModelInvocationJobProps> = {}, also: (stack: Stack) => void = () => undefined) =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const job = batchJob(stack, 'Batch', { timeout: Duration.hours(48), outputPrefix: 'batch', ...props });
    if (props.waitForCompletion !== false) new CfnOutput(stack, 'Succeeded', { value: job.successRecordCount });
    also(stack);
  });

/** A rehearsal in which the job takes so many hours. */
const lasting = (hours: number, options: RehearsalOptions = {}) =>
  newRehearsal({ ...options, jobs: { Batch: { duration: hours * HOUR, ...options.jobs?.Batch } } });

const ticksOf = ({ executions }: Rehearsal) => executions.reduce((sum, { ticks }) => sum + ticks, 0);
const longestHistoryOf = ({ executions }: Rehearsal) => Math.max(...executions.map((one) => one.historyEvents));
const statusesOf = ({ bedrock }: Rehearsal) => bedrock.jobs.map(({ status }) => status);
const conditionOf = (stack: StackResult) =>
  eventsOf(stack, /^BatchWaitCondition/).filter((event) => event.startsWith('CREATE_FAILED'));

/** The seconds from the creation of the first job to the moment in which its resource with the results is there. */
function lagOf({ bedrock }: Rehearsal, stack: StackResult, seconds: number): number {
  const result = stack.events.find(
    (event) => /^BatchWaitResult/.test(event.logicalId) && /COMPLETE$/.test(event.status),
  )!;
  return (result.at - bedrock.jobs[0].createdAt) / 1000 - seconds;
}

describe('a job of any length', () => {
  test.each([
    ['20 minutes', 20 / 60, 100, 1],
    ['3 hours', 3, 150, 1],
    ['30 hours', 30, 500, 3],
  ])('of %s ends with the right outputs, after few ticks', async (_, hours, mostTicks, watchesAtWork) => {
    const rehearsal = lasting(hours);
    const { ok, stacks } = await rehearsal.deploy(appWith());

    expect(ok).toBe(true);
    const [job] = rehearsal.bedrock.jobs;
    expect(stacks.App.outputs).toEqual({
      BatchModelInvocationJobArn: job.arn,
      BatchOutputUri: `s3://answers/batch/${job.id}/`,
      Succeeded: '1000',
    });
    expect(rehearsal.bedrock.jobs).toHaveLength(1);
    expect(ticksOf(rehearsal)).toBeLessThan(mostTicks);
    expect(rehearsal.executions.filter(({ name, ticks }) => /Watch/.test(name) && ticks > 3)).toHaveLength(
      watchesAtWork,
    );
    expect(lagOf(rehearsal, stacks.App, hours * HOUR)).toBeLessThan(Math.max(60, 0.06 * hours * HOUR));
  });

  test('of 168 hours keeps each execution far below what Step Functions allows', async () => {
    const rehearsal = lasting(167);
    const { ok } = await rehearsal.deploy(appWith({ timeout: Duration.hours(168) }));

    expect(ok).toBe(true);
    expect(longestHistoryOf(rehearsal)).toBeLessThan(MOST_HISTORY_EVENTS / 10);
    expect(ticksOf(rehearsal)).toBeLessThan(2_300);
  });

  test('needs no handle for longer than CloudFormation takes its signals', async () => {
    const rehearsal = lasting(30);
    await rehearsal.deploy(appWith());

    expect(rehearsal.answers.filter(({ ignored }) => ignored !== undefined)).toEqual([]);
  });

  test('that fails after 30 hours rolls the stack back with what the service says', async () => {
    const failure = 'The model returned an unexpected error';
    const rehearsal = lasting(30, { jobs: { Batch: { failure } } });
    const { ok, stacks } = await rehearsal.deploy(appWith());

    expect(ok).toBe(false);
    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    const [job] = rehearsal.bedrock.jobs;
    expect(conditionOf(stacks.App)).toEqual([
      expect.stringContaining(
        `The batch inference job ended as Failed: ${failure} | Job: ${job.arn} | Results: s3://answers/batch/${job.id}/ (a failed record has an 'error' in its line)`,
      ),
    ]);
  });

  test('that fails while it is validated fails as a resource, before anything waits', async () => {
    const rehearsal = newRehearsal({ jobs: { Batch: { duration: 60, failure: 'The input has no records' } } });
    const { stacks } = await rehearsal.deploy(appWith());

    expect(eventsOf(stacks.App, /^Batch\w{8}$/)[1]).toContain('ended as Failed: The input has no records');
    expect(eventsOf(stacks.App, /^BatchWait/)).toEqual([]);
  });

  test('that is not waited for is left to itself', async () => {
    const rehearsal = lasting(30);
    const { ok, elapsedMs } = await rehearsal.deploy(appWith({ waitForCompletion: false }));

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeLessThan(180);
    expect(statusesOf(rehearsal)).not.toContain('Completed');
  });

  test('that is waited for by its own resource needs no other', async () => {
    const rehearsal = lasting(0.5);
    const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.minutes(50) }));

    expect(ok).toBe(true);
    expect(eventsOf(stacks.App, /^BatchWait/)).toEqual([]);
    expect(stacks.App.outputs.Succeeded).toBe('1000');
  });
});

describe('the end of the wait', () => {
  test('stops the job, and fails saying so', async () => {
    const rehearsal = lasting(30);
    const { stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.hours(14) }));

    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    expect(conditionOf(stacks.App)).toEqual([
      expect.stringMatching(
        /The batch inference job had not ended by 2030-01-01T14:\d\d:\d\d\.\d{3}Z, so it was stopped \| Job: arn:/,
      ),
    ]);
    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
  });

  test('deletion of the stack in hour 5 stops the job within a tick', async () => {
    const rehearsal = lasting(30);
    const app = appWith();
    let stoppedAfter = 0;
    rehearsal.at(5 * HOUR, async () => {
      const requested = rehearsal.clock.now();
      void rehearsal.destroy(app);
      rehearsal.at(
        () => rehearsal.bedrock.jobs[0].status !== 'InProgress',
        () => (stoppedAfter = (rehearsal.clock.now() - requested) / 1000),
      );
    });
    await rehearsal.deploy(app);
    await rehearsal.settle();

    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
    expect(stoppedAfter).toBeGreaterThan(0);
    expect(stoppedAfter).toBeLessThan(300);
    expect(rehearsal.executions.filter(({ status }) => status === 'RUNNING')).toEqual([]);
  });
});

describe('an update', () => {
  const deployed = async (app = appWith(), options: RehearsalOptions = {}) => {
    const rehearsal = lasting(3, options);
    expect((await rehearsal.deploy(app)).ok).toBe(true);
    return rehearsal;
  };

  test('of the request runs a new job, waits for it, and leaves the old results alone', async () => {
    const rehearsal = await deployed();
    const { ok, stacks, elapsedMs } = await rehearsal.deploy(appWith({ outputPrefix: 'again' }));

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
  ])('of %s runs no job, and takes minutes at most', async (_, props, also) => {
    const rehearsal = await deployed();
    const { ok, elapsedMs } = await rehearsal.deploy(appWith(props, also));

    expect(ok).toBe(true);
    expect(rehearsal.bedrock.jobs).toHaveLength(1);
    expect(elapsedMs / 1000).toBeLessThan(300);
  });

  test('that fails rolls back to the job before, which nobody runs again', async () => {
    const app = appWith();
    const rehearsal = await deployed(app);
    const { ok, stacks } = await rehearsal.deploy(appWith({ outputPrefix: 'again' }), {
      jobs: { Batch: { duration: 5 * HOUR, failure: 'The model is overloaded' } },
    });
    await rehearsal.settle();

    expect(ok).toBe(false);
    expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(conditionOf(stacks.App)[0]).toContain('ended as Failed: The model is overloaded');
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Failed']);
    expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(rehearsal.bedrock.jobs[0].arn);
  });

  test('that is cancelled while the job runs stops the job', async () => {
    const rehearsal = await deployed();
    rehearsal.at(rehearsal.elapsedMs / 1000 + HOUR, () => rehearsal.cancelUpdate('App'));
    const { stacks } = await rehearsal.deploy(appWith({ outputPrefix: 'again' }));
    await rehearsal.settle();

    expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Stopped']);
  });

  describe('through a parameter alone', () => {
    const app = () =>
      synthesize((root) => {
        const stack = new Stack(root, 'App');
        const key = new CfnParameter(stack, 'Input', { default: 'monday' }).valueAsString;
        batchJob(stack, 'Batch', {
          input: BatchInferenceInput.fromBucket(bucketNamed(stack, 'records'), `${key}.jsonl`),
          timeout: Duration.hours(48),
        });
      });

    test('is waited for by the resource that has the results', async () => {
      const rehearsal = await deployed(app(), { jobs: { Batch: { duration: 40 * 60 } } });
      const { ok, stacks } = await rehearsal.deploy(app(), { parameters: { Input: 'tuesday' } });

      expect(ok).toBe(true);
      expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
      const [, job] = rehearsal.bedrock.jobs;
      expect(job.request).toMatchObject({
        inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://records/tuesday.jsonl' } },
      });
      expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(job.arn);
    });

    test('that takes longer than this resource can wait is stopped, and says what to do', async () => {
      const rehearsal = await deployed(app());
      const { stacks } = await rehearsal.deploy(app(), { parameters: { Input: 'tuesday' } });
      await rehearsal.settle();

      expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(statusesOf(rehearsal)).toEqual(['Completed', 'Stopped']);
      expect(eventsOf(stacks.App, /^BatchWaitResult/)[1]).toContain(
        'had not ended after 3300 seconds (a job that changes only because a parameter of the stack does is waited for no longer: change its rerunKey, too), so it was stopped',
      );
    });
  });
});

describe('the quota of the account', () => {
  const appOfTwenty = () =>
    synthesize((app) => {
      const stack = new Stack(app, 'App');
      for (let number = 1; number <= 20; number++) {
        batchJob(stack, `Batch${number}`, { timeout: Duration.hours(48), outputPrefix: `batch${number}` });
      }
    });

  test.each([
    ['20 minutes', 20 / 60],
    ['3 hours', 3],
  ])('of ten jobs lets twenty jobs of %s complete, ten at a time', async (_, hours) => {
    const rehearsal = newRehearsal({ quotas: { modelInvocationJobs: 10 }, jobs: { '*': { duration: hours * HOUR } } });
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
    expect(eventsOf(stacks.App, /WaitCondition/).join('\n')).toMatch(
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

describe('a role that IAM has not spread yet', () => {
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
    expect(conditionOf(stacks.App)).toEqual(
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
    expect(conditionOf(stacks.App)[0]).toContain('ended as Completed: 1000 of 1000 records failed');
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
    expect(succeeds ? stacks.App.outputs.Succeeded : conditionOf(stacks.App)[0]).toContain(
      succeeds ? '700' : 'ended as PartiallyCompleted: only 700 of 1000 records were processed in time',
    );
  });
});
