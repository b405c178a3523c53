import { A, ensuredJobs, succeeded } from './ensured-jobs';
import { arnOf, ServiceError } from './fake-job-kind';

let { clock, kind, specFor, nameOf, create, secondsOf } = ensuredJobs();

beforeEach(() => ({ clock, kind, specFor, nameOf, create, secondsOf } = ensuredJobs()));

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

  test('adopts no job that another has taken the place of once it had completed', async () => {
    kind.addEnded(nameOf(A), 'completed', { team: 'vision' });
    kind.overtaken.add(nameOf(A));

    expect(await create().toAnswer()).toEqual(succeeded(nameOf(A, 2)));
    expect(kind.callsOf('create').map(([name]) => name)).toEqual([nameOf(A, 2)]);
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
