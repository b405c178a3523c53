import { Execution } from './execution';
import { FakeExecutions } from './fake-executions';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, jobProperties, resultEvent } from './job-events';
import { awaitEnd } from '../../lambda/await-end';
import type { Job } from '../../lambda/job-kind';
import { specOf } from '../../lambda/job-spec';
import { Operation } from '../../lambda/operation';
import { firstTick, type Progress, type ResourceEvent } from '../../lambda/tick';

let clock: Clock;
let kind: FakeJobKind;
let name: string;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

const create = () => new Execution(createEvent(), kind, clock);
const secondsOf = async (work: () => Promise<unknown>) => {
  const start = clock.now.getTime();
  await work();
  return (clock.now.getTime() - start) / 1000;
};

describe('a job that is waited for', () => {
  const job = (phase: Job['phase'], reason?: string): Job => ({
    name: 'compile-1',
    arn: arnOf('compile-1'),
    phase,
    status: phase.toUpperCase(),
    reason,
    since: new Date('2030-01-01T00:00:00Z'),
    attributes: {},
  });
  const after = (seconds: number, of: Job, progress: Progress = {}, event: ResourceEvent = createEvent()) => {
    const tick = firstTick(event, clock.now);
    clock.advance(seconds);
    const world = { kind, executions: new FakeExecutions(), clock: () => clock.now, random: () => 0 };
    return awaitEnd(new Operation({ ...tick, progress }, world), of);
  };
  const known = { name: 'compile-1', arn: arnOf('compile-1'), setbacks: 0, setback: undefined };
  const traces = `Job: ${arnOf('compile-1')} | Logs: the log of compile-1`;

  afterEach(() => {
    expect(kind.calls).toEqual([]);
  });

  test('and runs is looked at again after 5 % of its run time, and is known from then on', async () => {
    expect(await after(1000, job('running'))).toEqual({ waitSeconds: 50, progress: known });
  });

  test('and runs when the wait is over is stopped by the next tick: this one puts that on record', async () => {
    expect(await after(1500, job('running'))).toEqual({ waitSeconds: 0, progress: { ...known, stopped: true } });
  });

  test('and runs when the wait is over fails where nobody can stop it', async () => {
    Object.defineProperty(kind, 'stop', { value: undefined });
    const reason = `The fake job had not ended after 1500 seconds, and nobody can stop it: it goes on | ${traces}`;

    expect(await after(1500, job('running'), { arn: arnOf('compile-1') })).toEqual({
      answer: { PhysicalResourceId: arnOf('compile-1'), Status: 'FAILED', Reason: reason },
    });
  });

  test('and runs when the wait is over is known before that is told, where nobody can stop it', async () => {
    Object.defineProperty(kind, 'stop', { value: undefined });

    expect(await after(1500, job('running'))).toEqual({ waitSeconds: 0, progress: known });
  });

  test.each<[string, number, number, Progress]>([
    ['by this operation is looked at again in a moment', 1000, 5, { stopped: true }],
    ['when the wait is over is looked at again in a moment', 1500, 5, {}],
    ['by somebody else is looked at as if it ran', 1000, 50, {}],
  ])('and is being stopped %s', async (_, seconds, waitSeconds, progress) => {
    expect(await after(seconds, job('stopping'), progress)).toEqual({
      waitSeconds,
      progress: { ...progress, ...known },
    });
  });

  test('and has completed is nothing more to wait for', async () => {
    expect(await after(1000, job('completed'))).toBeUndefined();
  });

  test.each<[string, Job['phase'], Date | undefined, Progress]>([
    ['has just ended', 'failed', new Date('2030-01-01T00:16:00Z'), { endSeenAt: '2030-01-01T00:16:40.000Z' }],
    ['was seen to have ended now', 'completed', undefined, { endSeenAt: '2030-01-01T00:16:40.000Z' }],
  ])(
    'and of which the service may yet say something else is looked at again: it %s',
    async (_, phase, endedAt, progress) => {
      expect(await after(1000, { ...job(phase), isProvisional: true, endedAt })).toEqual({
        waitSeconds: 10,
        progress: { ...progress, ...known },
      });
    },
  );

  test.each<[string, Date | undefined, Progress]>([
    ['by its own time', new Date('2030-01-01T00:15:40Z'), {}],
    ['since it was seen', undefined, { endSeenAt: '2030-01-01T00:15:40.000Z' }],
  ])('and of which the service has said no more for a minute is what it is: %s', async (_, endedAt, progress) => {
    const provisional = { isProvisional: true, endedAt };
    expect(await after(1000, { ...job('completed'), ...provisional }, progress)).toBeUndefined();
    expect(await after(0, { ...job('failed', 'none was processed'), ...provisional }, progress)).toMatchObject({
      answer: { Status: 'FAILED' },
    });
  });

  test('fails with the words of the service when it has failed', async () => {
    expect(await after(1000, job('failed', 'ClientError: out of memory'), known)).toEqual({
      answer: {
        Status: 'FAILED',
        Reason: `The fake job ended as FAILED: ClientError: out of memory | ${traces}`,
        PhysicalResourceId: arnOf('compile-1'),
      },
      isSettled: true,
    });
  });

  test.each<[string, number, Progress, ResourceEvent, string]>([
    ['by somebody', 1000, {}, createEvent(), 'ended as STOPPED: no reason given'],
    [
      'because the wait was over',
      1600,
      { stopped: true },
      createEvent(),
      'had not ended after 1500 seconds, so it was stopped',
    ],
    ['by somebody, before the deadline', 3000, {}, resultEvent(), 'ended as STOPPED: no reason given'],
    [
      'because the wait was over, as its result finds',
      5,
      {},
      resultEvent({ Deadline: '2030-01-01T00:00:00.000Z' }),
      'had not ended by 2030-01-01T00:00:00.000Z, so it was stopped',
    ],
  ])('fails when it was stopped %s', async (_, seconds, progress, event, how) => {
    expect(await after(seconds, job('stopped'), progress, event)).toMatchObject({
      answer: { Status: 'FAILED', Reason: `The fake job ${how} | ${traces}` },
    });
  });
});

