import { createEvent, deleteEvent, referenceEvent, updateEvent, watchEvent } from './job-events';
import { firstTick, isJob, isReference, isWatch, type ResourceEvent, wholeDeadline } from '../../lambda/tick';
import type { WatchProperties } from '../../src/contract';

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
      done: false,
      waitSeconds: 0,
    });
  });

  test('for a job that is watched has a deadline that a custom resource can keep', () => {
    expect(firstTick(createEvent({ WaitForCompletion: 'watched', WaitSeconds: '604800' }), now)).toMatchObject({
      deadline: '2030-01-01T00:55:00.000Z',
      giveUpAt: '2030-01-01T00:59:00.000Z',
    });
  });

  test('for a watch has the ARN of the job, the deadline, and the time when the next watch takes over', () => {
    const event = watchEvent();

    expect(firstTick(event, now)).toEqual({
      event,
      receivedAt: '2030-01-01T00:00:00.000Z',
      dueAt: '2030-01-01T00:00:00.000Z',
      deadline: '2030-01-02T06:00:00.000Z',
      handoverAt: '2030-01-01T11:55:00.000Z',
      giveUpAt: '2030-01-01T11:59:00.000Z',
      progress: { arn: 'arn:aws:fake:eu-west-1:111122223333:job/compile-1' },
      done: false,
      waitSeconds: 0,
    });
  });

  test('for a watch of a job without a place has the name of its attempt', () => {
    expect(firstTick(watchEvent({ Job: 'Shop--Compile--35aa6eb423f8' }), now).progress).toEqual({
      name: 'Shop--Compile--35aa6eb423f8',
    });
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
    ['a watch has the time that one has to begin', watchEvent({}, 'Delete'), '00:14:00'],
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
      done: false,
      waitSeconds: 0,
    });
  });

  test.each<[string, Partial<WatchProperties>, string, string]>([
    [
      'whose deadline comes before the handover',
      { Deadline: '2030-01-01T06:00:00.000Z' },
      '2030-01-01T06:00:00.000Z',
      '2030-01-01T06:04:00.000Z',
    ],
    [
      'which begins when the deadline has passed',
      { Deadline: '2029-12-31T23:00:00.000Z' },
      '2029-12-31T23:00:00.000Z',
      '2030-01-01T00:04:00.000Z',
    ],
  ])('for a watch %s leaves time to stop the job and to signal it', (_, properties, deadline, giveUpAt) => {
    expect(firstTick(watchEvent(properties), now)).toMatchObject({
      deadline,
      handoverAt: '2030-01-01T11:55:00.000Z',
      giveUpAt,
    });
  });

  test.each([
    ['2030-01-01T00:30:00.000Z', '2030-01-01T00:30:00.000Z', '2030-01-01T00:59:00.000Z'],
    ['2030-01-02T06:00:00.000Z', '2030-01-01T00:55:00.000Z', '2030-01-01T00:59:00.000Z'],
    ['2029-12-31T23:00:00.000Z', '2029-12-31T23:00:00.000Z', '2030-01-01T00:59:00.000Z'],
  ])(
    'for a watch without a handle has no handover, a deadline of at most 55 minutes, and all the time to answer (%s)',
    (Deadline, ...times) => {
      const tick = firstTick(watchEvent({ WaitHandle: undefined, Deadline }), now);

      expect([tick.deadline, tick.giveUpAt]).toEqual(times);
      expect(tick).not.toHaveProperty('handoverAt');
    },
  );
});

test('the deadline of a job is that of all resources that wait for it', () => {
  expect(wholeDeadline(createEvent({ WaitForCompletion: 'watched', WaitSeconds: '108000' }), now)).toBe(
    '2030-01-02T06:00:00.000Z',
  );
  const ResponseURL = 'https://responses.example.com/answer?X-Amz-Date=20291231T235000Z';
  expect(wholeDeadline(createEvent({ WaitSeconds: '600' }, { ResponseURL }), now)).toBe('2030-01-01T00:00:00.000Z');
});

test.each<[string, 'job' | 'watch' | 'reference', ResourceEvent]>([
  ['a Create of a job', 'job', createEvent()],
  ['an Update of a job', 'job', updateEvent('arn:x', {}, {})],
  ['a Delete of a job', 'job', deleteEvent('arn:x')],
  ['a watch', 'watch', watchEvent()],
  ['a watch without a handle', 'watch', watchEvent({ WaitHandle: undefined })],
  ['a Delete of a watch', 'watch', watchEvent({}, 'Delete')],
  ['a reference', 'reference', referenceEvent()],
  ['an Update of a reference', 'reference', referenceEvent({}, 'Update')],
  ['a Delete of a reference', 'reference', referenceEvent({}, 'Delete')],
])('%s is a request for a %s', (_, resource, event) => {
  expect({ job: isJob(event), watch: isWatch(event), reference: isReference(event) }).toEqual({
    job: resource === 'job',
    watch: resource === 'watch',
    reference: resource === 'reference',
  });
});
