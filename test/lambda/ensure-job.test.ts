import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, jobProperties, updateEvent } from './job-events';
import { specOf } from '../../lambda/job-spec';
import type { JobProperties } from '../../src/contract';

let clock: Clock;
let kind: FakeJobKind;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
});

const A: Partial<JobProperties> = {};
const B: Partial<JobProperties> = { Request: { Model: 's3://models/2.tar.gz' } };
const SPEC_TAG = 'cdk-ml-jobs:spec';

const specFor = (properties: Partial<JobProperties>) =>
  specOf(kind, createEvent(properties), jobProperties(properties));
const nameOf = (properties: Partial<JobProperties>, attempt = 1) => specFor(properties).nameOf(attempt);
const create = (properties: Partial<JobProperties> = A) => new Execution(createEvent(properties), kind, clock);
const update = (id: string, from: Partial<JobProperties>, to: Partial<JobProperties>) =>
  new Execution(updateEvent(id, from, to), kind, clock);

const secondsOf = async (work: () => Promise<unknown>) => {
  const start = clock.now.getTime();
  await work();
  return (clock.now.getTime() - start) / 1000;
};

const succeeded = (name: string) => ({
  Status: 'SUCCESS',
  PhysicalResourceId: arnOf(name),
  Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
});

describe('a Create', () => {
  test('creates the job with its spec and its tags, waits for it, and answers with its ARN and attributes', async () => {
    const name = nameOf(A);

    expect(await create().toAnswer()).toEqual(succeeded(name));

    expect(kind.callsOf('create')).toEqual([
      [name, { Model: 's3://models/1.tar.gz' }, { team: 'vision' }, specFor(A).key],
    ]);
    expect(kind.callsOf('setTags')).toEqual([]);
    expect(kind.callsOf('listTags')).toEqual([]);
  });

  test('adopts a job that runs already', async () => {
    const name = nameOf(A);
    kind.add(name, {}, { team: 'vision' });

    expect(await create().toAnswer()).toEqual(succeeded(name));
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('adopts a job that has completed already, at once', async () => {
    const name = nameOf(A);
    kind.addEnded(name, 'completed', { team: 'vision' });

    expect(await secondsOf(() => create().toAnswer())).toBe(0);
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('gives an adopted job its tags, and leaves those of others alone', async () => {
    kind.addEnded(nameOf(A), 'completed', { owner: 'ops' });

    await create().toAnswer();

    expect(kind.tags(nameOf(A))).toEqual({ owner: 'ops', team: 'vision' });
    expect(kind.callsOf('removeTags')).toEqual([]);
  });

  test.each(['failed', 'stopped'] as const)('makes the next attempt after one that has %s', async (end) => {
    kind.addEnded(nameOf(A), end);

    expect(await create().toAnswer()).toEqual(succeeded(`${nameOf(A)}-2`));
  });

  test('makes the third attempt after two', async () => {
    kind.addEnded(nameOf(A), 'failed');
    kind.addEnded(nameOf(A, 2), 'stopped');

    expect(await create().toAnswer()).toEqual(succeeded(`${nameOf(A)}-3`));
  });

  test('makes the next attempt besides one that is being stopped', async () => {
    kind.add(nameOf(A));
    kind.stopByHand(nameOf(A));

    expect((await create().toAnswer()).PhysicalResourceId).toBe(arnOf(`${nameOf(A)}-2`));
  });

  test('fails when all attempts that a name has room for have failed', async () => {
    for (let attempt = 1; attempt <= 99; attempt++) kind.addEnded(nameOf(A, attempt), 'failed');

    expect(await create().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `All 99 attempts at the fake job '${nameOf(A)}' have failed: change the job, or its rerunKey`,
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('keeps polling a job whose status it does not know', async () => {
    const execution = create();
    await execution.until(() => execution.last.progress.arn !== undefined);
    kind.setStatus(nameOf(A), 'DREAMING');
    const pauses = [await execution.tick(), await execution.tick(), await execution.tick()];

    expect(pauses.map(({ answer }) => answer)).toEqual([undefined, undefined, undefined]);
    kind.setStatus(nameOf(A), undefined);
    expect((await execution.toAnswer()).Status).toBe('SUCCESS');
  });

  test('answers as soon as the service has accepted the job, where nobody waits', async () => {
    const answer = await create({ WaitForCompletion: 'false' }).toAnswer();

    expect(answer).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: arnOf(nameOf(A)),
      Data: { JobArn: arnOf(nameOf(A)), JobStatus: 'running', Result: '' },
    });
    expect(kind.phases).toEqual({ [nameOf(A)]: 'running' });
  });

  test('fails with the status, the reason, a hint, the ARN and the place of the logs', async () => {
    kind.run = { ...kind.run, seconds: 400, end: 'failed', reason: 'ClientError: no such model' };
    const name = nameOf(A);

    expect(await create().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${arnOf(name)} | Logs: the log of ${name}`,
      PhysicalResourceId: arnOf(name),
    });
  });

  test.each([undefined, ''])('fails with "no reason given" where the reason is %j', async (reason) => {
    kind.run = { ...kind.run, end: 'failed', reason };

    expect((await create().toAnswer()).Reason).toBe(
      `The fake job ended as FAILED: no reason given | Job: ${arnOf(nameOf(A))} | Logs: the log of ${nameOf(A)}`,
    );
  });

  test('fails when somebody stops the job', async () => {
    const execution = create();
    await execution.until(() => execution.last.progress.arn !== undefined);
    kind.stopByHand(nameOf(A));

    expect((await execution.toAnswer()).Reason).toMatch(/^The fake job ended as STOPPED: no reason given \| /);
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('fails when the record of the job is deleted while it runs, and tells the ARN', async () => {
    const execution = create();
    await execution.until(() => execution.last.progress.arn !== undefined);
    clock.advance(300);
    kind.forget(nameOf(A));

    expect(await execution.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job is gone; was its record deleted by somebody else? | Job: ${arnOf(nameOf(A))}`,
      PhysicalResourceId: arnOf(nameOf(A)),
    });
    expect(kind.callsOf('create')).toHaveLength(1);
  });
});

describe('one job, whatever happens to the Create call', () => {
  test('puts the name on record before it creates anything', async () => {
    const execution = create();
    await execution.tick();

    expect(execution.last.progress).toEqual({ name: nameOf(A), setbacks: 0 });
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('adopts its own job when the function has crashed right after the Create call', async () => {
    const execution = create();
    await execution.tick();
    await execution.crash();

    expect(await execution.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toHaveLength(1);
    expect(Object.keys(kind.phases)).toEqual([nameOf(A)]);
  });

  test('fails with the job of a lost Create call, rather than to make the next attempt', async () => {
    kind.run = { ...kind.run, seconds: 1, end: 'failed' };
    kind.lose('create');

    expect((await create().toAnswer()).PhysicalResourceId).toBe(arnOf(nameOf(A)));
    expect(Object.keys(kind.phases)).toEqual([nameOf(A)]);
  });

  test.each([
    ['busy', new ServiceError('busy', 'no answer')],
    ['name-taken', new ServiceError('name-taken', 'the repeated call found the job of the first')],
  ])('adopts its own job when the answer of the Create call was lost (%s)', async (_, error) => {
    kind.lose('create', error);

    expect(await create().toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(Object.keys(kind.phases)).toEqual([nameOf(A)]);
  });

  test('fails with the name when nobody knows whether the Create call took effect', async () => {
    kind.lose('create', new TypeError('the answer is no JSON'));

    expect(await create().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `TypeError: the answer is no JSON | Job: ${nameOf(A)}`,
      PhysicalResourceId: nameOf(A),
    });
  });

  test('two executions of the same request, tick by tick, make one job', async () => {
    const [one, other] = [create(), create()];
    for (const execution of [one, other, one, other]) await execution.tick();

    expect(await one.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(await other.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(Object.keys(kind.phases)).toEqual([nameOf(A)]);
  });

  test('two executions make one job even where the service does not show it to the second', async () => {
    kind.visibleAfter = 60;
    const [one, other] = [create(), create()];
    for (const execution of [one, other, one, other, other]) await execution.tick();
    expect(kind.callsOf('create').length).toBeGreaterThan(1);

    expect(await other.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(await one.toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(Object.keys(kind.phases)).toEqual([nameOf(A)]);
  });

  test('asks for the same attempt with the same token, for the next one with another', async () => {
    kind.takesTokens = true;
    kind.visibleAfter = 60;
    kind.lose('create');
    expect(await create().toAnswer()).toEqual(succeeded(nameOf(A)));
    kind.addEnded(nameOf(A), 'failed');
    await create().toAnswer();

    const { key } = specFor(A);
    expect(kind.callsOf('create').map(([name, , , token]) => [name, token])).toEqual([
      [nameOf(A), key],
      [nameOf(A), key],
      [nameOf(A, 2), `${key}-2`],
    ]);
    expect(Object.keys(kind.phases)).toEqual([nameOf(A), nameOf(A, 2)]);
  });

  test('waits up to a minute for a new job to be shown', async () => {
    kind.visibleAfter = 55;

    expect(await create().toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toHaveLength(1);
  });
});

describe('a Create call that the service does not take', () => {
  test('fails at once when the request is wrong, and has started nothing', async () => {
    kind.fail('create', new ServiceError('refused', 'Framework is wrong'));

    expect(await create().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: 'ServiceError: Framework is wrong',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('fails at once when the account may never run such a job', async () => {
    kind.fail('create', new ServiceError('unavailable', 'the limit is 0, with a request delta of 1'));

    expect(await create().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: 'ServiceError: the limit is 0, with a request delta of 1',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('fails when the request cannot be read, without any call', async () => {
    expect(await create({ Request: { Wrong: 1 } }).toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: 'Request.Wrong is no member of the API request',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
    expect(kind.calls).toEqual([]);
  });

  test('waits for a place in the quota with growing pauses of at most two minutes', async () => {
    kind.quota = 1;
    kind.add('of-somebody-else', { seconds: 500 });
    const execution = create();
    const answer = await execution.toAnswer();

    expect(answer).toEqual(succeeded(nameOf(A)));
    const pauses = execution.ticks.filter(({ progress }) => progress.setback).map(({ waitSeconds }) => waitSeconds);
    expect(pauses).toEqual([12, 24, 48, 90, 90, 90, 90, 90]);
    expect(execution.ticks.find(({ progress }) => progress.setback)!.progress.setback).toBe(
      'ServiceError: 1 jobs run already',
    );
  });

  test('fails when there is no place in the quota within the budget, with the last answer of the service', async () => {
    kind.quota = 0;
    const execution = create();

    expect(await secondsOf(() => execution.toAnswer())).toBe(1500);
    expect(execution.last.answer).toEqual({
      Status: 'FAILED',
      Reason: `The fake job '${nameOf(A)}' could not be started after 1500 seconds: ServiceError: 0 jobs run already`,
      PhysicalResourceId: nameOf(A),
    });
    expect(kind.phases).toEqual({});
  });

  test('retries a role that has not propagated yet', async () => {
    kind.fail('create', new ServiceError('role-not-ready', 'Could not assume role'), 17);

    expect(await create().toAnswer()).toEqual(succeeded(nameOf(A)));
    expect(kind.callsOf('create')).toHaveLength(18);
  });

  test('fails when the role is not ready three minutes after the request', async () => {
    kind.fail('create', new ServiceError('role-not-ready', 'Could not assume role'), Infinity);
    const execution = create();

    expect(await secondsOf(() => execution.toAnswer())).toBe(180);
    expect(execution.last.answer).toEqual({
      Status: 'FAILED',
      Reason: 'ServiceError: Could not assume role',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
  });

  test('makes the next attempt when the job fails at once because the role has not propagated yet', async () => {
    const run = kind.run;
    kind.run = { ...run, seconds: 3, end: 'failed', reason: 'unable to assume the role' };
    const execution = create();
    await execution.until(() => kind.phases[nameOf(A, 2)] !== undefined);
    expect(execution.last.progress).toMatchObject({ name: nameOf(A, 2), arn: arnOf(nameOf(A, 2)) });
    kind.run = run;

    expect(await execution.toAnswer()).toEqual(succeeded(nameOf(A, 3)));
  });

  test('fails when the job still fails for its role three minutes after the request', async () => {
    kind.run = { ...kind.run, seconds: 3, end: 'failed', reason: 'unable to assume the role' };
    const execution = create();
    const seconds = await secondsOf(() => execution.toAnswer());

    expect(seconds).toBeGreaterThanOrEqual(180);
    expect(seconds).toBeLessThan(200);
    expect(execution.last.answer!.Reason).toMatch(/^The fake job ended as FAILED: unable to assume the role \| /);
    expect(execution.last.answer!.PhysicalResourceId).toBe(execution.last.progress.arn);
  });

  test('does not take a job for a victim of IAM that it has not created', async () => {
    kind.add(nameOf(A), { seconds: 10, end: 'failed', reason: 'unable to assume the role' });

    expect((await create().toAnswer()).PhysicalResourceId).toBe(arnOf(nameOf(A)));
    expect(kind.callsOf('create')).toEqual([]);
  });
});

describe('the budget', () => {
  test('does not stop a job that nobody waits for', async () => {
    kind.add(nameOf(A), { seconds: 100_000 }, { team: 'vision' });
    clock.advance(50_000);

    expect((await create({ WaitForCompletion: 'false' }).toAnswer()).Status).toBe('SUCCESS');
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('fails without a Create call when it is over before a name is chosen', async () => {
    kind.fail('find', new ServiceError('busy', 'slow down'), 32);
    const execution = create({ WaitSeconds: '60' });
    await execution.tick();
    kind.calls.length = 0;

    expect((await execution.toAnswer()).Status).toBe('FAILED');
    expect(kind.callsOf('create')).toEqual([]);
  });
});

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
    ['of another spec', { [SPEC_TAG]: '0123456789ab' }],
    ['of somebody else', {}],
  ])('fails when it is that of a job %s, which is not touched', async (_, tags) => {
    const arn = kind.add('shop-model', { seconds: 100_000 }, tags as Record<string, string>);

    expect(await create(named).toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `A fake job named 'shop-model' exists already and was made from another request, or by a resource with another logical id (${arn}): choose another name, leave the name out, or delete that job`,
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
    ['refused', 'FAILED', 1],
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

test('a job whose failure the service may yet correct is adopted, and no second one is made', async () => {
  kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
  kind.provisional.set(nameOf(A), new Date(clock.now.getTime() + 30_000));

  expect(await create().toAnswer()).toEqual(succeeded(nameOf(A)));
  expect(kind.callsOf('create')).toEqual([]);
});

test('a job whose failure the service has not corrected for a minute has failed, and the next attempt is made', async () => {
  kind.addEnded(nameOf(A), 'completed');
  kind.provisional.set(nameOf(A), new Date(clock.now.getTime() + 600_000));
  clock.advance(60);

  expect(await create().toAnswer()).toEqual(succeeded(nameOf(A, 2)));
});
