import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, jobProperties, longWait, updateEvent } from './job-events';
import { specOf } from '../../lambda/job-spec';
import type { JobEvent } from '../../lambda/tick';
import type { JobProperties } from '../../src/contract';

let clock: Clock;
let kind: FakeJobKind;
let name: string;

/** A job that a deployment waits for up to 30 hours. */
const A = longWait(30);
const B = { ...A, Request: { Model: 's3://models/2.tar.gz' } };
const nameOf = (properties: Partial<JobProperties>, attempt = 1) =>
  specOf(kind, createEvent(properties), jobProperties(properties)).nameOf(attempt);

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  kind.run = { ...kind.run, seconds: 36_000 };
  name = nameOf(A);
});

const start = new Date('2030-01-01T00:00:00Z');
const seconds = () => (clock.now.getTime() - start.getTime()) / 1000;
const request = (event: JobEvent = createEvent(A)) => new Execution(event, kind, clock);
const left = (id: string, Name: string, Setback = '') => ({
  Status: 'SUCCESS',
  PhysicalResourceId: id,
  Data: { Name, Deadline: '2030-01-02T06:00:00.000Z', Setback },
});

describe('a Create of a job that wait conditions follow on', () => {
  test('waits for as long as a custom resource can, and leaves the job running under its ARN', async () => {
    expect(await request().toAnswer()).toEqual(left(arnOf(name), name));

    expect(seconds()).toBe(3300);
    expect(kind.phases).toEqual({ [name]: 'running' });
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('is answered when the job completes before that', async () => {
    kind.run = { ...kind.run, seconds: 600 };

    expect(await request().toAnswer()).toEqual(left(arnOf(name), name));
    expect(seconds()).toBeLessThanOrEqual(640);
  });

  test('is answered at once for a job that has completed already', async () => {
    kind.addEnded(name, 'completed');

    expect(await request().toAnswer()).toEqual(left(arnOf(name), name));
    expect(seconds()).toBe(0);
    expect(kind.callsOf('create')).toEqual([]);
    expect(kind.tags(name)).toEqual({ team: 'vision' });
  });

  test('waits for a job that runs already, and gives it its tags before it is left to the conditions', async () => {
    kind.add(name);

    expect(await request().toAnswer()).toEqual(left(arnOf(name), name));
    expect(seconds()).toBe(3300);
    expect(kind.tags(name)).toEqual({ team: 'vision' });
  });

  test('fails when the job fails before that', async () => {
    kind.run = { ...kind.run, seconds: 600, end: 'failed', reason: 'ClientError: no such model' };

    expect(await request().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${arnOf(name)} | Logs: the log of ${name}`,
      PhysicalResourceId: arnOf(name),
    });
  });

  test('makes the next attempt when the job fails because its role has not propagated yet', async () => {
    const { run } = kind;
    kind.run = { ...run, seconds: 3, end: 'failed', reason: 'unable to assume the role' };
    const creation = request();
    await creation.until(() => kind.phases[name] === 'failed');
    kind.run = run;

    expect(await creation.toAnswer()).toEqual(left(arnOf(nameOf(A, 2)), nameOf(A, 2)));
    expect(kind.phases).toEqual({ [name]: 'failed', [nameOf(A, 2)]: 'running' });
  });

  test('leaves a job running that has found its place late', async () => {
    kind.quota = 1;
    kind.add('of-somebody-else', { seconds: 3200 });

    expect(await request().toAnswer()).toEqual(left(arnOf(name), name));
    expect(kind.phases).toMatchObject({ [name]: 'running' });
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('leaves a job that has found no place to the conditions under its name, and says why', async () => {
    kind.quota = 1;
    kind.add('of-somebody-else', { seconds: 100_000 });

    expect(await request().toAnswer()).toEqual(left(name, name, 'ServiceError: 1 jobs run already'));
    expect(seconds()).toBe(3300);
    expect(kind.phases).toEqual({ 'of-somebody-else': 'running' });
  });

  test('fails when the request is refused', async () => {
    kind.fail('create', new ServiceError('refused', 'Framework is wrong'));

    expect(await request().toAnswer()).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
  });
});

describe('what goes on for older requests', () => {
  test.each<[string, () => JobEvent]>([
    ['a Create', () => createEvent(A)],
    ['an Update', () => updateEvent(kind.addEnded(name, 'completed'), A, B)],
    ['an Update that has wait conditions no more', () => updateEvent(kind.addEnded(name, 'completed'), A, {})],
    [
      'an Update with the same spec',
      () => updateEvent(kind.add(name, {}, { team: 'vision' }), { ...A, RerunKey: undefined }, A),
    ],
  ])('is ended first by %s: it may signal for the job, or make it', async (_, eventOf) => {
    const execution = request(eventOf());
    execution.executions.findings.push('others-ended');
    await execution.tick();

    expect([execution.executions.calls, kind.calls]).toEqual([['endOlder'], []]);
    await execution.toAnswer();
    expect(execution.executions.calls).toEqual(['endOlder']);
  });

  test('is left alone by a Create, or an Update to another job, that no condition has to do with', async () => {
    for (const event of [createEvent(), updateEvent(kind.addEnded(name, 'completed'), {}, { RerunKey: '1' })]) {
      const execution = request(event);
      await execution.toAnswer();
      expect(execution.executions.calls).toEqual([]);
    }
  });

  test('is newer: the request ends without an answer', async () => {
    const execution = request();
    execution.executions.findings.push('superseded');
    await execution.tick();

    expect(execution.last).toMatchObject({ done: true });
    expect(execution.last).not.toHaveProperty('answer');
    expect(kind.calls).toEqual([]);
  });
});

describe('an Update of a job that stays', () => {
  test('is answered at once though the job runs, with its tags set', async () => {
    const id = kind.add(name, {}, { team: 'vision' });
    const tagged = { ...A, Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'audio' } } };

    expect(await request(updateEvent(id, A, tagged)).toAnswer()).toEqual(left(arnOf(name), name));
    expect([seconds(), kind.tags(name)]).toEqual([0, { team: 'audio' }]);
  });

  test('knows which job it is answered for', async () => {
    const execution = request(updateEvent(kind.add(name, {}, { team: 'vision' }), A, A));
    await execution.toAnswer();

    expect(execution.last.progress).toMatchObject({ name, arn: arnOf(name) });
  });

  test('fails where the job has failed in the meantime, and makes no other', async () => {
    const id = kind.addEnded(name, 'failed', { team: 'vision' });

    expect(await request(updateEvent(id, A, A)).toAnswer()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: id });
    expect(kind.callsOf('create')).toEqual([]);
  });
});

describe('an Update of a resource whose id is the name of its job', () => {
  test.each(['running', 'completed'] as const)('keeps the id where the spec is the same (%s)', async (phase) => {
    if (phase === 'running') kind.add(name, {}, { team: 'vision' });
    else kind.addEnded(name, 'completed', { team: 'vision' });
    const event = updateEvent(name, { ...A, WaitSeconds: '90000' }, A);

    expect(await request(event).toAnswer()).toEqual(left(name, name));
    expect(seconds()).toBe(0);
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('keeps the id where no condition follows any more', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const to = { WaitSeconds: '1500' };

    expect(await new Execution(updateEvent(name, A, to), kind, clock).toAnswer()).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: name,
      Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
    });
  });

  test('makes no other attempt where the job counts as failed by now, as with a stricter limit', async () => {
    kind.addEnded(name, 'failed');

    expect(await request(updateEvent(name, A, A)).toAnswer()).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: name,
    });
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('finds the job by that name even where the names of jobs begin with something else by now', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const event = updateEvent(name, A, { ...A, NamePrefix: 'Shop-engine--Compile' });

    expect(await request(event).toAnswer()).toEqual(left(name, name));
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('gets the ARN of the new job where the spec is another', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const event = updateEvent(name, A, B);

    expect(await request(event).toAnswer()).toEqual(left(arnOf(nameOf(B)), nameOf(B)));
    expect(kind.phases).toEqual({ [name]: 'completed', [nameOf(B)]: 'running' });
  });

  test('keeps the id in a rollback, which stops what the failed update has started', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    kind.add(nameOf(B));
    const event = updateEvent(name, B, A);

    expect(await request(event).toAnswer()).toEqual(left(name, name));
    expect(kind.phases).toEqual({ [name]: 'completed', [nameOf(B)]: 'stopped' });
    expect(kind.callsOf('create')).toEqual([]);
  });
});
