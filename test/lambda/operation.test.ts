import { Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, deleteEvent, updateEvent } from './job-events';
import type { Job } from '../../lambda/job-kind';
import { Operation } from '../../lambda/operation';
import { firstTick, type JobEvent, type Progress } from '../../lambda/tick';

const start = new Date('2030-01-01T00:00:00Z');

function operationAt(seconds: number, event: JobEvent = createEvent(), progress: Progress = {}): Operation {
  const clock = new Clock(start);
  clock.advance(seconds);
  return new Operation({ ...firstTick(event, start), progress }, new FakeJobKind(clock), clock.now, () => 0);
}

const answerOf = (outcome: ReturnType<Operation['again']>) => ('answer' in outcome ? outcome.answer : undefined);

describe('the time', () => {
  test.each([
    [1499, false, false],
    [1500, true, false],
    [1739, true, false],
    [1740, true, true],
  ])('after %i s of a budget of 1500: overdue %s, lost %s', (seconds, isOverdue, isLost) => {
    expect(operationAt(seconds)).toMatchObject({ isOverdue, isLost });
  });

  test('for IAM is over after three minutes', () => {
    expect(operationAt(179).isWithinIamGrace).toBe(true);
    expect(operationAt(180).isWithinIamGrace).toBe(false);
  });

  test('since a moment is never negative', () => {
    expect(operationAt(60).ageOf(start)).toBe(60_000);
    expect(operationAt(0).ageOf(new Date('2030-01-01T00:00:01Z'))).toBe(0);
  });
});

describe('another tick', () => {
  test('comes after the pause, but not after the deadline', () => {
    expect(operationAt(1000).again(300)).toMatchObject({ waitSeconds: 300 });
    expect(operationAt(1400).again(300)).toMatchObject({ waitSeconds: 100 });
    expect(operationAt(1499.5).again(300)).toMatchObject({ waitSeconds: 1 });
    expect(operationAt(1500).again(5)).toMatchObject({ waitSeconds: 5 });
  });

  test('remembers what was known and what is new, and forgets setbacks that are over', () => {
    const operation = operationAt(0, createEvent(), { name: 'a', stopped: true, setbacks: 3, setback: 'busy' });

    expect(operation.again(5, { arn: 'arn:a' })).toEqual({
      waitSeconds: 5,
      progress: { name: 'a', stopped: true, arn: 'arn:a', setbacks: 0, setback: undefined },
    });
  });
});

describe('the physical id', () => {
  const job = { arn: 'arn:job', attributes: { Result: '' } } as unknown as Job;

  test('of a success is the ARN of the job, with the attributes', () => {
    expect(answerOf(operationAt(0).succeed(job))).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: 'arn:job',
      Data: { Result: '' },
    });
  });

  test('of a Delete is the id that was there', () => {
    expect(answerOf(operationAt(0, deleteEvent('arn:old')).succeed())).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: 'arn:old',
    });
  });

  test.each<[string, Progress]>([
    ['arn:a', { name: 'a', arn: 'arn:a' }],
    ['a', { name: 'a' }],
    ['cdk-ml-jobs:not-started', {}],
  ])('of a Create that fails is %s where the progress is that far', (id, progress) => {
    expect(answerOf(operationAt(0, createEvent(), progress).fail('why'))).toEqual({
      Status: 'FAILED',
      Reason: 'why',
      PhysicalResourceId: id,
    });
  });

  test('of a Create that has certainly started nothing is the marker', () => {
    const outcome = operationAt(0, createEvent(), { name: 'a' }).refuse('why');

    expect(answerOf(outcome)?.PhysicalResourceId).toBe('cdk-ml-jobs:not-started');
  });

  test('of an Update that fails is the one that was there', () => {
    const operation = operationAt(0, updateEvent('arn:old', {}, {}), { name: 'a', arn: 'arn:a' });

    expect(answerOf(operation.fail('why'))?.PhysicalResourceId).toBe('arn:old');
    expect(answerOf(operation.refuse('why'))?.PhysicalResourceId).toBe('arn:old');
  });

  test('is a job only where it is an ARN', () => {
    expect(operationAt(0, updateEvent('arn:old', {}, {})).heldArn).toBe('arn:old');
    expect(operationAt(0, updateEvent('cdk-ml-jobs:not-started', {}, {})).heldArn).toBeUndefined();
    expect(operationAt(0, createEvent()).heldArn).toBeUndefined();
  });
});
