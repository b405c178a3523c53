import { Duration, Token } from 'aws-cdk-lib';
import { JobWait, type JobWaitOptions } from '../../../src/job/job-wait';
import { sentence } from '../../../src/validation/finding';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const problemsOf = (options: JobWaitOptions) => [...JobWait.rules(options)].map(sentence);

function wait(options: JobWaitOptions, maxRuntimeSeconds?: number) {
  const made = JobWait.of(options, maxRuntimeSeconds);
  const { mode, isLong, seconds } = made;
  return { mode, isLong, seconds, serviceTimeout: made.serviceTimeoutOf('TrainingJob').toSeconds() };
}

test.each([
  [15 * MINUTE, { mode: 'true', isLong: false, seconds: 1500, serviceTimeout: 1800 }],
  [45 * MINUTE, { mode: 'true', isLong: false, seconds: 3300, serviceTimeout: 3600 }],
  [45 * MINUTE + 1, { mode: 'true', isLong: true, seconds: 3301, serviceTimeout: 3600 }],
  [24 * HOUR, { mode: 'true', isLong: true, seconds: 87_000, serviceTimeout: 3600 }],
  [168 * HOUR, { mode: 'true', isLong: true, seconds: 605_400, serviceTimeout: 3600 }],
])('a job of up to %s seconds is waited for ten minutes longer', (maxRuntime, expected) => {
  expect(wait({}, maxRuntime)).toEqual(expected);
  expect(wait({ waitForCompletion: true }, maxRuntime)).toEqual(expected);
});

test.each([
  [Duration.minutes(1), { mode: 'true', isLong: false, seconds: 60, serviceTimeout: 900 }],
  [Duration.minutes(55), { mode: 'true', isLong: false, seconds: 3300, serviceTimeout: 3600 }],
  [Duration.minutes(56), { mode: 'true', isLong: true, seconds: 3360, serviceTimeout: 3600 }],
  [Duration.days(2), { mode: 'true', isLong: true, seconds: 172_800, serviceTimeout: 3600 }],
])('a time-out of the wait is what it says, whatever the job may take: %s', (waitTimeout, expected) => {
  expect(wait({ waitTimeout }, MINUTE)).toEqual(expected);
  expect(wait({ waitTimeout }, 168 * HOUR)).toEqual(expected);
  expect(wait({ waitTimeout }, Token.asNumber({ Ref: 'MaxRuntime' }))).toEqual(expected);
});

test.each([
  ['at deployment only', Token.asNumber({ Ref: 'MaxRuntime' })],
  ['to the service only', undefined],
])('a job whose run time is known %s is waited for as long as a custom resource can', (_, maxRuntime) => {
  expect(wait({}, maxRuntime)).toEqual({ mode: 'true', isLong: false, seconds: 3300, serviceTimeout: 3600 });
});

test('a job that is not waited for has the time of a custom resource to be accepted', () => {
  expect(wait({ waitForCompletion: false }, 168 * HOUR)).toEqual({
    mode: 'false',
    isLong: false,
    seconds: 3300,
    serviceTimeout: 3600,
  });
});

test.each([
  [Duration.seconds(59), 59],
  [Duration.seconds(0), 0],
  [Duration.millis(90_500), 90.5],
])('fails with a time-out that is no whole number of seconds from one minute: %s', (waitTimeout, got) => {
  expect(problemsOf({ waitTimeout })).toEqual([
    `'waitTimeout (in seconds)' must be a whole number of at least 60, got ${got}`,
  ]);
});

test('fails with a time-out that is not known at synthesis', () => {
  const waitTimeout = Duration.hours(Token.asNumber({ Ref: 'Hours' }));
  expect(problemsOf({ waitTimeout })).toEqual([
    "'waitTimeout' must be known at synthesis: it decides which resources wait",
  ]);
});

test('fails with a time-out of a wait that there is not', () => {
  expect(problemsOf({ waitForCompletion: false, waitTimeout: Duration.hours(1) })).toEqual([
    "'waitTimeout' must not be given where 'waitForCompletion' is false",
  ]);
});

test('fails with a time-out that is no duration', () => {
  expect(problemsOf({ waitTimeout: 60 as unknown as Duration })).toEqual([
    "'waitTimeout' must be a duration, for example Duration.hours(), got 60",
  ]);
});

test.each([{}, { waitForCompletion: false }, { waitTimeout: Duration.minutes(1) }])(
  'has nothing against %j',
  (options) => {
    expect(problemsOf(options)).toEqual([]);
  },
);

describe('a wait with resources of its own for a job that ends sooner', () => {
  const noteOf = (waitTimeout: Duration | undefined, maxRuntime: number | undefined) =>
    JobWait.noteOf({ waitTimeout }, JobWait.of({ waitTimeout }, maxRuntime), maxRuntime);

  test('has a note', () => {
    expect(noteOf(Duration.hours(2), 15 * MINUTE)).toBe(
      "'waitTimeout' is 120 minutes, for which the stack has resources that wait, while the job ends after 15 minutes at the latest: up to 55 minutes need none, and 25 are enough, unless the job is to wait longer for its place in the account's quota",
    );
  });

  test.each([
    [Duration.minutes(55), 15 * MINUTE],
    [Duration.hours(2), 50 * MINUTE],
    [Duration.hours(2), undefined],
    [Duration.hours(2), Token.asNumber({ Ref: 'MaxRuntime' })],
    [undefined, 15 * MINUTE],
  ])('has none where it is needed, or may be: %s, %s', (waitTimeout, maxRuntime) => {
    expect(noteOf(waitTimeout, maxRuntime)).toBeUndefined();
  });
});

test('a job that nobody can stop has an hour, however short the wait is', () => {
  const made = JobWait.of({ waitTimeout: Duration.minutes(1) }, undefined);
  expect(made.serviceTimeoutOf('ModelImportJob').toSeconds()).toBe(3600);
});

describe('of a run time that only the deployment knows, it is said that the job has 55 minutes', () => {
  const findingsFor = (options: JobWaitOptions, maxRuntimeSeconds?: number) => [
    ...JobWait.runtimeRules(options, maxRuntimeSeconds),
  ];

  test('where nothing says how long the deployment waits', () => {
    const [finding, ...others] = findingsFor({});
    expect(sentence(finding)).toBe(
      "'waitTimeout' should be given: how long the job may run is known only at deployment, so that it is stopped after 55 minutes",
    );
    expect(finding.warning).toBe('cdk-ml-jobs:unknownRuntime');
    expect(others).toEqual([]);
  });

  test.each<[string, JobWaitOptions, number | undefined]>([
    ['the run time is known', {}, HOUR],
    ['the deployment waits as long as is said', { waitTimeout: Duration.hours(10) }, undefined],
    ['it does not wait', { waitForCompletion: false }, undefined],
  ])('not where %s', (_, options, maxRuntimeSeconds) => {
    expect(findingsFor(options, maxRuntimeSeconds)).toEqual([]);
  });
});
