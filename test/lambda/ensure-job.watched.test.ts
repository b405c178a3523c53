import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, jobProperties, updateEvent } from './job-events';
import { WatchedDeployment } from './watched-deployment';
import { executionName } from '../../lambda/execution-name';
import { specOf } from '../../lambda/job-spec';
import type { JobEvent } from '../../lambda/tick';
import type { JobProperties } from '../../src/contract';

let clock: Clock;
let kind: FakeJobKind;
let name: string;

/** A job that may take 30 hours, its watches included. */
const A = { WaitForCompletion: 'watched', WaitSeconds: '108000' } as const;
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
const deadline = '2030-01-02T06:00:00.000Z';
const seconds = () => (clock.now.getTime() - start.getTime()) / 1000;
const deploy = (event: JobEvent = createEvent(A)) => new WatchedDeployment(event, kind, clock);
const left = (id: string, event: JobEvent = createEvent(A)) => ({
  Status: 'SUCCESS',
  PhysicalResourceId: id,
  Data: { Execution: executionName(event), Deadline: deadline },
});

describe('a Create of a job that is watched', () => {
  test('answers three minutes after the request, with the ARN of the job that goes on', async () => {
    expect(await deploy().start()).toEqual(left(arnOf(name)));

    expect(seconds()).toBeGreaterThanOrEqual(180);
    expect(seconds()).toBeLessThanOrEqual(190);
    expect(kind.phases).toEqual({ [name]: 'running' });
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test.each(['running', 'completed'] as const)('answers at once for a job that is %s already', async (phase) => {
    if (phase === 'running') kind.add(name);
    else kind.addEnded(name, 'completed');

    expect(await deploy().start()).toEqual(left(arnOf(name)));
    expect(seconds()).toBe(0);
    expect(kind.callsOf('create')).toEqual([]);
    expect(kind.tags(name)).toEqual({ team: 'vision' });
  });

  test('answers when the job completes within the three minutes', async () => {
    kind.run = { ...kind.run, seconds: 60 };

    expect(await deploy().start()).toEqual(left(arnOf(name)));
    expect(seconds()).toBeLessThanOrEqual(66);
  });

  test('fails when the job fails within the three minutes', async () => {
    kind.run = { ...kind.run, seconds: 60, end: 'failed', reason: 'ClientError: no such model' };

    expect(await deploy().start()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${arnOf(name)} | Logs: the log of ${name}`,
      PhysicalResourceId: arnOf(name),
    });
  });

  test('fails when somebody stops the job within the three minutes', async () => {
    const deployment = deploy();
    await deployment.executions[0].until(() => kind.phases[name] === 'running');
    kind.stopByHand(name);

    expect((await deployment.start()).Reason).toMatch(/^The fake job ended as STOPPED: no reason given \| /);
  });

  test('makes the next attempt when the job fails because IAM has not spread its role yet', async () => {
    const { run } = kind;
    kind.run = { ...run, seconds: 3, end: 'failed', reason: 'unable to assume the role' };
    const deployment = deploy();
    await deployment.executions[0].until(() => kind.phases[name] === 'failed');
    kind.run = run;

    expect(await deployment.start()).toEqual(left(arnOf(nameOf(A, 2))));
    expect(kind.phases).toEqual({ [name]: 'failed', [nameOf(A, 2)]: 'running' });
  });

  test('leaves a job running that found its place late', async () => {
    kind.quota = 1;
    kind.add('of-somebody-else', { seconds: 3200 });

    expect(await deploy().start()).toEqual(left(arnOf(name)));
    expect(kind.phases).toMatchObject({ [name]: 'running' });
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('fails when the request is refused', async () => {
    kind.fail('create', new ServiceError('refused', 'Framework is wrong'));

    expect(await deploy().start()).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
  });
});

describe('a job without a place', () => {
  beforeEach(() => {
    kind.quota = 1;
  });

  test('is left to the watches at the end of the time that a custom resource has, under its name', async () => {
    kind.add('of-somebody-else', { seconds: 100_000 });

    expect(await deploy().start()).toEqual(left(name));
    expect(seconds()).toBe(3300);
    expect(kind.phases).toEqual({ 'of-somebody-else': 'running' });
  });

  test('is left to the watches under its name by an Update with another spec, too', async () => {
    kind.add('of-somebody-else', { seconds: 100_000 });
    const event = updateEvent(kind.addEnded(name, 'completed'), A, B);

    expect(await deploy(event).start()).toEqual(left(nameOf(B), event));
  });

  test('is created by the first watch that finds one, and its end is that of the watch', async () => {
    kind.add('of-somebody-else', { seconds: 20_000 });
    const deployment = deploy();
    await deployment.start();

    expect(await deployment.watch().toAnswer()).toMatchObject({
      Status: 'SUCCESS',
      Reason: 'The job goes on; the next watch takes over',
    });
    expect(kind.phases).toMatchObject({ [name]: 'running' });
    expect(kind.callsOf('create').at(-1)).toEqual([
      name,
      { Model: 's3://models/1.tar.gz' },
      { team: 'vision' },
      name.replace('Shop--Compile--', ''),
    ]);

    expect(await deployment.watch().toAnswer()).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: 'Watch',
      Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
    });
    expect(Object.keys(kind.phases)).toEqual(['of-somebody-else', name]);
  });

  test('is asked for by one watch after the other', async () => {
    kind.add('of-somebody-else', { seconds: 50_000 });
    const deployment = deploy();
    await deployment.start();

    const first = await deployment.watch().toAnswer();
    expect(first).toEqual({
      Status: 'SUCCESS',
      Reason: 'The job goes on; the next watch takes over',
      PhysicalResourceId: 'Watch',
    });
    expect(kind.phases).toEqual({ 'of-somebody-else': 'running' });
    const second = deployment.watch();
    await second.until(() => kind.phases[name] === 'running');
    expect(seconds()).toBeLessThanOrEqual(50_000 + 120);
  });

  test('fails when there is none by the deadline, with the last answer of the service', async () => {
    kind.add('of-somebody-else', { seconds: 1_000_000 });
    const deployment = deploy();

    expect(await deployment.run()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job '${name}' could not be started by ${deadline}: ServiceError: 1 jobs run already`,
      PhysicalResourceId: 'Watch',
    });
    expect(deployment.executions).toHaveLength(4);
    expect(seconds()).toBe(108_000);
    expect(kind.phases).toEqual({ 'of-somebody-else': 'running' });
  });

  test('is stopped at the deadline where it found its place so late that it still runs', async () => {
    kind.add('of-somebody-else', { seconds: 90_000 });

    expect(await deploy().run()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job had not ended by ${deadline}, so it was stopped | Job: ${arnOf(name)} | Logs: the log of ${name}`,
      PhysicalResourceId: 'Watch',
    });
    expect(kind.phases).toMatchObject({ [name]: 'stopped' });
  });

  test('is one job, though a watch crashes right after the Create call', async () => {
    kind.add('of-somebody-else', { seconds: 3310 });
    const deployment = deploy();
    await deployment.start();
    const watch = deployment.watch();
    await watch.tick();
    await watch.crash();
    expect(kind.phases).toMatchObject({ [name]: 'running' });

    expect(await watch.toAnswer()).toMatchObject({ Status: 'SUCCESS', Data: { JobArn: arnOf(name) } });
    expect(Object.keys(kind.phases)).toEqual(['of-somebody-else', name]);
  });
});

describe('the attempt that a watch has made', () => {
  let deployment: WatchedDeployment;

  beforeEach(async () => {
    kind.quota = 1;
    kind.add('of-somebody-else', { seconds: 3310 });
    deployment = deploy();
    await deployment.start();
  });

  test.each<[string, () => Execution]>([
    ['watch', () => deployment.watch()],
    ['resource with the result', () => deployment.result()],
  ])('is not made again by the next %s where it has failed in between', async (_, next) => {
    const watch = deployment.watch();
    await watch.until(() => kind.phases[name] === 'running');
    kind.addEnded(name, 'failed');

    expect(await next().toAnswer()).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringMatching(/^The fake job ended as FAILED: ClientError: no such model \| /),
    });
    expect(Object.keys(kind.phases)).toEqual(['of-somebody-else', name]);
  });

  test('is not made again where it is being stopped by somebody in between', async () => {
    const watch = deployment.watch();
    await watch.until(() => kind.phases[name] === 'running');
    kind.stopByHand(name);

    expect(await deployment.watch().toAnswer()).toMatchObject({ Status: 'FAILED' });
    expect(Object.keys(kind.phases)).toEqual(['of-somebody-else', name]);
  });

  test('is not made again where it fails for its role: the Delete knows the name of this one', async () => {
    kind.run = { ...kind.run, seconds: 3, end: 'failed', reason: 'unable to assume the role' };

    expect((await deployment.watch().toAnswer()).Reason).toMatch(
      /^The fake job ended as FAILED: unable to assume the role \| /,
    );
    expect(Object.keys(kind.phases)).toEqual(['of-somebody-else', name]);
  });
});

describe('an Update of a resource whose id is the name of its job', () => {
  test.each(['running', 'completed'] as const)('keeps the id where the spec is the same (%s)', async (phase) => {
    if (phase === 'running') kind.add(name, {}, { team: 'vision' });
    else kind.addEnded(name, 'completed', { team: 'vision' });
    const event = updateEvent(name, { ...A, WaitSeconds: '90000' }, A);

    expect(await deploy(event).start()).toEqual(left(name, event));
    expect(seconds()).toBe(0);
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('keeps the id and waits for the job in the watches', async () => {
    kind.add(name, { seconds: 50_000 }, { team: 'vision' });
    const event = updateEvent(name, { ...A, WaitSeconds: '90000' }, A);

    expect(await deploy(event).run()).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: 'Watch',
      Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
    });
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('keeps the id where it is not watched any more', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const to = { WaitForCompletion: 'true', WaitSeconds: '1500' } as const;

    expect(await new Execution(updateEvent(name, A, to), kind, clock).toAnswer()).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: name,
      Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
    });
  });

  test('makes no other attempt where the job counts as failed by now, as with a stricter limit', async () => {
    kind.addEnded(name, 'failed');

    expect(await deploy(updateEvent(name, A, A)).start()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: name });
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('finds the job by that name even where the names of jobs begin with something else by now', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const event = updateEvent(name, A, { ...A, NamePrefix: 'Shop-engine--Compile' });

    expect(await deploy(event).start()).toEqual(left(name, event));
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('gets the ARN of the new job where the spec is another', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    const event = updateEvent(name, A, B);

    expect(await deploy(event).start()).toEqual(left(arnOf(nameOf(B)), event));
    expect(kind.phases).toEqual({ [name]: 'completed', [nameOf(B)]: 'running' });
  });

  test('keeps the id in a rollback, which stops what the failed update has started', async () => {
    kind.addEnded(name, 'completed', { team: 'vision' });
    kind.add(nameOf(B));
    const event = updateEvent(name, B, A);

    expect(await deploy(event).start()).toEqual(left(name, event));
    expect(kind.phases).toEqual({ [name]: 'completed', [nameOf(B)]: 'stopped' });
    expect(kind.callsOf('create')).toEqual([]);
  });
});
