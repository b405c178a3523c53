import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { stopJob } from '../../lambda/stop-job';

const clock = new Clock();

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

test.each(['busy', 'denied', 'refused', 'unknown'] as const)(
  'fails with any other error while it runs: %s',
  async (fault) => {
    const kind = new FakeJobKind(clock);
    kind.fail('stop', new ServiceError(fault, 'no'));

    await expect(stopJob(kind, await running(kind))).rejects.toThrow('no');
  },
);
