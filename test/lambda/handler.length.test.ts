import { FakeConditions } from './fake-conditions';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, longWait } from './job-events';
import { PlayedRequest } from './played-request';
import type { Random } from '../../lambda/pace';
import { LONGEST_WAIT_SECONDS } from '../../src/contract';

const HOUR = 3600;
const WEEK = 168;
const DAYS_28 = 672;

let clock: Clock;
let kind: FakeJobKind;
let conditions: FakeConditions;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
});

/** The request for a job that runs for so many seconds, and that a deployment waits for up to so many hours. */
function ask(hours: number, seconds: number, random?: Random): PlayedRequest {
  kind.run = { seconds, end: 'completed', stopSeconds: 60 };
  const wait = longWait(hours);
  conditions = new FakeConditions(wait.WaitConditions ?? [], clock);
  return new PlayedRequest(createEvent(wait), { kind, clock, conditions, random });
}

/** Makes some looks at the job fail, which are counted from 1. */
function failLooks(fails: (look: number) => boolean): void {
  const describe = kind.describe.bind(kind);
  let looks = 0;
  kind.describe = async (...asked) => {
    looks++;
    if (fails(looks)) throw new ServiceError('busy', 'slow down');
    return describe(...asked);
  };
}

const lucks: [string, Random][] = [
  ['the most jitter', () => 0.999],
  ['the least jitter', () => 0],
];

/** What makes a wait long, or one that takes many looks. */
const courses: [string, (hours: number, random: Random) => PlayedRequest][] = [
  ['ends at once', (hours, random) => ask(hours, 1, random)],
  ['ends behind the answer', (hours, random) => ask(hours, HOUR, random)],
  ['ends at the end', (hours, random) => ask(hours, hours * HOUR - 600, random)],
  ['has to be stopped', (hours, random) => ask(hours, 10 * hours * HOUR, random)],
  [
    'waits for its place all the time',
    (hours, random) => {
      const request = ask(hours, HOUR, random);
      kind.quota = 0;
      return request;
    },
  ],
  [
    'finds its place in the middle',
    (hours, random) => {
      const request = ask(hours, 10 * hours * HOUR, random);
      kind.quota = 1;
      kind.add('of-somebody-else', { seconds: (hours * HOUR) / 2 });
      return request;
    },
  ],
  [
    'can be seen at every second look only',
    (hours, random) => {
      const request = ask(hours, hours * HOUR - 600, random);
      failLooks((look) => look % 2 === 0);
      return request;
    },
  ],
  [
    'cannot be seen after the answer',
    (hours, random) => {
      const request = ask(hours, hours * HOUR - 600, random);
      failLooks(() => request.answers.length > 0);
      return request;
    },
  ],
];

/** What takes many signals. */
const vainSignals: typeof courses = [
  [
    'has conditions that take no signal',
    (hours, random) => {
      const request = ask(hours, hours * HOUR - 600, random);
      conditions.isSignalDenied = true;
      return request;
    },
  ],
  [
    'has conditions that are not there',
    (hours, random) => {
      const request = ask(hours, 10 * hours * HOUR, random);
      for (const id of longWait(hours).WaitConditions!) conditions.statuses.set(id, undefined);
      return request;
    },
  ],
  [
    'has conditions that cannot be looked at',
    (hours, random) => {
      const request = ask(hours, hours * HOUR - 600, random);
      conditions.isSightDenied = true;
      return request;
    },
  ],
];

describe.each([
  [WEEK, 12_000],
  [DAYS_28, 16_000],
])('the one execution of a wait of %i hours has at most %i events, where the job', (hours, most) => {
  describe.each(lucks)('(with %s)', (_, random) => {
    test.each(courses)('%s', async (__, play) => {
      const request = play(hours, random);
      await request.toEnd();

      expect(request.run.status).toBe('SUCCEEDED');
      expect(request.run.historyEvents).toBeLessThanOrEqual(most);
    });

    test.each(vainSignals)('%s: four fifths of what an execution has room for are enough', async (__, play) => {
      const request = play(hours, random);
      await request.toEnd();
      expect(request.run.status).toBe('SUCCEEDED');
      expect(request.run.historyEvents).toBeLessThanOrEqual(20_000);
    });
  });
});

describe.each(lucks)('the end of a job is noticed, with %s,', (_, random) => {
  test.each([
    ['a minute', 60, 5],
    ['10 minutes', 600, 30],
    ['an hour', HOUR, 180],
    ['24 hours', 24 * HOUR, 300],
    ['about a minute', 61, 5],
    ['about 10 minutes', 572, 30],
    ['about an hour', HOUR + 211, 180],
    ['about a day', 23 * HOUR + 101, 300],
  ])('where it runs for %s', async (__, seconds, most) => {
    const request = ask(36, seconds, random);
    const isSignalled = () => conditions.signals.some(({ uniqueId }) => uniqueId.startsWith('Completed'));
    const isAnswered = () => seconds < LONGEST_WAIT_SECONDS && request.answers.length > 0;
    await request.until(() => isAnswered() || isSignalled());

    expect(conditions.seconds - seconds).toBeLessThanOrEqual(most);
  });
});
