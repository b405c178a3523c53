import { createEvent, longWait, STACK_ID } from './job-events';
import {
  afterRound,
  allConditions,
  atEnd,
  dueAt,
  inTheirTime,
  nextSignal,
  withNoted,
} from '../../lambda/conditions-left';
import { type ConditionsLeft, firstTick, type Tick } from '../../lambda/tick';
import { conditionsFor } from '../../src/contract';

const event = createEvent(longWait(30));
const answeredAt = new Date('2030-01-01T00:55:00Z');
const later = new Date('2030-01-01T12:25:00Z');
const all = allConditions(event, answeredAt);
/** The same where a condition could be looked at. */
const allSeen = { ...all, isSightGiven: true };
const error = { Error: 'CloudFormation.CloudFormationException', Cause: 'no' };

/** What is left after a signal to a condition, by what the state machine says of it. */
function after(conditions: ConditionsLeft, condition: string, said: Partial<Tick>): ConditionsLeft {
  const signal = { stack: STACK_ID, condition, uniqueId: 'Running-1' };
  return withNoted({ ...firstTick(event, answeredAt), conditions, signal, ...said }, later).conditions!;
}
const taken = { isTaken: true } as const;
/** When a condition was let go that is seen later. */
const letGoAt = '2030-01-01T12:24:58.000Z';
const seen = (status: string, at: string | number = letGoAt) => ({ seen: { status, at } });
const unseen = { unseen: error };

test('all conditions of a request are left when it has been answered', () => {
  expect(all).toEqual({
    ids: ['Condition1', 'Condition2', 'Condition3'],
    since: '2030-01-01T00:55:00.000Z',
    signals: 0,
    next: 0,
    missing: 0,
    hasLetGo: false,
    vainRounds: 0,
    taken: [],
    unseen: [],
    isSightGiven: false,
    answeredAt: '2030-01-01T00:55:00.000Z',
  });
  expect(allConditions(createEvent(), answeredAt).ids).toEqual([]);
});

describe('what the state machine says of a signal', () => {
  test('is noted once', () => {
    const signal = { stack: STACK_ID, condition: 'Condition1', uniqueId: 'Running-1' };
    const tick = { ...firstTick(event, answeredAt), conditions: all, signal, taken, ...seen('CREATE_COMPLETE') };
    const noted = withNoted({ ...tick, refusal: error, unseen: error }, later);

    for (const member of ['signal', 'taken', 'refusal', 'seen', 'unseen']) expect(noted).not.toHaveProperty(member);
    expect(withNoted(noted, later)).toEqual(noted);
  });

  test('says nothing where there was none', () => {
    const tick = firstTick(event, answeredAt);

    expect(withNoted(tick, later)).toEqual(tick);
  });
});

