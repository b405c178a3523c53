import { FakeExecutions } from './fake-executions';
import { Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, deleteEvent, referenceEvent, updateEvent, watchEvent } from './job-events';
import { executionName } from '../../lambda/execution-name';
import type { Job } from '../../lambda/job-kind';
import { Operation } from '../../lambda/operation';
import { firstTick, type JobEvent, type Progress, type ResourceEvent } from '../../lambda/tick';

const start = new Date('2030-01-01T00:00:00Z');

function operationAt(
  seconds: number,
  event: ResourceEvent = createEvent(),
  progress: Progress = {},
  carried?: JobEvent,
): Operation {
  const clock = new Clock(start);
  clock.advance(seconds);
  const world = {
    kind: new FakeJobKind(clock),
    executions: new FakeExecutions(),
    clock: () => clock.now,
    random: () => 0,
  };
  return new Operation({ ...firstTick(event, start), ...(carried && { carried }), progress }, world);
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

  test.each([
    [42_899, false, false],
    [42_900, true, false],
    [43_140, true, true],
  ])('after %i s of a watch with a later deadline: handover %s, lost %s', (seconds, isHandover, isLost) => {
    expect(operationAt(seconds, watchEvent())).toMatchObject({ isOverdue: false, isHandover, isLost });
  });

  test.each([
    [21_599, false, false],
    [21_600, true, false],
    [21_840, true, true],
  ])('after %i s of a watch with a deadline after six hours: overdue %s, lost %s', (seconds, isOverdue, isLost) => {
    const operation = operationAt(seconds, watchEvent({ Deadline: '2030-01-01T06:00:00.000Z' }));

    expect(operation).toMatchObject({ isOverdue, isHandover: false, isLost });
  });

  test('of a job and of a watch without a handle is never that of a handover', () => {
    expect(operationAt(100_000).isHandover).toBe(false);
    expect(operationAt(100_000, watchEvent({ WaitHandle: undefined })).isHandover).toBe(false);
  });

  test.each([
    [299, false, false],
    [300, true, true],
  ])('after %i s of a reference: overdue %s, lost %s', (seconds, isOverdue, isLost) => {
    expect(operationAt(seconds, referenceEvent())).toMatchObject({ isOverdue, isHandover: false, isLost });
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

  test('of a watch comes after the pause, but not after the handover', () => {
    expect(operationAt(42_000, watchEvent()).again(300)).toMatchObject({ waitSeconds: 300 });
    expect(operationAt(42_800, watchEvent()).again(300)).toMatchObject({ waitSeconds: 100 });
  });

  test('of a watch whose deadline comes first comes no later than that, and then goes on until the handover', () => {
    const watch = watchEvent({ Deadline: '2030-01-01T06:00:00.000Z' });

    expect(operationAt(21_500, watch).again(300)).toMatchObject({ waitSeconds: 100 });
    expect(operationAt(21_600, watch).again(5)).toMatchObject({ waitSeconds: 5 });
    expect(operationAt(42_800, watch).again(300)).toMatchObject({ waitSeconds: 100 });
  });

  test('remembers what was known and what is new, and forgets setbacks that are over', () => {
    const operation = operationAt(0, createEvent(), { name: 'a', stopped: true, setbacks: 3, setback: 'busy' });

    expect(operation.again(5, { arn: 'arn:a' })).toEqual({
      waitSeconds: 5,
      progress: { name: 'a', stopped: true, arn: 'arn:a', setbacks: 0, setback: undefined },
    });
  });
});

test('no error, and no reason, is carried along at full length where it is long', () => {
  const long = 'x'.repeat(5000);
  const outcome = operationAt(0).again(5, { setback: long });

  expect('progress' in outcome && outcome.progress.setback).toBe('x'.repeat(4000));
  expect(answerOf(operationAt(0).fail(long))?.Reason).toBe('x'.repeat(4000));
});

describe('the request', () => {
  test('is asked for by the resource of the job', () => {
    const operation = operationAt(0);

    expect(operation).toMatchObject({ isWatch: false, hasRequest: true, event: createEvent() });
  });

  test('is what a watch carries on', () => {
    const carried = createEvent({ WaitForCompletion: 'watched' });

    expect(operationAt(0, watchEvent(), {}, carried)).toMatchObject({
      isWatch: true,
      hasRequest: true,
      event: carried,
      properties: carried.ResourceProperties,
    });
  });

  test('is none in a reference', () => {
    expect(operationAt(0, referenceEvent())).toMatchObject({ isWatch: false, isReference: true, hasRequest: false });
    expect(operationAt(0, watchEvent()).isReference).toBe(false);
  });

  test('fails to be read from a watch that has none', () => {
    const operation = operationAt(0, watchEvent());

    expect(operation).toMatchObject({ isWatch: true, hasRequest: false });
    expect(() => operation.event).toThrow('A watch of a known job has no request for one');
  });
});

describe('an operation goes on until', () => {
  test.each<[string, 'true' | 'false' | 'watched']>([
    ['end', 'true'],
    ['acceptance', 'false'],
    ['start', 'watched'],
  ])("the job's %s where WaitForCompletion is %s", (goal, WaitForCompletion) => {
    expect(operationAt(0, createEvent({ WaitForCompletion })).goal).toBe(goal);
  });

  test("the job's end in a watch, whatever it carries on", () => {
    expect(operationAt(0, watchEvent()).goal).toBe('end');
    expect(operationAt(0, watchEvent(), {}, createEvent({ WaitForCompletion: 'watched' })).goal).toBe('end');
  });
});

describe('how long a job was waited for', () => {
  const byParameter =
    'after 3300 seconds (a job that changes only because a parameter of the stack does is waited for no longer: change its rerunKey, too)';

  test.each<[string, ResourceEvent]>([
    ['after 1500 seconds', createEvent()],
    ['by 2030-01-02T06:00:00.000Z', watchEvent()],
    ['by 2030-01-01T00:30:00.000Z', watchEvent({ WaitHandle: undefined, Deadline: '2030-01-01T00:30:00.000Z' })],
    [byParameter, watchEvent({ WaitHandle: undefined })],
    ['after 300 seconds', referenceEvent()],
  ])('is "%s"', (text, event) => {
    expect(operationAt(0, event).waitText).toBe(text);
  });
});

describe('the physical id', () => {
  const job = { name: 'job', arn: 'arn:job', attributes: { Result: '' } } as unknown as Job;

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

  test('stands for a job where it is its ARN or its name', () => {
    expect(operationAt(0, updateEvent('arn:job', {}, {})).holds(job)).toBe(true);
    expect(operationAt(0, updateEvent('job', {}, {})).holds(job)).toBe(true);
    expect(operationAt(0, updateEvent('job-2', {}, {})).holds(job)).toBe(false);
    expect(operationAt(0, createEvent()).holds(job)).toBe(false);
  });

  test('of a success stays the name where that is the id that was there', () => {
    expect(answerOf(operationAt(0, updateEvent('job', {}, {})).succeed(job))?.PhysicalResourceId).toBe('job');
    expect(answerOf(operationAt(0, updateEvent('other', {}, {})).succeed(job))?.PhysicalResourceId).toBe('arn:job');
  });

  test.each<[string, ResourceEvent, JobEvent | undefined]>([
    ['that knows the job', watchEvent(), undefined],
    ['that carries a Create on', watchEvent(), createEvent()],
    ['that carries an Update on', watchEvent(), updateEvent('arn:old', {}, {})],
  ])('of a watch %s is its own, whatever it comes to', (_, event, carried) => {
    const operation = operationAt(0, event, { name: 'a', arn: 'arn:a' }, carried);
    const ids = [operation.succeed(job), operation.fail('why'), operation.handOver()].map(
      (outcome) => answerOf(outcome)?.PhysicalResourceId,
    );

    expect(ids).toEqual(['Watch', 'Watch', 'Watch']);
  });

  test('of a reference is its own, whatever it comes to', () => {
    const operation = operationAt(0, referenceEvent(), { arn: 'arn:job' });

    expect(operation.succeed(job)).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: 'Reference', Data: { Result: '' } },
    });
    expect(operation.fail('why')).toEqual({
      answer: { Status: 'FAILED', PhysicalResourceId: 'Reference', Reason: 'why' },
    });
  });
});