describe('the budget', () => {
  test('fails with a job that runs beyond it, once that is stopped and has ended', async () => {
    kind.run = { seconds: 100_000, end: 'completed', stopSeconds: 120 };
    const execution = create();
    const seconds = await secondsOf(() => execution.toAnswer());

    expect(execution.last.answer).toEqual({
      Status: 'FAILED',
      Reason: `The fake job had not ended after 1500 seconds, so it was stopped | Job: ${arnOf(name)} | Logs: the log of ${name}`,
      PhysicalResourceId: arnOf(name),
    });
    expect(kind.callsOf('stop')).toEqual([[name]]);
    expect(kind.phases).toEqual({ [name]: 'stopped' });
    expect(seconds).toBeGreaterThanOrEqual(1620);
    expect(seconds).toBeLessThanOrEqual(1625);
  });

  test('stops the job at the deadline, however slow the pace is by then', async () => {
    kind.run = { seconds: 1_000_000, end: 'completed', stopSeconds: 20 };
    kind.add(name);
    clock.advance(500_000);
    const execution = create();

    expect(await secondsOf(() => execution.until(() => execution.last.progress.stopped === true))).toBe(1500);
  });

  test('succeeds when the job completes while it is being stopped', async () => {
    kind.run = { seconds: 1505, end: 'completed', stopSeconds: 60 };

    expect(await create().toAnswer()).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: arnOf(name) });
    expect(kind.callsOf('stop')).toHaveLength(1);
  });

  test('takes the stop of a job that has just ended for success', async () => {
    kind.run = { seconds: 100_000, end: 'completed', stopSeconds: 20 };
    kind.fail('stop', new ServiceError('ended', 'the job is in status COMPLETED'));
    const execution = create();
    await execution.until(() => kind.callsOf('stop').length === 1);

    expect(execution.last.answer).toBeUndefined();
  });

  test('fails saying that it has stopped the job even where the answer of the Stop call was lost', async () => {
    kind.run = { seconds: 100_000, end: 'completed', stopSeconds: 20 };
    kind.lose('stop');

    expect((await create().toAnswer()).Reason).toMatch(/^The fake job had not ended after 1500 seconds/);
  });
});
