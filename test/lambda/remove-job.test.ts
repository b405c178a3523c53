import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties, longWait, updateEvent } from './job-events';
import { specOf } from '../../lambda/job-spec';
import type { JobProperties } from '../../src/contract';

let clock: Clock;
let kind: FakeJobKind;
let name: string;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

const remove = (id: string, properties: Partial<JobProperties> = {}) =>
  new Execution(deleteEvent(id, properties), kind, clock).toAnswer();
const removed = (id: string) => ({ Status: 'SUCCESS', PhysicalResourceId: id });
const namesSought = () => [...new Set(kind.callsOf('find').map(([sought]) => sought))];

describe('a Delete', () => {
  test('of a running job stops it, waits until it has ended, and deletes its record', async () => {
    const id = kind.add(name, { seconds: 100_000, stopSeconds: 60 });
    const start = clock.now.getTime();

    expect(await remove(id)).toEqual(removed(id));

    expect(kind.callsOf('stop')).toEqual([[name]]);
    expect(kind.callsOf('deleteRecord')).toEqual([[name]]);
    expect(kind.phases).toEqual({});
    expect((clock.now.getTime() - start) / 1000).toBe(60);
  });

  test('of a job that wait conditions wait for ends what follows it behind the answer, once', async () => {
    const id = kind.add(name, { seconds: 100_000, stopSeconds: 60 });
    const request = new Execution(deleteEvent(id, longWait(36)), kind, clock);
    request.executions.findings.push('others-ended');

    expect(await request.toAnswer()).toEqual(removed(id));
    expect(request.executions.calls).toEqual(['endOlder']);
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });

  test.each([
    ['ends an older request for the same job', { WaitSeconds: '130000' }, true],
    ['leaves one for the job that has taken its place', { RerunKey: 'another' }, false],
  ] as const)('of a job that wait conditions wait for %s', async (_, to, isEnded) => {
    const id = kind.addEnded(name, 'completed');
    const request = new Execution(deleteEvent(id, longWait(36)), kind, clock);
    request.executions.older.push(updateEvent(id, longWait(36), { ...longWait(36), ...to }));
    request.executions.findings.push('others-ended');

    expect(await request.toAnswer()).toEqual(removed(id));
    expect(request.executions.findings).toEqual(isEnded ? [] : ['others-ended']);
  });

  test.each([
    ['a request for a job that cannot be read any more', { Request: { Wrong: 1 } }],
    ['what reads a job that was made elsewhere', { Reference: 'Trained' }],
  ])('of a job that wait conditions wait for ends %s', async (_, older) => {
    const id = kind.addEnded(name, 'completed');
    const properties = 'Request' in older ? { ...longWait(36), ...older } : longWait(36);
    const request = new Execution(deleteEvent(id, properties), kind, clock);
    request.executions.older.push(updateEvent(id, longWait(36), { ...longWait(36), ...older }));
    request.executions.findings.push('others-ended');

    expect(await request.toAnswer()).toEqual(removed(id));
    expect(request.executions.findings).toEqual([]);
  });

  test('of a job that wait conditions wait for gives way to a newer request', async () => {
    const id = kind.add(name, { seconds: 100_000 });
    const request = new Execution(deleteEvent(id, longWait(36)), kind, clock);
    request.executions.findings.push('superseded');

    await request.tick();
    expect(request.last).toMatchObject({ done: true });
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('of a job that its own resource has waited for looks for nothing else', async () => {
    const id = kind.addEnded(name, 'completed');
    const request = new Execution(deleteEvent(id), kind, clock);

    expect(await request.toAnswer()).toEqual(removed(id));
    expect(request.executions.calls).toEqual([]);
  });

  test('of a job that may yet turn out to have completed waits for that, and deletes its record then', async () => {
    const id = kind.addEnded(name, 'completed');
    kind.provisional.set(name, new Date(clock.now.getTime() + 30_000));

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('deleteRecord')).toEqual([[name]]);
  });

  test('of a job that completes while it is being stopped deletes its record', async () => {
    const id = kind.add(name, { seconds: 12, stopSeconds: 60 });

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.phases).toEqual({});
  });

  test.each(['completed', 'stopped'] as const)('of a job that has %s deletes its record', async (end) => {
    const id = kind.addEnded(name, end);

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([]);
    expect(kind.phases).toEqual({});
  });

  test('of a failed job keeps its record', async () => {
    const id = kind.addEnded(name, 'failed');

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.calls).toEqual([['describe', id]]);
  });

  test('of a failed job that holds its instances keeps its record, and lets go of them', async () => {
    const id = kind.addEnded(name, 'failed');
    kind.instanceHold = 2;

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('releaseInstances')).toEqual([[name], [name]]);
    expect(kind.callsOf('deleteRecord')).toEqual([]);
    expect(kind.instanceHold).toBe(0);
  });

  test('of a failed job whose instances are not let go of in time succeeds: they are after a while', async () => {
    const id = kind.addEnded(name, 'failed');
    kind.instanceHold = Infinity;
    const start = clock.now.getTime();

    expect(await remove(id)).toEqual(removed(id));
    expect((clock.now.getTime() - start) / 1000).toBe(180);
  });

  test('of a failed job whose instances are not let go of takes no longer where it was denied something', async () => {
    const id = kind.addEnded(name, 'failed');
    kind.instanceHold = Infinity;
    kind.fail('describe', new ServiceError('denied', 'no policy allows it'), 2);
    const start = clock.now.getTime();

    expect(await remove(id)).toEqual(removed(id));
    expect((clock.now.getTime() - start) / 1000).toBeLessThan(200);
  });

  test('of a job whose kind has records that cannot be deleted leaves it', async () => {
    const id = kind.addEnded(name, 'completed');
    kind.deleteRecord = undefined;

    expect(await remove(id)).toEqual(removed(id));
  });

  test('of a job whose record is still in use tries again until it is not', async () => {
    const id = kind.addEnded(name, 'completed');
    kind.recordsInUse = 2;

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('deleteRecord')).toHaveLength(3);
    expect(kind.phases).toEqual({});
  });

  test('of a job whose record stays in use leaves it when CloudFormation waits no longer', async () => {
    const id = kind.addEnded(name, 'completed');
    kind.recordsInUse = Infinity;
    const start = clock.now.getTime();

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.phases).toEqual({ [name]: 'completed' });
    expect((clock.now.getTime() - start) / 1000).toBe(1740);
  });

  test('of a job that is gone succeeds', async () => {
    expect(await remove(arnOf(name))).toEqual(removed(arnOf(name)));
  });

  test('of what was never started succeeds without any call', async () => {
    expect(await remove('cdk-ml-jobs:not-started')).toEqual(removed('cdk-ml-jobs:not-started'));
    expect(kind.calls).toEqual([]);
  });

  test('takes the stop of a job that has just ended for success', async () => {
    const id = kind.add(name, { seconds: 100 });
    kind.fail('stop', new ServiceError('ended', 'the job is in status COMPLETED'));

    expect(await remove(id)).toEqual(removed(id));
  });

  test.each(['describe', 'stop', 'deleteRecord'] as const)(
    'does no harm when the answer of %s is lost',
    async (call) => {
      const id = kind.add(name, { seconds: 100_000 });
      kind.lose(call);

      expect(await remove(id)).toEqual(removed(id));
      expect(kind.phases).toEqual({});
    },
  );

  test.each([
    ['refused', 3, 10],
    // rights that have just been given may not be there yet
    ['denied', 18, 170],
    ['unknown', 3, 10],
    ['not-found', 3, 10],
    ['quota', 3, 10],
  ] as const)(
    'leaves the record where the service says that its deletion is %s, %i times, which is on record',
    async (fault, tries, seconds) => {
      const id = kind.addEnded(name, 'completed');
      kind.fail('deleteRecord', new ServiceError(fault, 'a policy denies it'), Infinity);
      const execution = new Execution(deleteEvent(id), kind, clock);
      const start = clock.now.getTime();

      expect(await execution.toAnswer()).toEqual(removed(id));
      expect(kind.callsOf('deleteRecord')).toHaveLength(tries);
      expect((clock.now.getTime() - start) / 1000).toBe(seconds);
      expect(kind.phases).toEqual({ [name]: 'completed' });
      expect(execution.last.progress).toMatchObject({
        keepsRecord: true,
        setback: 'ServiceError: a policy denies it',
      });
    },
  );

  test('deletes a record that was refused at first', async () => {
    const id = kind.addEnded(name, 'completed');
    kind.fail('deleteRecord', new ServiceError('refused', 'the job is not in a terminal state'), 2);

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.phases).toEqual({});
  });

  test('leaves the record where the service is busy for as long as CloudFormation waits', async () => {
    const id = kind.addEnded(name, 'completed');
    kind.fail('deleteRecord', new ServiceError('busy', 'throttled'), Infinity);
    const start = clock.now.getTime();

    expect(await remove(id)).toEqual(removed(id));
    expect((clock.now.getTime() - start) / 1000).toBeGreaterThanOrEqual(1740);
  });

  test('of a job with a generated name does not ask for its tags', async () => {
    const id = kind.addEnded(name, 'completed');

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('listTags')).toEqual([]);
  });

  test('of a failed job that will not be another waits for nothing', async () => {
    const id = kind.addEnded(name, 'failed');
    kind.tellsEnds = true;
    const start = clock.now.getTime();

    expect(await remove(id)).toEqual(removed(id));
    expect(clock.now.getTime()).toBe(start);
  });

  test('fails where it cannot be told what the job would have been, for another reason than the request', async () => {
    kind.revive = () => {
      throw new TypeError('the table is broken');
    };

    expect(await remove('Shop-Compile-1ABCDEF')).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('the table is broken'),
    });
  });

  test.each(['refused', 'denied', 'unknown'] as const)(
    'looks once more at a job whose stop was refused in whatever words (%s)',
    async (fault) => {
      const id = kind.add(name, { seconds: 100 });
      jest.spyOn(kind, 'stop').mockImplementationOnce(async () => {
        clock.advance(100);
        throw new ServiceError(fault, 'The request was rejected because the job is in COMPLETED status');
      });

      expect(await remove(id)).toEqual(removed(id));
      expect(kind.phases).toEqual({});
    },
  );

  test('fails where the stop of a job was refused that still runs', async () => {
    const id = kind.add(name, { seconds: 100_000 });
    kind.fail('stop', new ServiceError('refused', 'a policy denies it'), 3);

    expect(await remove(id)).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('a policy denies it') });
  });

  test('looks for a job by the name of its attempt, in whatever letter case the ARN is', async () => {
    kind.lowersArns = true;
    kind.add(name, { seconds: 100_000 });
    const id = arnOf(name).toLowerCase();

    expect(id).not.toContain(name);
    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });

  test('fails when a job does not end in time that nobody can stop, and says so', async () => {
    const id = kind.add(name, { seconds: 100_000 });
    kind.stop = undefined;

    expect(await remove(id)).toMatchObject({
      Status: 'FAILED',
      Reason:
        'There was no end to it within the time that CloudFormation allows; nobody can stop a fake job: try again when it has ended',
    });
  });

  test('fails when the job does not stop within the time that CloudFormation allows', async () => {
    const id = kind.add(name, { seconds: 100_000, stopSeconds: 100_000 });

    expect(await remove(id)).toEqual({
      Status: 'FAILED',
      Reason: 'There was no end to it within the time that CloudFormation allows',
      PhysicalResourceId: id,
    });
  });
});

