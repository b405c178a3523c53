import { A, ensuredJobs, SPEC_TAG, succeeded } from './ensured-jobs';
import { arnOf, ServiceError } from './fake-job-kind';

let { kind, specFor, create, update } = ensuredJobs();

beforeEach(() => ({ kind, specFor, create, update } = ensuredJobs()));

describe('a name that the user chose', () => {
  const named = { ...A, JobName: 'shop-model' };
  const own = () => ({ team: 'vision', [SPEC_TAG]: specFor(named).key });

  test('is the name of the job, which bears the key of its spec as a tag', async () => {
    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('create')).toEqual([
      ['shop-model', { Model: 's3://models/1.tar.gz' }, own(), specFor(named).key],
    ]);
  });

  test.each(['running', 'completed'] as const)('adopts a job of the same spec that is %s', async (phase) => {
    if (phase === 'running') kind.add('shop-model', {}, own());
    else kind.addEnded('shop-model', 'completed', own());

    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('keeps the tag of the spec when tags change', async () => {
    const id = kind.addEnded('shop-model', 'completed', own());
    await update(id, named, { ...named, Request: { Model: 's3://models/1.tar.gz' } }).toAnswer();

    expect(kind.tags('shop-model')).toEqual({ [SPEC_TAG]: specFor(named).key });
  });

  test('makes room by removing the record of its own failed attempt', async () => {
    kind.addEnded('shop-model', 'failed', own());

    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('deleteRecord')).toEqual([['shop-model']]);
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('waits for its own attempt that is being stopped, and makes room then', async () => {
    kind.add('shop-model', { seconds: 100_000, stopSeconds: 60 }, own());
    kind.stopByHand('shop-model');
    kind.run = { ...kind.run, seconds: 100 };

    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('deleteRecord')).toEqual([['shop-model']]);
  });

  test('makes room for the next attempt when the role has not propagated yet', async () => {
    kind.run = { ...kind.run, seconds: 3, end: 'failed', reason: 'unable to assume the role' };
    const execution = create(named);
    await execution.until(() => kind.callsOf('deleteRecord').length === 1);
    kind.run = { ...kind.run, seconds: 100, end: 'completed' };

    expect(await execution.toAnswer()).toEqual(succeeded('shop-model'));
  });

  test('fails after a failed attempt of a kind whose records cannot be deleted', async () => {
    kind.addEnded('shop-model', 'failed', own());
    kind.deleteRecord = undefined;

    expect((await create(named).toAnswer()).Reason).toBe(
      `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${arnOf('shop-model')} | Logs: the log of shop-model | The name 'shop-model' cannot be used again: choose another name, or none`,
    );
  });

  test('fails in the end where the record of a failed attempt does not go', async () => {
    kind.addEnded('shop-model', 'failed', own());
    kind.recordsInUse = Infinity;
    const { Status, Reason } = await create(named).toAnswer();

    expect(Status).toBe('FAILED');
    expect(Reason).toContain("The name 'shop-model' cannot be used again: choose another name, or none");
  });

  test.each([
    ['refused', 3],
    ['unknown', 3],
    ['denied', 18],
  ] as const)(
    'fails where the deletion of that record is %s, %i times, and says of which job',
    async (fault, tries) => {
      kind.addEnded('shop-model', 'failed', own());
      kind.fail('deleteRecord', new ServiceError(fault, 'a policy keeps it'), Infinity);

      expect(await create(named).toAnswer()).toEqual({
        Status: 'FAILED',
        Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${arnOf('shop-model')} | Logs: the log of shop-model | The name 'shop-model' cannot be used again: choose another name, or none | ServiceError: a policy keeps it`,
        PhysicalResourceId: 'cdk-ml-jobs:not-started',
      });
      expect(kind.callsOf('deleteRecord')).toHaveLength(tries);
    },
  );

  test.each([
    ['of another spec', { [SPEC_TAG]: '0123456789ab' }],
    ['of somebody else', {}],
  ])('fails when it is that of a job %s, which is not touched', async (_, tags) => {
    const arn = kind.add('shop-model', { seconds: 100_000 }, tags as Record<string, string>);

    expect(await create(named).toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job 'shop-model' exists already and was made from another request, or by a resource with another logical id (${arn}): choose another name, leave the name out, or delete that job`,
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
    expect(kind.phases).toEqual({ 'shop-model': 'running' });
    expect(kind.tags('shop-model')).toEqual(tags);
  });

  test.each(['refused', 'not-found', 'denied'] as const)(
    'is told by the token of the job where its tags are %s',
    async (fault) => {
      kind.tellsTokens = true;
      kind.tagsOfEnded = new ServiceError(fault, 'the job has ended');
      const id = kind.addEnded('shop-model', 'completed', own(), specFor(named).key);
      const changed = { ...named, Request: { Model: 's3://models/2.tar.gz' } };

      expect(await update(id, named, changed).toAnswer()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: id });
      expect(await update(id, changed, named).toAnswer()).toEqual(succeeded('shop-model'));
      expect(kind.callsOf('create')).toEqual([]);
    },
  );

  test('needs no tags where the resource holds the ARN, and the request is the same', async () => {
    kind.tagsOfEnded = new ServiceError('refused', 'the job has ended');
    const id = kind.addEnded('shop-model', 'completed', own());

    expect(await update(id, named, { ...named, WaitSeconds: '60' }).toAnswer()).toEqual(succeeded('shop-model'));
  });

  test.each([
    ['another name', { JobName: 'shop-model-2' }],
    ['a generated name', { JobName: undefined }],
  ])('needs no tags where an update to %s is taken back', async (_, other) => {
    kind.tagsOfEnded = new ServiceError('refused', 'the job has ended');
    const id = kind.addEnded('shop-model', 'completed', own());
    const changed = { ...named, ...other, Request: { Model: 's3://models/2.tar.gz' } };
    kind.addEnded('shop-model-2', 'failed');

    expect(await update(id, changed, named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('create')).toEqual([]);
    expect(kind.phases).toEqual({ 'shop-model': 'completed', 'shop-model-2': 'failed' });
  });

  test('is ended where its update is taken back only if its tags say whose it is', async () => {
    const id = kind.addEnded('shop-model', 'completed', own());
    const changed = { ...named, JobName: 'shop-model-2' };
    kind.add('shop-model-2', { seconds: 100_000 }, { [SPEC_TAG]: specFor(changed).key });
    kind.fail('listTags', new ServiceError('busy', 'throttled'), 12);

    expect(await update(id, changed, named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.phases).toEqual({ 'shop-model': 'completed', 'shop-model-2': 'stopped' });
  });

  describe('that an update was to which is taken back', () => {
    const changed = { ...named, JobName: 'shop-model-2' };
    const tagsOf = (name: string) => kind.callsOf('listTags').filter(([arn]) => String(arn).endsWith(`/${name}`));
    let id: string;

    beforeEach(() => {
      id = kind.addEnded('shop-model', 'completed', own());
      kind.add('shop-model-2', { seconds: 100_000 }, { [SPEC_TAG]: specFor(changed).key });
    });

    test('is looked at again where its job has no tags: it may have ended, and be shown as running for a moment', async () => {
      // those of the job that stays, and two times those of the other
      kind.fail('listTags', new ServiceError('not-found', 'there is no such job'), 3);

      expect(await update(id, changed, named).toAnswer()).toEqual(succeeded('shop-model'));
      expect(kind.phases).toEqual({ 'shop-model': 'completed', 'shop-model-2': 'stopped' });
    });

    test('fails the rollback where nothing ever tells whose job it is that runs', async () => {
      kind.fail('listTags', new ServiceError('not-found', 'there is no such job'), Infinity);

      expect(await update(id, changed, named).toAnswer()).toMatchObject({
        Status: 'FAILED',
        Reason: expect.stringContaining('there is no such job') as string,
      });
      expect(tagsOf('shop-model-2')).toHaveLength(3);
      expect(kind.phases).toEqual({ 'shop-model': 'completed', 'shop-model-2': 'running' });
    });
  });

  test.each([
    ['asks a busy service for its tags six times', { WaitSeconds: '60' }, 6],
    ['asks for them once where they are denied', { WaitSeconds: '60' }, 1],
  ])('%s where the resource holds the ARN', async (_, change, calls) => {
    const id = kind.addEnded('shop-model', 'completed', own());
    kind.fail('listTags', new ServiceError(calls === 1 ? 'denied' : 'busy', 'not now'), Infinity);

    expect(await update(id, named, { ...named, ...change }).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('listTags')).toHaveLength(calls);
  });

  test('is asked for its tags for as long as it runs, however busy the service is', async () => {
    kind.lose('create');
    kind.fail('listTags', new ServiceError('busy', 'throttled'), 8);

    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('is given up where it has ended, and the service stays busy', async () => {
    kind.addEnded('shop-model', 'completed', own());
    kind.fail('listTags', new ServiceError('busy', 'throttled'), Infinity);

    expect((await create(named).toAnswer()).Reason).toContain('Only its tags say whether');
    expect(kind.callsOf('listTags')).toHaveLength(6);
  });

  test('is looked for again where its record is shown for a moment though it is gone', async () => {
    kind.addEnded('shop-model', 'failed', own());
    jest.spyOn(kind, 'listTags').mockImplementationOnce(() => {
      kind.forget('shop-model');
      throw new ServiceError('not-found', 'there is no such job');
    });

    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
  });

  test('says that only tags tell whose it is, where they cannot be read', async () => {
    kind.tagsOfEnded = new ServiceError('refused', 'the job has ended');
    const id = kind.addEnded('shop-model', 'completed', own());
    const changed = { ...named, Request: { Model: 's3://models/2.tar.gz' } };

    expect(await update(id, named, changed).toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `ServiceError: the job has ended | Job: ${arnOf('shop-model')} | Only its tags say whether the fake job 'shop-model' was made from this request: choose another name, or none`,
      PhysicalResourceId: id,
    });
  });

  test('is refused as one that nothing was asked for: what goes back need not look for it', async () => {
    const id = kind.addEnded('shop-model', 'completed', own());
    const execution = update(id, named, { ...named, Request: { Model: 's3://models/2.tar.gz' } });

    expect(await execution.toAnswer()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: id });
    expect(execution.last.isSettled).toBe(true);
  });

  test('fails when another request changes under it, and goes back without a trace', async () => {
    const id = kind.addEnded('shop-model', 'completed', own());
    const changed = { ...named, Request: { Model: 's3://models/2.tar.gz' } };

    expect(await update(id, named, changed).toAnswer()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: id });
    expect(await update(id, changed, named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('stop')).toEqual([]);
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('fails when somebody takes the name between two ticks, and that job is neither adopted nor stopped', async () => {
    const execution = create(named);
    await execution.tick();
    kind.add('shop-model', { seconds: 100_000 });

    expect(await execution.toAnswer()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'shop-model' });
    expect(kind.phases).toEqual({ 'shop-model': 'running' });
  });

  test('adopts its own job when the answer of the Create call was lost', async () => {
    kind.lose('create');

    expect(await create(named).toAnswer()).toEqual(succeeded('shop-model'));
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('fails an Update with the same spec when the name is that of another job by now', async () => {
    const id = kind.addEnded('shop-model', 'completed');

    expect(await update(id, named, { ...named, WaitSeconds: '60' }).toAnswer()).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: id,
    });
    expect(kind.callsOf('setTags')).toEqual([]);
  });
});
