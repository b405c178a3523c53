import { A, B, ensuredJobs, SPEC_TAG, succeeded } from './ensured-jobs';
import { arnOf, ServiceError } from './fake-job-kind';
import type { JobProperties } from '../../src/contract';

let { clock, kind, specFor, nameOf, create, update, secondsOf } = ensuredJobs();

beforeEach(() => ({ clock, kind, specFor, nameOf, create, update, secondsOf } = ensuredJobs()));

describe('what becomes of a job', () => {
  const ROLE = 'ClientError: unable to assume the role';
  const failing = { seconds: 10, end: 'failed', reason: ROLE, stopSeconds: 20 } as const;

  test('that was adopted and is gone: another is created', async () => {
    kind.add(nameOf(A), {}, { team: 'vision' });
    const execution = create();
    await execution.until(() => execution.last.progress.arn !== undefined);
    expect(execution.last.progress).not.toHaveProperty('createdAt');
    kind.forget(nameOf(A));

    expect(await execution.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('that was found after a lost Create call, and fails for its role: the next attempt is made', async () => {
    kind.run = failing;
    kind.lose('create');
    const execution = create();
    await execution.until(() => execution.last.progress.arn !== undefined);
    expect(execution.last.progress.createdAt).toBe('2030-01-01T00:00:00.000Z');
    kind.run = { ...kind.run, seconds: 600, end: 'completed' };

    expect(await execution.toAnswer()).toEqual(succeeded(nameOf(A, 2)));
  });

  test.each([
    ['is known: the next attempt is made', true, 'SUCCESS'],
    ['is not known: it is told', false, 'FAILED'],
  ])('that has failed for its role in time, was looked at late, and whose end %s', async (_, tellsEnds, status) => {
    kind.run = failing;
    kind.tellsEnds = tellsEnds;
    const execution = create();
    await execution.until(() => kind.callsOf('create').length === 1);
    clock.advance(600);
    kind.run = { ...kind.run, seconds: 60, end: 'completed' };

    expect((await execution.toAnswer()).Status).toBe(status);
  });

  test('that was found for the next attempt, and has failed for its role before: it is not taken for a new one', async () => {
    kind.run = failing;
    const execution = create();
    await execution.until(() => kind.callsOf('create').length === 1);
    await execution.until(() => execution.last.progress.name === undefined);
    expect(execution.last.progress).not.toHaveProperty('createdAt');
    kind.add(nameOf(A, 2), failing);

    expect((await execution.toAnswer()).Status).toBe('FAILED');
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('that nobody waits for, and that has failed for its role: the next attempt is made', async () => {
    kind.run = failing;
    const execution = create({ WaitForCompletion: 'false' });
    await execution.until(() => kind.callsOf('create').length === 1);
    clock.advance(10);
    kind.run = { ...kind.run, seconds: 600, end: 'completed' };

    expect(await execution.toAnswer()).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: arnOf(nameOf(A, 2)),
    });
  });

  test('that is being stopped already when its update is taken back: its end is waited for', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    kind.add(nameOf(B), { seconds: 100_000, stopSeconds: 90 });
    kind.stopByHand(nameOf(B));

    expect(await secondsOf(() => update(id, B, A).toAnswer())).toBe(90);
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('whose attempt has the last number that there is room for: it is made', async () => {
    for (let attempt = 1; attempt <= 98; attempt++) kind.addEnded(nameOf(A, attempt), 'failed');

    expect(await create().toAnswer()).toEqual(succeeded(nameOf(A, 99)));
  });

  test.each([
    ['busy', 'SUCCESS', 2],
    ['refused', 'SUCCESS', 2],
    ['unknown', 'SUCCESS', 2],
  ] as const)(
    'that has failed under a name of its own, where the deletion of its record is %s: %s',
    async (fault, Status, deletions) => {
      const named = { JobName: 'shop-model' };
      kind.addEnded('shop-model', 'failed', { [SPEC_TAG]: specFor(named).key });
      kind.fail('deleteRecord', new ServiceError(fault, 'not now'));

      expect((await create(named).toAnswer()).Status).toBe(Status);
      expect(kind.callsOf('deleteRecord')).toHaveLength(deletions);
    },
  );

  test.each([
    [59, 'SUCCESS'],
    [66, 'FAILED'],
  ])('whose tags are not shown for %i seconds, under a name of its own: %s', async (seconds, Status) => {
    const named = { JobName: 'shop-model' };
    kind.lose('create');
    const listTags = jest.spyOn(kind, 'listTags');
    const shownAt = clock.now.getTime() + seconds * 1000;
    listTags.mockImplementation(async () => (clock.now.getTime() < shownAt ? {} : { ...kind.tags('shop-model') }));

    expect((await create(named).toAnswer()).Status).toBe(Status);
    expect(kind.callsOf('create')).toHaveLength(1);
  });
});

describe('the tags of a job that has ended', () => {
  const tagged = (Tags: Record<string, string>): Partial<JobProperties> => ({
    Request: { Model: 's3://models/1.tar.gz', Tags },
  });

  test('are not looked at in the rollback of an update that does not change them', async () => {
    kind.tagsOfEnded = new ServiceError('refused', 'the job has ended');
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    const B2 = { Request: { Model: 's3://models/2.tar.gz', Tags: { team: 'vision' } } };

    expect(await update(id, B2, A).toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.calls.filter(([call]) => call.endsWith('Tags'))).toEqual([]);
  });

  test.each(['refused', 'not-found', 'denied', 'unknown', 'busy'] as const)(
    'stay as they are where the service says that they are %s, which is on record',
    async (fault) => {
      kind.tagsOfEnded = new ServiceError(fault, 'the job has ended');
      const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
      const execution = update(id, tagged({ team: 'vision' }), tagged({ team: 'audio' }));

      expect(await execution.toAnswer()).toEqual(succeeded(nameOf(A)));
      expect(execution.last.progress).toMatchObject({ leavesTags: true, setback: 'ServiceError: the job has ended' });
      kind.tagsOfEnded = undefined;
      expect(kind.tags(nameOf(A))).toEqual({ team: 'vision' });
    },
  );

  test('are set where they can be set, though they cannot be read', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision', cost: '1' });
    kind.fail('listTags', new ServiceError('refused', 'the job has ended'));
    const execution = update(id, tagged({ team: 'vision', cost: '1' }), tagged({ team: 'audio' }));

    expect(await execution.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.tags(nameOf(A))).toEqual({ team: 'audio' });
    expect(execution.last.progress).not.toHaveProperty('leavesTags');
  });

  test('are given up where the job has ended since it was looked at, and not where it still runs', async () => {
    const change = [tagged({ team: 'vision' }), { ...tagged({ team: 'audio' }), WaitForCompletion: 'false' as const }];
    const id = kind.add(nameOf(A), { seconds: 100 });
    kind.fail('listTags', new ServiceError('refused', 'no'));
    expect(await update(id, change[0], change[1]).toAnswer()).toMatchObject({ Status: 'FAILED' });

    kind.fail('listTags', new ServiceError('refused', 'no'));
    jest.spyOn(kind, 'listTags').mockImplementationOnce(async () => {
      clock.advance(100);
      throw new ServiceError('refused', 'no');
    });
    expect(await update(id, change[0], change[1]).toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });
});
