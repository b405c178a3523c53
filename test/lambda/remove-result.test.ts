import { Execution } from './execution';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties, updateEvent } from './job-events';
import type { Job } from '../../lambda/job-kind';
import { specOf } from '../../lambda/job-spec';

/** A kind whose jobs make something that stands for itself, which goes with the job's resource. */
class MakingJobKind extends FakeJobKind {
  /** What is left of what jobs have made, by their names. */
  public readonly results = new Set<string>();
  /** What the next deletions come to instead. */
  public readonly setbacks: (ServiceError | 'not-yet')[] = [];
  public deletions = 0;

  public deleteResult({ name }: Job): Promise<boolean> {
    this.deletions++;
    const setback = this.setbacks.shift();
    if (setback instanceof ServiceError) return Promise.reject(setback);
    if (setback === 'not-yet') return Promise.resolve(false);
    this.results.delete(name);
    return Promise.resolve(true);
  }
}

let clock: Clock;
let kind: MakingJobKind;
let name: string;

beforeEach(() => {
  clock = new Clock();
  kind = new MakingJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

const remove = (id: string) => new Execution(deleteEvent(id), kind, clock).toAnswer();
const removed = (id: string) => ({ Status: 'SUCCESS', PhysicalResourceId: id });
const completed = (): string => {
  kind.results.add(name);
  return kind.addEnded(name, 'completed');
};

describe('a Delete of a job whose result goes with it', () => {
  test('deletes the result, and leaves the record of the job', async () => {
    const id = completed();
    expect(await remove(id)).toEqual(removed(id));
    expect(kind.results).toEqual(new Set());
    expect(kind.phases).toEqual({ [name]: 'completed' });
    expect(kind.callsOf('deleteRecord')).toEqual([]);
  });

  test('tries again until it is done', async () => {
    kind.setbacks.push('not-yet', 'not-yet');
    const id = completed();
    expect(await remove(id)).toEqual(removed(id));
    expect(kind.deletions).toBe(3);
  });

  test('fails when it is not done within the time that CloudFormation allows', async () => {
    kind.setbacks.push(...Array.from({ length: 10_000 }, () => 'not-yet' as const));
    const id = completed();
    expect(await remove(id)).toEqual({
      Status: 'FAILED',
      Reason: `What the fake job has made could not be deleted in time | Job: ${id}`,
      PhysicalResourceId: id,
    });
  });

  test.each(['busy', 'denied', 'refused', 'unknown'] as const)(
    'tries again where it is %s for once',
    async (meaning) => {
      kind.setbacks.push(new ServiceError(meaning, 'not now'));
      const id = completed();
      expect(await remove(id)).toEqual(removed(id));
      expect(kind.results).toEqual(new Set());
    },
  );

  test.each([
    ['denied', 18],
    ['refused', 3],
  ] as const)('fails, and says why, where it stays %s, %i times', async (meaning, tries) => {
    kind.setbacks.push(...Array.from({ length: 1000 }, () => new ServiceError(meaning, 'a policy denies it')));
    const id = completed();
    expect(await remove(id)).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('a policy denies it'),
      PhysicalResourceId: id,
    });
    expect(kind.deletions).toBe(tries);
    expect(kind.results).toEqual(new Set([name]));
  });

  test('fails, and says why, where the service stays busy for as long as CloudFormation waits', async () => {
    kind.setbacks.push(...Array.from({ length: 10_000 }, () => new ServiceError('busy', 'throttled')));
    const id = completed();
    const start = clock.now.getTime();
    expect(await remove(id)).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('throttled'),
      PhysicalResourceId: id,
    });
    expect(kind.deletions).toBeGreaterThan(18);
    expect((clock.now.getTime() - start) / 1000).toBeGreaterThanOrEqual(1740);
  });

  test('deletes no result of a job that has failed', async () => {
    const id = kind.addEnded(name, 'failed');
    expect(await remove(id)).toEqual(removed(id));
    expect(kind.deletions).toBe(0);
  });

  test('waits for what a job may yet turn out to have made', async () => {
    const id = completed();
    kind.provisional.set(name, new Date(clock.now.getTime() + 30_000));
    expect(await remove(id)).toEqual(removed(id));
    expect(kind.results).toEqual(new Set());
  });

  test('waits for what a job may yet turn out to have made that CloudFormation was never told of', async () => {
    completed();
    kind.provisional.set(name, new Date(clock.now.getTime() + 30_000));
    expect(await remove('Shop-Compile-1ABCDEF')).toEqual(removed('Shop-Compile-1ABCDEF'));
    expect(kind.results).toEqual(new Set());
  });

  test.each(['failed', 'stopped'] as const)(
    'looks for the result of the next attempt where one has %s',
    async (end) => {
      kind.addEnded(name, end);
      const second = specOf(kind, createEvent(), jobProperties()).nameOf(2);
      kind.addEnded(second, 'completed');
      kind.results.add(second);
      expect(await remove('Shop-Compile-1ABCDEF')).toEqual(removed('Shop-Compile-1ABCDEF'));
      expect(kind.results).toEqual(new Set());
    },
  );

  test.each(['Shop-Compile-1ABCDEF', 'cdk-ml-jobs:may-have-started'])(
    'finds what a job has left that CloudFormation was never told of (%s)',
    async (id) => {
      completed();
      expect(await remove(id)).toEqual(removed(id));
      expect(kind.results).toEqual(new Set());
    },
  );
});

describe('the rollback of an update whose job has completed nevertheless', () => {
  const before = { Request: { Model: 's3://models/0.tar.gz' } };
  const after = { Request: { Model: 's3://models/1.tar.gz' } };
  const nameFor = (properties: object) => specOf(kind, createEvent(properties), jobProperties(properties)).nameOf(1);

  /** The stack goes back to the job that it had, and to another request than the one that has failed. */
  const goBack = async () => {
    const id = kind.addEnded(nameFor(before), 'completed');
    kind.addEnded(nameFor(after), 'completed');
    kind.results.add(nameFor(after));
    return [id, await new Execution(updateEvent(id, after, before), kind, clock).toAnswer()] as const;
  };

  test.each([
    ['busy', 10],
    ['busy', 100],
    ['denied', 10],
    // for longer than it is looked for what the update may yet have started
    ['denied', 100],
  ] as const)('deletes what it has made, though that is %s for %i seconds', async (meaning, seconds) => {
    const end = clock.now.getTime() + seconds * 1000;
    const deleteResult = kind.deleteResult.bind(kind);
    kind.deleteResult = (job) => {
      if (clock.now.getTime() < end) kind.setbacks.push(new ServiceError(meaning, 'not now'));
      return deleteResult(job);
    };
    const [id, answer] = await goBack();
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
    expect(kind.results).toEqual(new Set());
  });

  test('waits for the end of a job that nobody can stop, and deletes what it has made, though that is denied at first', async () => {
    kind.stop = undefined;
    const id = kind.addEnded(nameFor(before), 'completed');
    kind.add(nameFor(after), { seconds: 1000 });
    kind.results.add(nameFor(after));
    kind.setbacks.push(...Array.from({ length: 11 }, () => new ServiceError('denied', 'not now')));

    const answer = await new Execution(updateEvent(id, after, before), kind, clock).toAnswer();
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
    expect(kind.results).toEqual(new Set());
  });

  test('does not fail where it may never be deleted', async () => {
    kind.setbacks.push(...Array.from({ length: 1000 }, () => new ServiceError('denied', 'a policy denies it')));
    const [id, answer] = await goBack();
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
    expect(kind.results).toEqual(new Set([nameFor(after)]));
  });
});