describe('a job that is left to the watches', () => {
  const watched = { WaitForCompletion: 'watched', WaitSeconds: '108000' } as const;
  const job = { name: 'job', arn: 'arn:job', attributes: { Result: '' } } as unknown as Job;
  const told = (event: JobEvent) => ({ Execution: executionName(event), Deadline: '2030-01-02T06:00:00.000Z' });

  test('has its ARN as the id, and tells where its request is and when it is stopped', () => {
    const event = createEvent(watched);

    expect(operationAt(200, event).succeed(job)).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: 'arn:job', Data: told(event) },
    });
  });

  test('has its name as the id where it has not found a place', () => {
    const event = createEvent(watched);

    expect(operationAt(3300, event).leave('job')).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: 'job', Data: told(event) },
    });
  });

  test.each(['job', 'arn:job'])('keeps its id where the resource stands for it already: %s', (id) => {
    const event = updateEvent(id, watched, watched);

    expect(operationAt(0, event).succeed(job)).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: id, Data: told(event) },
    });
  });

  test('has an id of its own where the resource stood for another', () => {
    const event = updateEvent('other', watched, watched);

    expect(operationAt(0, event).leave('job')).toMatchObject({ answer: { PhysicalResourceId: 'job' } });
    expect(operationAt(0, event).succeed(job)).toMatchObject({ answer: { PhysicalResourceId: 'arn:job' } });
  });
});

test('a handover is a success without attributes, which says that the job goes on', () => {
  expect(operationAt(42_900, watchEvent()).handOver()).toEqual({
    answer: {
      Status: 'SUCCESS',
      Reason: 'The job goes on; the next watch takes over',
      PhysicalResourceId: 'Watch',
    },
  });
});