describe('a condition', () => {
  test.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'ROLLBACK_COMPLETE'])('is let go where it is %s', (status) => {
    expect(after(all, 'Condition1', { taken, ...seen(status) })).toEqual({
      ...allSeen,
      ids: ['Condition2', 'Condition3'],
      since: letGoAt,
      hasLetGo: true,
    });
  });

  test.each([{ taken }, { refusal: error }])(
    'is let go by what is seen of it, whatever was said of the signal (%#)',
    (said) => {
      expect(after(all, 'Condition1', { ...said, ...seen('CREATE_COMPLETE') }).ids).toEqual([
        'Condition2',
        'Condition3',
      ]);
      expect(after(all, 'Condition1', { ...said, ...seen('CREATE_IN_PROGRESS') }).ids).toEqual(all.ids);
    },
  );

  test.each([
    'CREATE_FAILED',
    'DELETE_COMPLETE',
    'DELETE_IN_PROGRESS',
    'DELETE_FAILED',
    'DELETE_SKIPPED',
    'UPDATE_FAILED',
  ])('that is %s is not there: it may be tried again, or made again', (status) => {
    expect(after(all, 'Condition1', { refusal: error, ...seen(status) })).toEqual({
      ...allSeen,
      refusal: 'no',
      next: 1,
      missing: 1,
    });
  });

  test('that cannot be seen is not there', () => {
    const left = after(all, 'Condition1', { refusal: error, ...unseen });
    expect(left).toEqual({ ...all, refusal: 'no', next: 1, missing: 1 });
  });

  test('that is let go takes with it why signals were refused', () => {
    const refused = after(all, 'Condition1', { refusal: error, ...unseen });
    expect(after(refused, 'Condition1', { taken, ...seen('CREATE_COMPLETE') }).refusal).toBeUndefined();
  });

  test('is left with the beginning of why its signal was refused', () => {
    const refusal = { ...error, Cause: 'no'.repeat(1000) };
    expect(after(all, 'Condition1', { refusal, ...unseen }).refusal).toBe('no'.repeat(150));
  });

  test('that is in progress is there, and left for the next round', () => {
    const before = { ...all, next: 1, missing: 1 };

    expect(after(before, 'Condition2', { refusal: error, ...seen('CREATE_IN_PROGRESS') })).toEqual({
      ...allSeen,
      refusal: 'no',
      next: 2,
      missing: 0,
    });
  });

  test('that was in progress is left, and known to have taken a signal', () => {
    const waiting = after(all, 'Condition1', { taken, ...seen('CREATE_IN_PROGRESS') });
    expect(waiting).toEqual({ ...allSeen, taken: ['Condition1'], next: 1 });
    expect(after(waiting, 'Condition1', { refusal: error, ...seen('CREATE_COMPLETE') }).taken).toEqual([]);
  });

  test.each([
    ['when it was let go, whoever has let it go', letGoAt, letGoAt],
    ['the same where the moment is in seconds', Date.parse(letGoAt) / 1000, letGoAt],
    ['where nothing can be read of that, now', 'yesterday', later.toISOString()],
    ['when the request was answered, where it was let go before', '2029-12-31T12:00:00.000Z', all.since],
  ])('gives way to the next %s', (_, at, since) => {
    expect(after(all, 'Condition1', { refusal: error, ...seen('CREATE_COMPLETE', at) })).toMatchObject({
      ids: ['Condition2', 'Condition3'],
      since,
    });
  });

  test('that is let go behind another says nothing of when that one has begun', () => {
    expect(after(all, 'Condition2', { taken, ...seen('CREATE_COMPLETE') })).toMatchObject({
      ids: ['Condition1', 'Condition3'],
      since: all.since,
    });
  });

  test('that has taken a signal and cannot be seen four times in a row counts as let go', () => {
    let conditions = after(all, 'Condition1', { taken, ...unseen });
    for (let tries = 2; tries <= 3; tries++) {
      expect(conditions.ids).toEqual(all.ids);
      conditions = after(conditions, 'Condition1', { refusal: error, ...unseen });
    }
    expect(conditions).toMatchObject({ taken: ['Condition1'], unseen: ['Condition1', 'Condition1', 'Condition1'] });

    expect(after(conditions, 'Condition1', { refusal: error, ...unseen })).toMatchObject({
      ids: ['Condition2', 'Condition3'],
      since: later.toISOString(),
      taken: [],
      unseen: [],
    });
  });

  test('does not count as let go where any could be seen: it is not there, and takes signals that come too early', () => {
    let conditions: ConditionsLeft = allSeen;
    for (let tries = 0; tries < 20; tries++) conditions = after(conditions, 'Condition3', { taken, ...unseen });

    expect(conditions.ids).toEqual(all.ids);
  });

  test('does not count as let go in the first five minutes after the answer: it may not be there yet', () => {
    let conditions: ConditionsLeft = { ...all, answeredAt: '2030-01-01T12:20:01.000Z' };
    for (let tries = 0; tries < 20; tries++) conditions = after(conditions, 'Condition1', { taken, ...unseen });
    expect(conditions.ids).toEqual(all.ids);

    conditions = { ...conditions, answeredAt: '2030-01-01T12:20:00.000Z' };
    expect(after(conditions, 'Condition1', { taken, ...unseen }).ids).toEqual(['Condition2', 'Condition3']);
  });

  test('that has never taken a signal and is never seen does not count as let go', () => {
    let conditions = all;
    for (let tries = 0; tries < 20; tries++) {
      conditions = after(conditions, 'Condition1', { refusal: error, ...unseen });
    }

    expect(conditions.ids).toEqual(all.ids);
  });
});

