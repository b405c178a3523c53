import { Duration } from 'aws-cdk-lib';
import { cleanUp } from './deployment';
import { again, appWith, conditionEventsOf, deployed, failuresOf, HOUR, lasting, statusesOf } from './long-batch-job';
import type { Rehearsal, RehearsalResult } from '../../rehearsal/rehearsal';

afterEach(cleanUp);

/** The seconds from a stack's failure to its being what it was before. */
function rollbackSeconds({ stacks }: RehearsalResult): number {
  const { events } = stacks.App;
  const began = events.find(({ status }) => /ROLLBACK_IN_PROGRESS$/.test(status))!;
  return (events.at(-1)!.at - began.at) / 1000;
}

const underWay = ({ executions }: Rehearsal) => executions.filter(({ status }) => status === 'RUNNING');

/** Lets something happen so many hours after now. */
const inHours = (rehearsal: Rehearsal, hours: number, action: () => unknown) =>
  rehearsal.at(rehearsal.elapsedMs / 1000 + hours * HOUR, action);

describe('an update that fails', () => {
  test('rolls back to the job before, which nobody runs again, within seconds', async () => {
    const rehearsal = await deployed();
    const result = await rehearsal.deploy(again(), {
      jobs: { Batch: { duration: 5 * HOUR, failure: 'The model is overloaded' } },
    });
    await rehearsal.settle();
    const { stacks } = result;

    expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(failuresOf(stacks.App)[0]).toContain('ended as Failed: The model is overloaded');
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Failed']);
    expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(rehearsal.bedrock.jobs[0].arn);
    expect(rollbackSeconds(result)).toBeLessThanOrEqual(10);
  });

  test('with three conditions is deployed again as it is, and needs no rerunKey', async () => {
    const longer = { timeout: Duration.hours(72), outputPrefix: 'again' };
    const rehearsal = await deployed();
    const failed = await rehearsal.deploy(appWith(longer), {
      jobs: { Batch: { duration: 30 * HOUR, failure: 'The model is overloaded' } },
    });
    expect(conditionEventsOf(failed.stacks.App).filter((event) => event === 'CREATE_COMPLETE').length).toBeGreaterThan(
      2,
    );
    const { ok, stacks, elapsedMs } = await rehearsal.deploy(appWith(longer), {
      jobs: { Batch: { duration: 30 * HOUR } },
    });

    expect(ok).toBe(true);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Failed', 'Completed']);
    expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(rehearsal.bedrock.jobs[2].arn);
    expect(elapsedMs / 1000).toBeGreaterThan(30 * HOUR);
  });

  test('and goes back to the job before that, while what it has signalled for is not forgotten', async () => {
    const rehearsal = await deployed();
    await rehearsal.deploy(again(), { jobs: { Batch: { duration: 5 * HOUR, failure: 'Overloaded' } } });
    const { ok, elapsedMs } = await rehearsal.deploy(appWith({ maxErrorRecords: 7 }));

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeLessThan(300);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Failed']);
  });
});

test('a creation that fails is made again as it is, with another job', async () => {
  const rehearsal = lasting(5, { jobs: { Batch: { duration: 5 * HOUR, failure: 'Overloaded' } } });
  const app = appWith();
  expect((await rehearsal.deploy(app)).stacks.App.status).toBe('ROLLBACK_COMPLETE');
  const { ok, elapsedMs } = await rehearsal.deploy(app, { jobs: { Batch: { duration: 5 * HOUR } } });

  expect(ok).toBe(true);
  expect(statusesOf(rehearsal)).toEqual(['Failed', 'Completed']);
  expect(elapsedMs / 1000).toBeGreaterThan(5 * HOUR);
});

describe('a request that comes back', () => {
  test('has its old job at once, and waits for nothing', async () => {
    const rehearsal = await deployed();
    expect((await rehearsal.deploy(again())).ok).toBe(true);
    const { ok, stacks, elapsedMs } = await rehearsal.deploy(appWith());

    expect(ok).toBe(true);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
    expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(rehearsal.bedrock.jobs[0].arn);
    expect(elapsedMs / 1000).toBeLessThan(300);
  });

  test('while the other one runs, which nobody waits for, has its old job at once; the other one is stopped', async () => {
    const rehearsal = await deployed();
    const unattended = appWith({ outputPrefix: 'again', waitForCompletion: false });
    await rehearsal.deploy(unattended, { jobs: { Batch: { duration: 30 * HOUR } } });
    const { ok, stacks, elapsedMs } = await rehearsal.deploy(appWith());

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeLessThan(300);
    expect(stacks.App.outputs.BatchModelInvocationJobArn).toBe(rehearsal.bedrock.jobs[0].arn);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Stopped']);
  });

  test('after the answer to a signal was lost is deployed as if it had come', async () => {
    const faults = [{ operation: 'SignalResource', effect: 'lost-response' as const, times: 3 }];
    const rehearsal = await deployed(appWith(), { faults });
    expect((await rehearsal.deploy(again())).ok).toBe(true);
    expect((await rehearsal.deploy(appWith())).ok).toBe(true);
    await rehearsal.settle();

    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
    expect(rehearsal.executions.filter(({ status }) => status === 'FAILED')).toHaveLength(0);
    expect(underWay(rehearsal)).toHaveLength(0);
  });

  test('after a revert while the other one ran has conditions that only its own job lets go', async () => {
    const rehearsal = await deployed();
    const other = again();
    inHours(rehearsal, 5, () => rehearsal.cancelUpdate('App'));
    const cancelled = await rehearsal.deploy(other, { jobs: { Batch: { duration: 30 * HOUR } } });
    expect(cancelled.stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    const { ok, elapsedMs } = await rehearsal.deploy(other, { jobs: { Batch: { duration: 30 * HOUR } } });

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeGreaterThan(30 * HOUR);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Stopped', 'Completed']);
  });
});

test('an update that is cancelled in hour 5 stops the job, and nothing goes on', async () => {
  const rehearsal = await deployed();
  inHours(rehearsal, 5, () => rehearsal.cancelUpdate('App'));
  const result = await rehearsal.deploy(again(), { jobs: { Batch: { duration: 30 * HOUR } } });
  const { stacks } = result;

  expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(statusesOf(rehearsal)).toEqual(['Completed', 'Stopped']);
  await rehearsal.settle();
  expect(underWay(rehearsal)).toHaveLength(0);
});
