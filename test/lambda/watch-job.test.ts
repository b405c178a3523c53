import { Execution } from './execution';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, watchEvent } from './job-events';
import type { WatchProperties } from '../../src/contract';

let clock: Clock;
let kind: FakeJobKind;
let Job: string;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  Job = kind.add('compile-1', { seconds: 7200 });
});

const watch = (properties: Partial<WatchProperties> = {}) =>
  new Execution(watchEvent({ Job, ...properties }), kind, clock);

const completed = () => ({
  Status: 'SUCCESS',
  PhysicalResourceId: 'Watch',
  Data: { JobArn: Job, JobStatus: 'completed', Result: 's3://results/compile-1' },
});

describe('a watch of a job that has been started', () => {
  test.each<[string, Partial<WatchProperties>]>([
    ['a handle', {}],
    ['no handle, so that it waits itself', { WaitHandle: undefined }],
  ])('waits for its end, and has its attributes, with %s', async (_, properties) => {
    clock.advance(5000);

    expect(await watch(properties).toAnswer()).toEqual(completed());
  });

  test('notices at once that it has completed already', async () => {
    clock.advance(7200);
    const start = clock.now;

    expect(await watch({ WaitHandle: undefined }).toAnswer()).toEqual(completed());
    expect(clock.now).toEqual(start);
  });

  test('does nothing but look at it', async () => {
    await watch().toAnswer();

    expect(new Set(kind.calls.map(([call]) => call))).toEqual(new Set(['describe']));
  });

  test('fails with what the service says of it', async () => {
    Job = kind.addEnded('compile-1', 'failed');

    expect(await watch().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${Job} | Logs: the log of compile-1`,
      PhysicalResourceId: 'Watch',
    });
  });

  test('fails where it was stopped by somebody', async () => {
    const execution = watch();
    await execution.tick();
    kind.stopByHand('compile-1');

    expect((await execution.toAnswer()).Reason).toMatch(/^The fake job ended as STOPPED: no reason given \| /);
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('fails where its record is gone, and makes no other job', async () => {
    const execution = watch();
    await execution.tick();
    kind.forget('compile-1');

    expect(await execution.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job is gone; was its record deleted by somebody else? | Job: ${Job}`,
      PhysicalResourceId: 'Watch',
    });
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('looks again for half a minute where it is not shown: what one call has shown another may not show yet', async () => {
    kind.visibleAfter = 20;
    const creation = new Execution(createEvent(), kind, clock);
    await creation.until(() => creation.last.progress.arn !== undefined);
    Job = creation.last.progress.arn!;

    expect((await watch().toAnswer()).Status).toBe('SUCCESS');
  });

  test('does not take a job that fails for its role for one to be made again', async () => {
    Job = kind.add('compile-1', { seconds: 10, end: 'failed', reason: 'unable to assume the role' });

    expect((await watch().toAnswer()).Reason).toMatch(/^The fake job ended as FAILED: unable to assume the role \| /);
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('fails at once with an error that does not pass', async () => {
    kind.fail('describe', new ServiceError('refused', 'no such operation'));

    expect(await watch().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `ServiceError: no such operation | Job: ${Job}`,
      PhysicalResourceId: 'Watch',
    });
  });

  test('stops it at the deadline, and fails once it has ended', async () => {
    const Deadline = '2030-01-01T01:00:00.000Z';
    const execution = watch({ Deadline });

    await execution.until(() => kind.callsOf('stop').length === 1);
    expect(clock.now).toEqual(new Date('2030-01-01T01:00:05Z'));
    expect(await execution.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job had not ended by ${Deadline}, so it was stopped | Job: ${Job} | Logs: the log of compile-1`,
      PhysicalResourceId: 'Watch',
    });
    expect(kind.phases).toEqual({ 'compile-1': 'stopped' });
  });

  test('without a handle waits for no longer than a custom resource can, and says what to do', async () => {
    const execution = watch({ WaitHandle: undefined });

    await execution.until(() => kind.callsOf('stop').length === 1);
    expect(clock.now).toEqual(new Date('2030-01-01T00:55:05Z'));
    expect((await execution.toAnswer()).Reason).toBe(
      'The fake job had not ended after 3300 seconds (a job that changes only because a parameter of the stack does is waited for no longer: change its rerunKey, too), so it was stopped' +
        ` | Job: ${Job} | Logs: the log of compile-1`,
    );
  });
});
