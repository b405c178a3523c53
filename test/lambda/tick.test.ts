import { createEvent, deleteEvent, longWait, referenceEvent, resultEvent, updateEvent } from './job-events';
import { firstTick, isJob, isReference, isResult, ownEnd, type ResourceEvent, wholeDeadline } from '../../lambda/tick';

const now = new Date('2030-01-01T00:00:00Z');

describe('the first tick', () => {
  test('has the request, the time it came, the deadline, and a margin after it to stop the job', () => {
    const event = createEvent({ WaitSeconds: '900' });

    expect(firstTick(event, now)).toEqual({
      event,
      receivedAt: '2030-01-01T00:00:00.000Z',
      dueAt: '2030-01-01T00:00:00.000Z',
      deadline: '2030-01-01T00:15:00.000Z',
      giveUpAt: '2030-01-01T00:19:00.000Z',
      progress: {},
      count: 0,
      done: false,
      waitSeconds: 0,
    });
  });

  test('for a job that wait conditions wait for has a deadline that a custom resource can keep', () => {
    expect(firstTick(createEvent(longWait(168)), now)).toMatchObject({
      deadline: '2030-01-01T00:55:00.000Z',
      giveUpAt: '2030-01-01T00:59:00.000Z',
    });
  });

  test('for a result has what is known of the job, its deadline, and the time that CloudFormation waits', () => {
    const event = resultEvent();

    expect(firstTick(event, now)).toEqual({
      event,
      receivedAt: '2030-01-01T00:00:00.000Z',
      dueAt: '2030-01-01T00:00:00.000Z',
      deadline: '2030-01-02T06:00:00.000Z',
      giveUpAt: '2030-01-01T00:59:00.000Z',
      progress: { arn: 'arn:aws:fake:eu-west-1:111122223333:job/compile-1', name: 'compile-1' },
      count: 0,
      done: false,
      waitSeconds: 0,
    });
  });

  test('for the result of a job that had found no place has the name of its attempt', () => {
    const name = 'Shop--Compile--35aa6eb423f8';

    expect(firstTick(resultEvent({ Job: name, Name: name }), now).progress).toEqual({ name });
  });

  test('counts from when CloudFormation made the request, not from when the function got it', () => {
    const event = createEvent(
      { WaitSeconds: '900' },
      { ResponseURL: 'https://responses.example.com/answer?X-Amz-Date=20291231T235000Z' },
    );

    expect(firstTick(event, now)).toMatchObject({
      receivedAt: '2030-01-01T00:00:00.000Z',
      dueAt: '2030-01-01T00:00:00.000Z',
      deadline: '2030-01-01T00:05:00.000Z',
      giveUpAt: '2030-01-01T00:09:00.000Z',
    });
  });

  test.each<[string, ResourceEvent, string]>([
    ['a job has the time that CloudFormation waits', deleteEvent('arn:x', { WaitSeconds: '60' }), '00:14:00'],
    ['a job has no more than it may have', deleteEvent('arn:x', { WaitSeconds: '604800' }), '00:59:00'],
    ['a result has the time that the shortest has', resultEvent({}, 'Delete'), '00:14:00'],
    ['a reference has the same', referenceEvent({}, 'Delete'), '00:14:00'],
  ])('for a Delete of %s', (_, event, time) => {
    expect(firstTick(event, now)).toMatchObject({
      deadline: `2030-01-01T${time}.000Z`,
      giveUpAt: `2030-01-01T${time}.000Z`,
    });
  });

  test('for a reference has the ARN of the job, and time to answer after the five minutes that the reading may take', () => {
    const event = referenceEvent();

    expect(firstTick(event, now)).toEqual({
      event,
      receivedAt: '2030-01-01T00:00:00.000Z',
      dueAt: '2030-01-01T00:00:00.000Z',
      deadline: '2030-01-01T00:05:00.000Z',
      giveUpAt: '2030-01-01T00:14:00.000Z',
      progress: { arn: 'arn:aws:fake:eu-west-1:111122223333:job/theirs' },
      count: 0,
      done: false,
      waitSeconds: 0,
    });
  });
});

const madeTenMinutesAgo = { ResponseURL: 'https://responses.example.com/answer?X-Amz-Date=20291231T235000Z' };

test('the deadline of a job is that of all resources that wait for it', () => {
  expect(wholeDeadline(createEvent(longWait(30)), now)).toEqual(new Date('2030-01-02T06:00:00Z'));
  expect(wholeDeadline(createEvent({ WaitSeconds: '600' }, madeTenMinutesAgo), now)).toEqual(now);
});

test('a result waits for 55 minutes from when CloudFormation made its request', () => {
  expect(ownEnd(resultEvent(), now)).toEqual(new Date('2030-01-01T00:55:00Z'));
  expect(ownEnd(resultEvent({}, 'Create', madeTenMinutesAgo), now)).toEqual(new Date('2030-01-01T00:45:00Z'));
});

test.each<[string, 'job' | 'result' | 'reference', ResourceEvent]>([
  ['a Create of a job', 'job', createEvent()],
  ['a Create of a job that wait conditions wait for', 'job', createEvent(longWait(30))],
  ['an Update of a job', 'job', updateEvent('arn:x', {}, {})],
  ['a Delete of a job', 'job', deleteEvent('arn:x')],
  ['a result', 'result', resultEvent()],
  ['a Delete of a result', 'result', resultEvent({}, 'Delete')],
  ['a reference', 'reference', referenceEvent()],
  ['an Update of a reference', 'reference', referenceEvent({}, 'Update')],
  ['a Delete of a reference', 'reference', referenceEvent({}, 'Delete')],
])('%s is a request for a %s', (_, resource, event) => {
  expect({ job: isJob(event), result: isResult(event), reference: isReference(event) }).toEqual({
    job: resource === 'job',
    result: resource === 'result',
    reference: resource === 'reference',
  });
});