describe('a Delete with an id that is no ARN', () => {
  test.each(['Shop-Compile-1ABCDEF', 'the name', 'cdk-ml-jobs:may-have-started'])(
    'finds a job that runs by its name and stops it (%s)',
    async (id) => {
      kind.addEnded(name, 'failed');
      kind.add(`${name}-2`, { seconds: 100_000 });

      expect(await remove(id)).toEqual(removed(id));
      expect(kind.phases).toEqual({ [name]: 'failed', [`${name}-2`]: 'stopped' });
    },
  );

  test('leaves the record of one that has completed: it may be what another try has found', async () => {
    kind.addEnded(name, 'completed');

    expect(await remove('Shop-Compile-1ABCDEF')).toEqual(removed('Shop-Compile-1ABCDEF'));
    expect(kind.phases).toEqual({ [name]: 'completed' });
  });

  test('waits for a job that is being stopped already', async () => {
    kind.add(name, { seconds: 100_000, stopSeconds: 60 });
    kind.stopByHand(name);

    expect(await remove('Shop-Compile-1ABCDEF')).toEqual(removed('Shop-Compile-1ABCDEF'));
    expect(kind.phases).toEqual({ [name]: 'stopped' });
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('succeeds where there is no job, and looks at no other name than those of the spec', async () => {
    kind.add('Shop-Compile-1ABCDEF');

    expect(await remove('Shop-Compile-1ABCDEF')).toEqual(removed('Shop-Compile-1ABCDEF'));
    expect(namesSought()).toEqual([name]);
  });

  test('finds a job that appears after it: the function was in the middle of the Create call when it was cancelled', async () => {
    kind.run = { ...kind.run, seconds: 100_000 };
    const cancelled = new Execution(createEvent(), kind, clock);
    await cancelled.until(() => cancelled.last.progress.name !== undefined);
    const removal = new Execution(deleteEvent('Shop-Compile-1ABCDEF'), kind, clock);
    await removal.tick();
    await cancelled.crash();
    expect(kind.phases).toEqual({ [name]: 'running' });

    expect(await removal.toAnswer()).toEqual(removed('Shop-Compile-1ABCDEF'));
    expect(kind.phases).toEqual({ [name]: 'stopped' });
  });

  test('looks for a job that may yet appear for as long as a call may take and a job may not be shown', async () => {
    const start = clock.now.getTime();
    await remove('Shop-Compile-1ABCDEF');
    expect((clock.now.getTime() - start) / 1000).toBe(100);
  });

  test('succeeds where the request cannot be read: it was never sent', async () => {
    expect(await remove('Shop-Compile-1ABCDEF', { Request: { Wrong: 1 } })).toEqual(removed('Shop-Compile-1ABCDEF'));
  });

  test('fails when the service does', async () => {
    kind.fail('find', new ServiceError('refused', 'no such operation'));

    expect(await remove('Shop-Compile-1ABCDEF')).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'Shop-Compile-1ABCDEF',
    });
  });
});

