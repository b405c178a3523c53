import { FakeExecutions } from './fake-executions';
import { Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, deleteEvent, longWait, referenceEvent, resultEvent, updateEvent } from './job-events';
import { allConditions } from '../../lambda/conditions-left';
import type { Job } from '../../lambda/job-kind';
import { Operation, type Outcome } from '../../lambda/operation';
import { firstTick, type Progress, type ResourceEvent, type Tick } from '../../lambda/tick';

const start = new Date('2030-01-01T00:00:00Z');
/** A job that a deployment waits for up to 30 hours. */
const LONG = createEvent(longWait(30));

function operationAt(
  seconds: number,
  event: ResourceEvent = createEvent(),
  progress: Progress = {},
  more: Partial<Tick> = {},
): Operation {
  const clock = new Clock(start);
  clock.advance(seconds);
  const world = {
    kind: new FakeJobKind(clock),
    executions: new FakeExecutions(),
    clock: () => clock.now,
    random: () => 0,
  };
  return new Operation({ ...firstTick(event, start), progress, ...more }, world);
}

const answerOf = (outcome: Outcome) => ('answer' in outcome ? outcome.answer : undefined);

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
    [3299, false, false],
    [3300, true, false],
    [3539, true, false],
    [3540, true, true],
  ])(
    'after %i s of a result whose job has time left: waited enough %s, lost %s',
    (seconds, hasWaitedEnough, isLost) => {
      expect(operationAt(seconds, resultEvent())).toMatchObject({ isOverdue: false, hasWaitedEnough, isLost });
    },
  );

  test('of a result whose job has none left is over at once', () => {
    const operation = operationAt(0, resultEvent({ Deadline: '2030-01-01T00:00:00.000Z' }));

    expect(operation).toMatchObject({ isOverdue: true, hasWaitedEnough: false, isLost: false });
  });

  test('of a job is never enough, but over', () => {
    expect(operationAt(100_000).hasWaitedEnough).toBe(false);
  });

  test.each([
    [29 * 3600, false, false],
    [30 * 3600, true, false],
    [32 * 3600 - 1, true, false],
    [32 * 3600, true, true],
  ])('after %i s of a request that was answered: overdue %s, lost %s', (seconds, isOverdue, isLost) => {
    const answered = { conditions: allConditions(LONG, start), deadline: '2030-01-02T06:00:00.000Z' };

    expect(operationAt(seconds, LONG, {}, answered)).toMatchObject({ isAnswered: true, isOverdue, isLost });
  });

  test('is over after 1,600 ticks, whatever the clock says', () => {
    expect(operationAt(0, LONG, {}, { count: 1599 })).toMatchObject({ isOverdue: false, hasManyTicks: false });
    expect(operationAt(0, LONG, {}, { count: 1600 })).toMatchObject({ isOverdue: true, hasManyTicks: true });
  });

  test.each([
    [299, false, false],
    [300, true, true],
  ])('after %i s of a reference: overdue %s, lost %s', (seconds, isOverdue, isLost) => {
    expect(operationAt(seconds, referenceEvent())).toMatchObject({ isOverdue, isLost });
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

  test('of a result comes no later than when it has waited enough', () => {
    expect(operationAt(3200, resultEvent()).again(300)).toMatchObject({ waitSeconds: 100 });
    expect(operationAt(3300, resultEvent()).again(5)).toMatchObject({ waitSeconds: 5 });
  });

  test('of a result comes no later than the deadline of the job', () => {
    const event = resultEvent({ Deadline: '2030-01-01T00:30:00.000Z' });

    expect(operationAt(1700, event).again(300)).toMatchObject({ waitSeconds: 100 });
  });

  test.each([
    [99, 5],
    [100, 108],
  ])('after %i others of a wait of 30 hours comes after %i s at least', (count, waitSeconds) => {
    const answered = { count, deadline: '2030-01-02T06:00:00.000Z' };

    expect(operationAt(0, LONG, {}, answered).again(5)).toMatchObject({ waitSeconds });
    expect(operationAt(0, LONG, {}, answered).again(300)).toMatchObject({ waitSeconds: 300 });
    expect(operationAt(0, LONG, {}, answered).again(0)).toMatchObject({ waitSeconds: 0 });
  });

  test('is tried again later and later where the service is busy', () => {
    const pauses = [0, 1, 2, 3].map((setbacks) => {
      const outcome = operationAt(0, createEvent(), { name: 'a', setbacks }).againWhenBusy(new Error('slow down'));
      expect(outcome).toMatchObject({ progress: { name: 'a', setbacks: setbacks + 1, setback: 'Error: slow down' } });
      return 'waitSeconds' in outcome ? outcome.waitSeconds : undefined;
    });
    expect(pauses).toEqual([...pauses].sort((one, other) => one! - other!));
    expect(new Set(pauses).size).toBeGreaterThan(1);
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
  test('for a job is asked for by its resource alone', () => {
    expect(operationAt(0).event).toEqual(createEvent());
    for (const event of [resultEvent(), referenceEvent()]) {
      expect(() => operationAt(0, event).event).toThrow('Only the resource of a job asks for one');
    }
  });

  test('is that of the resource, whatever it is', () => {
    expect(operationAt(0, resultEvent())).toMatchObject({ isResult: true, isReference: false });
    expect(operationAt(0, referenceEvent())).toMatchObject({ isResult: false, isReference: true });
    expect(operationAt(0)).toMatchObject({ isResult: false, isReference: false, ownEvent: createEvent() });
  });

  test('ends with the acceptance of the job only where nobody waits for it', () => {
    expect(operationAt(0).isAcceptanceEnough).toBe(false);
    expect(operationAt(0, createEvent({ WaitForCompletion: 'false' })).isAcceptanceEnough).toBe(true);
  });

  test('lets wait conditions follow once', () => {
    expect(operationAt(0).areConditionsToFollow).toBe(false);
    expect(operationAt(0, LONG).areConditionsToFollow).toBe(true);
    const conditions = allConditions(LONG, start);
    expect(operationAt(0, LONG, {}, { conditions }).areConditionsToFollow).toBe(false);
  });

  test.each<[boolean, string, ResourceEvent]>([
    [false, 'a job without wait conditions', createEvent()],
    [true, 'a job with wait conditions', LONG],
    [true, 'a job that had some', updateEvent('arn:x', longWait(30), {})],
    [true, 'a job that gets some', updateEvent('arn:x', {}, longWait(30))],
    [false, 'a job that never had any', updateEvent('arn:x', {}, {})],
  ])('may find older ones that signal: %s for %s', (may, _, event) => {
    expect(operationAt(0, event).mayOlderOnesSignal).toBe(may);
  });
});

describe('how long a job was waited for', () => {
  test.each<[string, ResourceEvent]>([
    ['after 1500 seconds', createEvent()],
    ['after 108000 seconds', LONG],
    ['by 2030-01-02T06:00:00.000Z', resultEvent()],
    ['after 300 seconds', referenceEvent()],
  ])('is "%s"', (text, event) => {
    expect(operationAt(0, event).waitText).toBe(text);
  });

  test('is told in looks where there were too many', () => {
    expect(operationAt(0, LONG, {}, { count: 1600 }).waitText).toBe('after 1600 looks at it');
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

  test('of a result is its own, whatever it comes to', () => {
    const operation = operationAt(0, resultEvent(), { name: 'a', arn: 'arn:a' });
    const ids = [operation.succeed(job), operation.fail('why'), operation.confirm()].map(
      (outcome) => answerOf(outcome)?.PhysicalResourceId,
    );

    expect(ids).toEqual(['Result', 'Result', 'Result']);
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

describe('a job that is left to wait conditions', () => {
  const job = { name: 'job', arn: 'arn:job', attributes: { Result: '' } } as unknown as Job;
  const told = { Name: 'job', Deadline: '2030-01-02T06:00:00.000Z', Setback: '' };

  test('has its ARN as the id, and tells its name and when it is stopped', () => {
    expect(operationAt(200, LONG).succeed(job)).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: 'arn:job', Data: told },
    });
  });

  test('has its name as the id where it has not found a place, and tells why', () => {
    const setback = 'ResourceLimitExceeded: full';

    expect(operationAt(3300, LONG, { setback }).letWait('job')).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: 'job', Data: { ...told, Setback: setback } },
    });
  });

  test('tells no more of why than an answer has room for', () => {
    const outcome = operationAt(3300, LONG, { setback: 'x'.repeat(4000) }).letWait('job');

    expect(answerOf(outcome)?.Data?.Setback).toBe('x'.repeat(600));
  });

  test.each(['job', 'arn:job'])('keeps its id where the resource stands for it already: %s', (id) => {
    expect(operationAt(0, updateEvent(id, longWait(30), longWait(30))).succeed(job)).toEqual({
      answer: { Status: 'SUCCESS', PhysicalResourceId: id, Data: told },
    });
  });

  test('has an id of its own where the resource stood for another', () => {
    const event = updateEvent('other', longWait(30), longWait(30));

    expect(operationAt(0, event).letWait('job')).toMatchObject({ answer: { PhysicalResourceId: 'job' } });
    expect(operationAt(0, event).succeed(job)).toMatchObject({ answer: { PhysicalResourceId: 'arn:job' } });
  });
});
