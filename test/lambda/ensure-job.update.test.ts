import { A, B, ensuredJobs, succeeded } from './ensured-jobs';
import { arnOf, ServiceError } from './fake-job-kind';

let { kind, nameOf, update, secondsOf } = ensuredJobs();

beforeEach(() => ({ kind, nameOf, update, secondsOf } = ensuredJobs()));

describe('an Update with another spec', () => {
  test('runs the new job and answers with its ARN; the old one is left to the Delete that follows', async () => {
    const id = kind.addEnded(nameOf(A), 'completed');

    expect(await update(id, A, B).toAnswer()).toEqual(succeeded(nameOf(B)));
    expect(kind.phases).toEqual({ [nameOf(A)]: 'completed', [nameOf(B)]: 'completed' });
  });

  test('runs the same request again for another rerun key', async () => {
    const id = kind.addEnded(nameOf(A), 'completed');
    const again = { RerunKey: 'nightly' };

    expect(await update(id, A, again).toAnswer()).toEqual(succeeded(nameOf(again)));
    expect(nameOf(again)).not.toBe(nameOf(A));
  });

  test('fails with the old id, so that it is not taken for a replacement', async () => {
    const id = kind.addEnded(nameOf(A), 'completed');
    kind.run = { ...kind.run, end: 'failed', reason: 'ClientError: no such model' };

    const answer = await update(id, A, B).toAnswer();

    expect(answer.PhysicalResourceId).toBe(id);
    expect(answer.Reason).toContain(`Job: ${arnOf(nameOf(B))}`);
  });

  test('fails with the old id when the new request is refused', async () => {
    const id = kind.addEnded(nameOf(A), 'completed');
    kind.fail('create', new ServiceError('refused', 'Framework is wrong'));

    expect((await update(id, A, B).toAnswer()).PhysicalResourceId).toBe(id);
  });

  test('runs a job for a resource whose Create had failed before there was one', async () => {
    expect(await update('cdk-ml-jobs:not-started', A, A).toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('describe')).not.toContainEqual(['cdk-ml-jobs:not-started']);
  });
});