describe('a Delete of a job that is not shown', () => {
  test('stops it when it is shown: it may have been made a moment ago', async () => {
    kind.run = { ...kind.run, seconds: 100_000 };
    kind.visibleAfter = 20;
    const creation = new Execution(createEvent(), kind, clock);
    await creation.until(() => kind.phases[name] === 'running');

    expect(await remove(arnOf(name))).toEqual(removed(arnOf(name)));
    expect(kind.phases).toEqual({});
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });

  test('takes it for gone after a minute', async () => {
    const start = clock.now.getTime();

    expect(await remove(arnOf(name))).toEqual(removed(arnOf(name)));
    expect((clock.now.getTime() - start) / 1000).toBe(60);
  });
});

describe('a Delete with the name of an attempt, which CloudFormation was told', () => {
  test.each([1, 2])('stops that attempt, and deletes its record (attempt %i)', async (attempt) => {
    const id = specOf(kind, createEvent(), jobProperties()).nameOf(attempt);
    kind.addEnded(name, 'failed');
    kind.add(id, { seconds: 100_000 });

    expect(await remove(id)).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([[id]]);
    expect(kind.callsOf('deleteRecord')).toEqual([[id]]);
  });

  test.each([
    ['has failed', (id: string) => void kind.addEnded(id, 'failed')],
    ['never found a place', () => {}],
  ])('touches no other attempt where that one %s', async (_, prepare) => {
    prepare(name);
    kind.add(`${name}-2`, { seconds: 100_000 });

    expect(await remove(name)).toEqual(removed(name));
    expect(kind.phases[`${name}-2`]).toBe('running');
    expect(namesSought()).toEqual([name]);
  });

  test('deletes the record of an attempt that has completed', async () => {
    kind.addEnded(name, 'completed');

    expect(await remove(name)).toEqual(removed(name));
    expect(kind.phases).toEqual({});
  });

  test('leaves the job where the creation that has failed was tried again: it may have got the same name', async () => {
    kind.add(name, { seconds: 100_000 });
    const execution = new Execution(deleteEvent(name), kind, clock);
    execution.executions.createdAgain.push(name);

    expect(await execution.toAnswer()).toEqual(removed(name));
    expect(kind.phases[name]).toBe('running');
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('waits for the end of what is being stopped, before it asks whether it was tried again', async () => {
    kind.add(name, { seconds: 100_000, stopSeconds: 60 });
    kind.stopByHand(name);
    const execution = new Execution(deleteEvent(name), kind, clock);
    execution.executions.createdAgain.push(name);

    expect(await execution.toAnswer()).toEqual(removed(name));
    expect(kind.phases).toEqual({ [name]: 'stopped' });
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('waits until it can see whether it was tried again', async () => {
    kind.add(name, { seconds: 100_000 });
    const execution = new Execution(deleteEvent(name), kind, clock);
    const look = jest.spyOn(execution.executions, 'isCreatedAgain');
    for (let tries = 0; tries < 5; tries++) look.mockRejectedValueOnce(new Error('Rate exceeded'));

    expect(await execution.toAnswer()).toEqual(removed(name));
    expect(look.mock.calls.length).toBeGreaterThan(5);
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });

  test('finds the attempt by that name even where the prefix is another by now', async () => {
    kind.add(name, { seconds: 100_000 });

    expect(await remove(name, { NamePrefix: 'Shop-engine--Compile' })).toEqual(removed(name));
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });
});

describe('a Delete of a job with a name that the user chose', () => {
  const named = { JobName: 'shop-model' };
  const own = () => ({ 'cdk-ml-jobs:spec': specOf(kind, createEvent(named), jobProperties(named)).key });

  test.each([arnOf('shop-model'), 'shop-model'])('stops it (%s)', async (id) => {
    kind.add('shop-model', { seconds: 100_000 }, own());

    expect(await remove(id, named)).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([['shop-model']]);
  });

  test.each([arnOf('shop-model'), 'shop-model'])('leaves the job of somebody else alone (%s)', async (id) => {
    kind.add('shop-model', { seconds: 100_000 }, { 'cdk-ml-jobs:spec': '0123456789ab' });

    expect(await remove(id, named)).toEqual(removed(id));
    expect(kind.phases).toEqual({ 'shop-model': 'running' });
  });

  test('stops it where its tags cannot be read: the resource holds its ARN', async () => {
    const id = kind.add('shop-model', { seconds: 100_000 }, own());
    kind.fail('listTags', new ServiceError('refused', 'the job is stopping'), Infinity);

    expect(await remove(id, named)).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([['shop-model']]);
  });

  test('stops asking a busy service for its tags after some tries', async () => {
    const id = kind.addEnded('shop-model', 'completed', own());
    kind.fail('listTags', new ServiceError('busy', 'throttled'), Infinity);

    expect(await remove(id, named)).toEqual(removed(id));
    expect(kind.callsOf('listTags')).toHaveLength(6);
    expect(kind.phases).toEqual({});
  });

  test('leaves what has ended where its tags cannot be read, and the resource has a name only', async () => {
    kind.addEnded('shop-model', 'failed', own());
    kind.tagsOfEnded = new ServiceError('refused', 'the job has ended');

    expect(await remove('shop-model', named)).toEqual(removed('shop-model'));
    expect(kind.phases).toEqual({ 'shop-model': 'failed' });
  });

  test('asks for no tags where the service tells the token of the job', async () => {
    kind.tellsTokens = true;
    const id = kind.add('shop-model', { seconds: 100_000 }, {}, own()['cdk-ml-jobs:spec']);

    expect(await remove(id, named)).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([['shop-model']]);
    expect(kind.callsOf('listTags')).toEqual([]);
  });

  test('deletes a job with the ARN though the request cannot be read any more', async () => {
    const id = kind.add('shop-model', { seconds: 100_000 }, own());

    expect(await remove(id, { ...named, Request: { Wrong: 1 } })).toEqual(removed(id));
    expect(kind.callsOf('stop')).toEqual([['shop-model']]);
  });

  test('leaves the record of a job of somebody else alone', async () => {
    const id = kind.addEnded('shop-model', 'completed');

    expect(await remove(id, named)).toEqual(removed(id));
    expect(kind.phases).toEqual({ 'shop-model': 'completed' });
  });
});

describe('after a failed Create', () => {
  test.each([
    ['with the ARN', 'describe'],
    ['with the name', 'create'],
  ] as const)('the Delete stops what was started (%s)', async (_, call) => {
    kind.run = { ...kind.run, seconds: 100_000 };
    kind.lose(call, new TypeError('the answer is no JSON'));
    const { Status, PhysicalResourceId } = await new Execution(createEvent(), kind, clock).toAnswer();
    expect(Status).toBe('FAILED');
    expect(kind.phases).toEqual({ [name]: 'running' });

    expect(await remove(PhysicalResourceId)).toEqual(removed(PhysicalResourceId));
    expect(Object.values(kind.phases)).not.toContain('running');
  });

  test('the Delete of a cancelled Create stops its job, and the execution of the Create ends', async () => {
    kind.run = { ...kind.run, seconds: 100_000 };
    const cancelled = new Execution(createEvent(), kind, clock);
    await cancelled.until(() => kind.phases[name] === 'running');

    await remove('Shop-Compile-1ABCDEF');

    expect(kind.phases).toEqual({ [name]: 'stopped' });
    expect(await cancelled.toAnswer()).toMatchObject({ Status: 'FAILED' });
    expect(kind.callsOf('create')).toHaveLength(1);
  });
});
