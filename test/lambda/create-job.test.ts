import { A, ensuredJobs, succeeded } from './ensured-jobs';
import { arnOf, ServiceError } from './fake-job-kind';

let { kind, specFor, nameOf, create, secondsOf } = ensuredJobs();

beforeEach(() => ({ kind, specFor, nameOf, create, secondsOf } = ensuredJobs()));

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