describe('an Update with the same spec', () => {
  test.each([
    ['the time-out', { WaitSeconds: '60' }],
    ['waiting', { WaitForCompletion: 'false' as const }],
    ['the state machine', { StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Other' }],
    ['the prefix of the names', { NamePrefix: 'Shop-engine--Compile' }],
    ['the order of the members', { Request: { Tags: { team: 'vision' }, Model: 's3://models/1.tar.gz' } }],
  ])('answers at once, without a Create call, when %s changes', async (_, to) => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    const execution = update(id, A, to);

    expect(await secondsOf(() => execution.toAnswer())).toBe(0);
    expect(execution.last.answer).toEqual(succeeded(nameOf(A)));
    expect(kind.calls).toEqual([['describe', id]]);
  });

  test('sets the tags that have changed and removes those that the stack had set, and no others', async () => {
    const tagged = (Tags: Record<string, string>) => ({ Request: { Model: 's3://models/1.tar.gz', Tags } });
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision', stage: 'test', cost: '1', owner: 'ops' });

    const answer = await update(
      id,
      tagged({ team: 'vision', stage: 'test', cost: '1' }),
      tagged({ team: 'vision', stage: 'live', area: 'shop' }),
    ).toAnswer();

    expect(answer).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('setTags')).toEqual([[id, { stage: 'live', area: 'shop' }]]);
    expect(kind.callsOf('removeTags')).toEqual([[id, ['cost']]]);
    expect(kind.tags(nameOf(A))).toEqual({ team: 'vision', stage: 'live', area: 'shop', owner: 'ops' });
  });

  test('takes a job whose ARN differs in letter case only for the same, and keeps the id that it has', async () => {
    kind.lowersArns = true;
    const held = kind.addEnded(nameOf(A), 'completed');
    const other = { ...A, Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'audio' } } };

    expect(held).not.toBe(held.toLowerCase());
    expect(await update(held, A, other).toAnswer()).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: held });
    expect(await update(held.toLowerCase(), other, A).toAnswer()).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: held.toLowerCase(),
    });
    expect(kind.callsOf('create')).toEqual([]);
    expect(kind.tags(nameOf(A))).toEqual({ team: 'vision' });
  });

  test('creates the job again when its record is gone', async () => {
    expect(await update(arnOf(nameOf(A)), A, A).toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('keeps a later attempt where the record of an earlier one is gone', async () => {
    const id = kind.addEnded(nameOf(A, 2), 'completed', { team: 'vision' });

    expect(await update(id, A, { WaitSeconds: '60' }).toAnswer()).toEqual(succeeded(nameOf(A, 2)));
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('waits for a job that was not waited for before', async () => {
    const id = kind.add(nameOf(A), { seconds: 500 }, { team: 'vision' });

    expect(await update(id, { WaitForCompletion: 'false' }, A).toAnswer()).toEqual(succeeded(nameOf(A)));
  });
});

describe('the Update of a rollback', () => {
  test('adopts the old job without a Create call, once no other job can appear', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    kind.addEnded(nameOf(B), 'failed');
    const execution = update(id, B, A);

    expect(await secondsOf(() => execution.toAnswer())).toBe(60);
    expect(execution.last.answer).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toEqual([]);
    expect(execution.executions.calls).toEqual(['endOlder', 'endedBefore', 'endOlder']);
  });

  test('adopts the old job when the new one had succeeded: CloudFormation deletes that', async () => {
    kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    const id = kind.addEnded(nameOf(B), 'completed');

    expect(await update(id, B, A).toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toEqual([]);
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('stops the job of the failed spec, of which CloudFormation knows nothing, and waits for its end', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    kind.addEnded(nameOf(B), 'failed');
    kind.add(nameOf(B, 2), { seconds: 100_000 });

    expect(await update(id, B, A).toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('stop')).toEqual([[nameOf(B, 2)]]);
    expect(kind.phases).toEqual({ [nameOf(A)]: 'completed', [nameOf(B)]: 'failed', [nameOf(B, 2)]: 'stopped' });
  });

  test('takes back the tags of the failed update', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'audio', stage: 'test' });
    const failed = { Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'audio', stage: 'test' } } };

    await update(id, failed, A).toAnswer();

    expect(kind.tags(nameOf(A))).toEqual({ team: 'vision' });
  });

  test.each(['failed', 'stopped'] as const)(
    'returns to the old job, without a Create call, when it was not waited for and has %s since',
    async (end) => {
      const old = { ...A, WaitForCompletion: 'false' as const };
      const id = kind.addEnded(nameOf(A), end, { team: 'vision' });

      expect(await update(id, B, old).toAnswer()).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
      expect(kind.callsOf('create')).toEqual([]);
    },
  );

  test('returns to a later attempt of the old job where the record of an earlier one is gone', async () => {
    const id = kind.addEnded(nameOf(A, 2), 'completed', { team: 'vision' });

    expect(await update(id, B, A).toAnswer()).toEqual(succeeded(nameOf(A, 2)));
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('succeeds where the request of the failed update cannot be read', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });

    expect(await update(id, { Request: { Wrong: 1 } }, A).toAnswer()).toEqual(succeeded(nameOf(A)));
  });

  test('stops a job that appears after it: the function was in the middle of the Create call', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    const cancelled = update(id, A, B);
    await cancelled.until(() => cancelled.last.progress.name !== undefined);
    const rollback = update(id, B, A);
    await rollback.tick();
    await cancelled.crash();
    expect(kind.phases).toMatchObject({ [nameOf(B)]: 'running' });

    expect(await rollback.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.phases).toEqual({ [nameOf(A)]: 'completed', [nameOf(B)]: 'stopped' });
  });

  test('stops a later attempt that appears after it, whatever became of the one before', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    kind.addEnded(nameOf(B), 'failed');
    const cancelled = update(id, A, B);
    await cancelled.until(() => cancelled.last.progress.name !== undefined);
    const rollback = update(id, B, A);
    await rollback.tick();
    await cancelled.crash();
    expect(kind.phases).toMatchObject({ [nameOf(B, 2)]: 'running' });

    expect(await rollback.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.phases).toMatchObject({ [nameOf(A)]: 'completed', [nameOf(B, 2)]: 'stopped' });
  });

  test('looks for a minute for a job that may yet be shown, where the failed update has none', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    const execution = update(id, B, A);

    expect(await secondsOf(() => execution.toAnswer())).toBe(60);
    expect(execution.last.answer).toEqual(succeeded(nameOf(A)));
  });

  test('costs nothing and leaves nothing running after an update that was cancelled half-way', async () => {
    const id = kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    const cancelled = update(id, A, B);
    await cancelled.until(() => kind.phases[nameOf(B)] === 'running');

    expect(await update(id, B, A).toAnswer()).toEqual(succeeded(nameOf(A)));
    expect((await cancelled.toAnswer()).Status).toBe('FAILED');
    expect(kind.phases).toEqual({ [nameOf(A)]: 'completed', [nameOf(B)]: 'stopped' });
    expect(kind.callsOf('create')).toHaveLength(1);
  });
});