describe('the first condition is to be let go', () => {
  const deadlineAfter = (seconds: number) => new Date(answeredAt.getTime() + seconds * 1000);
  const minutesBefore = (conditions: ConditionsLeft, deadline: Date) =>
    720 - (dueAt(conditions, deadline)!.getTime() - new Date(conditions.since).getTime()) / 60_000;

  test('half an hour before its twelve hours are over', () => {
    expect(minutesBefore(all, deadlineAfter(30 * 3600))).toBe(30);
    expect(minutesBefore({ ...all, ids: ['Condition3'] }, deadlineAfter(6 * 3600))).toBe(30);
  });

  test('later, but five minutes before at the latest, where all of them are needed to get to the deadline', () => {
    const of168Hours = allConditions(createEvent(longWait(168)), answeredAt);
    expect(of168Hours.ids).toHaveLength(14);

    const minutes = minutesBefore(of168Hours, deadlineAfter(168 * 3600 - 3300));
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThan(8);
    expect(minutesBefore(of168Hours, deadlineAfter(168 * 3600))).toBe(5);
  });

  test.each([2, 12, 24, 30, 36, 72, 168, 672])(
    'so that they last until the result takes over, where a job may take %i hours',
    (hours) => {
      const deadline = deadlineAfter(hours * 3600 - 3300);
      let conditions = allConditions(createEvent(longWait(hours)), answeredAt);
      while (conditions.ids.length > 0) {
        const since = dueAt(conditions, deadline)!.toISOString();
        conditions = { ...conditions, since, ids: conditions.ids.slice(1) };
      }

      expect(new Date(conditions.since).getTime()).toBeGreaterThanOrEqual(deadline.getTime() - 3300_000);
    },
  );

  test('never where none is left', () => {
    expect(dueAt({ ...all, ids: [] }, deadlineAfter(3600))).toBeUndefined();
  });
});

test.each([
  [1, 1],
  [12, 1],
  [13, 1],
  [14, 2],
  [30, 3],
  [168, 14],
  [672, 57],
])('a wait of %i hours takes %i conditions', (hours, count) => {
  expect(conditionsFor(hours * 3600)).toBe(count);
});

test('a condition whose twelve hours are over is left, and has twelve more', () => {
  const end = Date.parse('2030-01-01T12:55:00Z');

  expect(inTheirTime(all, new Date(end - 1))).toBe(all);
  expect(inTheirTime(all, new Date(end + 60_000))).toEqual({ ...all, since: '2030-01-01T12:55:00.000Z' });
});

test('at the end of the job everything begins anew, once', () => {
  const before = { ...all, next: 1, missing: 1, vainRounds: 7, signals: 9 };
  const ended = atEnd(before, '2030-01-01T05:00:00.000Z');

  expect(ended).toEqual({ ...all, signals: 9, endedAt: '2030-01-01T05:00:00.000Z' });
  expect(atEnd(ended, '2030-01-01T05:01:00.000Z')).toBe(ended);
});

describe('a round', () => {
  const next = (conditions: ConditionsLeft, most?: number) => nextSignal(conditions, event, 'Completed', most);

  test('signals one after the other', () => {
    expect(next(all)?.signal).toMatchObject({ stack: STACK_ID, condition: 'Condition1' });
    expect(next({ ...all, next: 2 })?.signal).toMatchObject({ condition: 'Condition3' });
    expect(next({ ...all, next: 3 })).toBeUndefined();
  });

  test('ends after three in a row that are not there', () => {
    const many = { ...all, ids: ['1', '2', '3', '4', '5'] };

    expect(next({ ...many, next: 2, missing: 2 })?.signal.condition).toBe('3');
    expect(next({ ...many, next: 3, missing: 3 })).toBeUndefined();
  });

  test('is about the first alone while the job goes on', () => {
    expect(next(all, 1)?.signal.condition).toBe('Condition1');
    expect(next({ ...all, next: 1, missing: 0 }, 1)).toBeUndefined();
  });

  test('is in vain where none was let go', () => {
    const round = { ...all, next: 3, missing: 3 };

    expect(afterRound({ ...round, vainRounds: 4 })).toEqual({ ...all, vainRounds: 5 });
    expect(afterRound({ ...round, vainRounds: 4, hasLetGo: true })).toEqual({ ...all, vainRounds: 0 });
  });
});

describe('the unique id of a signal', () => {
  const idOf = (conditions: ConditionsLeft, of = event, word = 'Completed') =>
    nextSignal(conditions, of, word)!.signal.uniqueId;

  test('is a word and a hash', () => {
    expect(idOf(all)).toMatch(/^Completed-[0-9a-f]{16}$/);
  });

  test('is another for each try, each condition, and each request', () => {
    const tries = [all, nextSignal(all, event, 'Completed')!.conditions, { ...all, next: 1 }].map((each) => idOf(each));

    expect(new Set([...tries, idOf(all, createEvent(longWait(30), { RequestId: 'other' }))]).size).toBe(4);
  });

  test('is the same where a tick is repeated: its effect may be there already', () => {
    expect(idOf(all)).toBe(idOf({ ...all }));
  });

  test.each(['Running', 'Completed', 'Failed', 'Stopped', 'NotStarted'])('has at most 64 characters: %s', (word) => {
    expect(idOf(all, event, word).length).toBeLessThanOrEqual(64);
  });
});
