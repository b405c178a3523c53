import { FakeExecutions } from './fake-executions';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { deleteEvent } from './job-events';
import type { Job } from '../../lambda/job-kind';
import { Operation } from '../../lambda/operation';
import { stopJob as stop } from '../../lambda/stop-job';
import { firstTick, type Progress } from '../../lambda/tick';

const clock = new Clock();

const stopJob = (kind: FakeJobKind, job: Job, progress: Progress = {}) => {
  const tick = { ...firstTick(deleteEvent(job.arn), clock.now), progress };
  const world = { kind, executions: new FakeExecutions(), clock: () => clock.now, random: () => 0 };
  return stop(new Operation(tick, world), job);
};

async function running(kind: FakeJobKind) {
  kind.add('compile-1');
  return (await kind.find('compile-1'))!;
}

test('a job that runs is stopped', async () => {
  const kind = new FakeJobKind(clock);
  await stopJob(kind, await running(kind));

  expect(kind.phases).toEqual({ 'compile-1': 'stopping' });
});

test.each(['ended', 'not-found'] as const)('a job that is %s in the meantime needs no stopping', async (fault) => {
  const kind = new FakeJobKind(clock);
  kind.fail('stop', new ServiceError(fault, 'too late'));

  await expect(stopJob(kind, await running(kind))).resolves.toBeUndefined();
});

test.each(['denied', 'refused', 'unknown'] as const)(
  'a job that has ended needs no stopping, in whatever words the service says so: %s',
  async (fault) => {
    const kind = new FakeJobKind(clock);
    const job = await running(kind);
    kind.addEnded('compile-1', 'completed');
    kind.fail('stop', new ServiceError(fault, 'no'));

    await expect(stopJob(kind, job)).resolves.toBeUndefined();
    expect(kind.callsOf('describe')).toHaveLength(1);
  },
);

test.each([
  ['busy', 0],
  ['denied', 0],
  ['refused', 2],
  ['unknown', 2],
] as const)('fails with any other error while it runs: %s, after %i tries', async (fault, setbacks) => {
  const kind = new FakeJobKind(clock);
  kind.fail('stop', new ServiceError(fault, 'no'));

  await expect(stopJob(kind, await running(kind), { setbacks })).rejects.toThrow('no');
});

test.each(['refused', 'unknown'] as const)(
  'is tried again where the service says %s of a job that seems to run: what it shows may be old',
  async (fault) => {
    const kind = new FakeJobKind(clock);
    kind.fail('stop', new ServiceError(fault, 'no'));

    expect(await stopJob(kind, await running(kind), { setbacks: 1 })).toEqual({
      waitSeconds: 5,
      progress: { setbacks: 2, setback: 'ServiceError: no' },
    });
  },
);
