import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties } from './job-events';
import { WatchedDeployment } from './watched-deployment';
import { specOf } from '../../lambda/job-spec';

const HOUR = 3600;
const EVENTS_PER_TICK = 9;
const MOST_EVENTS = 25_000;

let clock: Clock;
let kind: FakeJobKind;
let name: string;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

const start = new Date('2030-01-01T00:00:00Z');
const seconds = () => (clock.now.getTime() - start.getTime()) / 1000;
const watched = (hours: number) => ({ WaitForCompletion: 'watched', WaitSeconds: String(hours * HOUR) }) as const;
const deploy = (hours: number) => new WatchedDeployment(createEvent(watched(hours)), kind, clock);
const ticksOf = ({ executions }: WatchedDeployment) => executions.map(({ ticks }) => ticks.length - 1);
const completed = () => ({
  Status: 'SUCCESS',
  PhysicalResourceId: 'Watch',
  Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
});

describe('a job of 30 hours', () => {
  beforeEach(() => {
    kind.run = { ...kind.run, seconds: 30 * HOUR };
  });

  test('runs once through its resource and three watches, to the result, in fewer than 500 ticks', async () => {
    const deployment = deploy(36);

    expect(await deployment.run()).toEqual(completed());
    expect(deployment.executions).toHaveLength(6);
    expect(deployment.ticks).toBeLessThan(500);
    expect(kind.callsOf('create')).toHaveLength(1);
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('is noticed to have ended within five minutes, and what follows does not wait', async () => {
    const deployment = deploy(36);
    await deployment.run();

    expect(seconds()).toBeLessThanOrEqual(30 * HOUR + 300 + 60);
    expect(ticksOf(deployment).slice(4)).toEqual([1, 1]);
  });

  test('is handed over after 11 hours and 55 minutes', async () => {
    const deployment = deploy(36);
    await deployment.start();
    const begin = seconds() + 30;

    expect(await deployment.watch().toAnswer()).toEqual({
      Status: 'SUCCESS',
      Reason: 'The job goes on; the next watch takes over',
      PhysicalResourceId: 'Watch',
    });
    expect(seconds() - begin).toBe(42_900);
  });

  test('fails with the words of the service in the watch that sees it fail', async () => {
    kind.run = { ...kind.run, seconds: 20 * HOUR, end: 'failed', reason: 'ClientError: no such model' };
    const deployment = deploy(36);

    expect(await deployment.run()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${arnOf(name)} | Logs: the log of ${name}`,
      PhysicalResourceId: 'Watch',
    });
    expect(deployment.executions).toHaveLength(3);
  });

  test('is stopped within one tick when the deployment is cancelled in its fifth hour', async () => {
    const deployment = deploy(36);
    const { PhysicalResourceId } = await deployment.start();
    const watch = deployment.watch();
    await watch.until(() => seconds() >= 5 * HOUR);

    const removal = new Execution(deleteEvent(PhysicalResourceId, watched(36)), kind, clock);
    await removal.tick();

    expect(kind.phases).toEqual({ [name]: 'stopping' });
    expect(await removal.toAnswer()).toEqual({ Status: 'SUCCESS', PhysicalResourceId });
    expect(await watch.toAnswer()).toMatchObject({ Status: 'FAILED' });
    expect(kind.callsOf('create')).toHaveLength(1);
  });

  test('is stopped within one tick also where the resource only has its name', async () => {
    kind.quota = 1;
    kind.add('of-somebody-else', { seconds: HOUR });
    const deployment = deploy(36);
    const { PhysicalResourceId } = await deployment.start();
    expect(PhysicalResourceId).toBe(name);
    await deployment.watch().until(() => seconds() >= 5 * HOUR);

    const removal = new Execution(deleteEvent(PhysicalResourceId, watched(36)), kind, clock);
    await removal.tick();
    await removal.tick();

    expect(kind.phases).toMatchObject({ [name]: 'stopping' });
    expect(await removal.toAnswer()).toEqual({ Status: 'SUCCESS', PhysicalResourceId });
  });

  test('is waited for though the service is out of order for an hour', async () => {
    const deployment = deploy(36);
    await deployment.start();
    const watch = deployment.watch();
    await watch.until(() => seconds() >= 5 * HOUR);
    kind.fail('describe', new ServiceError('busy', 'slow down'), 80);
    const before = seconds();
    await watch.until(() => watch.last.progress.setbacks === 80);
    expect(seconds() - before).toBeGreaterThan(HOUR * 0.95);

    expect(await watch.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
    expect(await deployment.watch().toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });
});

describe('a job that takes longer than it may', () => {
  beforeEach(() => {
    kind.run = { seconds: 1_000 * HOUR, end: 'completed', stopSeconds: 60 };
  });

  const overdue = (deadline: string) => ({
    Status: 'FAILED',
    Reason: `The fake job had not ended by ${deadline}, so it was stopped | Job: ${arnOf(name)} | Logs: the log of ${name}`,
    PhysicalResourceId: 'Watch',
  });

  test('is stopped by the watch in which its deadline comes', async () => {
    const deployment = deploy(30);

    expect(await deployment.run()).toEqual(overdue('2030-01-02T06:00:00.000Z'));
    expect(deployment.executions).toHaveLength(4);
    expect(kind.callsOf('stop')).toEqual([[name]]);
    expect(kind.phases).toEqual({ [name]: 'stopped' });
    expect(seconds()).toBeGreaterThanOrEqual(30 * HOUR + 60);
    expect(seconds()).toBeLessThanOrEqual(30 * HOUR + 70);
  });

  test('is handed over while it is being stopped, and the next watch says why', async () => {
    kind.run = { ...kind.run, stopSeconds: 180 };
    const deployment = deploy(36);
    await deployment.start();
    const Deadline = new Date(clock.now.getTime() + (30 + 42_900 - 60) * 1000).toISOString();
    const first = await deployment.watch({ Deadline }).toAnswer();
    expect(first).toMatchObject({ Status: 'SUCCESS', Reason: 'The job goes on; the next watch takes over' });
    expect(kind.phases).toEqual({ [name]: 'stopping' });

    expect(await deployment.watch({ Deadline }).toAnswer()).toEqual(overdue(Deadline));
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });

  test('fails the watch in time where it cannot be stopped', async () => {
    kind.run = { ...kind.run, stopSeconds: 1_000 * HOUR };

    expect(await deploy(30).run()).toEqual({
      Status: 'FAILED',
      Reason: `There was no end to it within the time that CloudFormation allows | Job: ${arnOf(name)}`,
      PhysicalResourceId: 'Watch',
    });
    expect(seconds()).toBeLessThanOrEqual(30 * HOUR + 300);
  });
});

test('a job of 168 hours runs through 15 watches, each with less than a tenth of the events of an execution', async () => {
  kind.run = { ...kind.run, seconds: 168 * HOUR };
  const deployment = deploy(174);

  expect(await deployment.run()).toEqual(completed());
  expect(deployment.executions).toHaveLength(17);
  expect(Math.max(...ticksOf(deployment)) * EVENTS_PER_TICK).toBeLessThan(MOST_EVENTS / 10);
  expect(deployment.ticks).toBeLessThan(2300);
});

test('a job that waits for its place for 12 hours keeps its watch within the events of an execution', async () => {
  kind.quota = 1;
  kind.add('of-somebody-else', { seconds: 24 * HOUR });
  const deployment = deploy(36);
  await deployment.start();
  await deployment.watch().toAnswer();

  expect(Math.max(...ticksOf(deployment)) * EVENTS_PER_TICK).toBeLessThan(MOST_EVENTS / 4);
  expect(kind.phases).toEqual({ 'of-somebody-else': 'running' });
});
