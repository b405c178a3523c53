import { BatchCourse } from '../../../rehearsal/bedrock/batch-course';
import type { BatchInput } from '../../../rehearsal/bedrock/batch-input';
import type { JobCourse } from '../../../rehearsal/jobs/job-course';

const INPUT: BatchInput = { files: [], records: 1000 };
const HOUR = 3600;

const courseOf = (course: JobCourse = {}, input = INPUT, timeoutHours = 24): BatchCourse =>
  new BatchCourse({ course, createdAt: 0, timeoutHours, input });

/** `seconds status` of each milestone. */
const statuses = (course?: JobCourse, input?: BatchInput): string[] =>
  courseOf(course, input).milestones.map(({ at, status }) => `${at / 1000} ${status}`);

test('goes through all statuses to completion', () => {
  expect(statuses()).toEqual(['0 Submitted', '5 Validating', '10 Scheduled', '20 InProgress', '240 Completed']);
});

test('a job of days is queued after half a minute', () => {
  expect(statuses({ startup: 2 * HOUR, duration: 20 * HOUR })).toEqual([
    '0 Submitted',
    '5 Validating',
    '30 Scheduled',
    '7200 InProgress',
    '72000 Completed',
  ]);
});

test('input that is refused fails the job in its validation', () => {
  const input = { files: [], records: 0, problem: 'no records' };
  expect(statuses({}, input)).toEqual(['0 Submitted', '5 Validating', '10 Failed']);
  expect(courseOf({}, input).milestones.at(-1)).toEqual({ at: 10_000, status: 'Failed', reason: 'no records' });
});

test.each<[string, JobCourse, string, string | undefined]>([
  ['a failure', { failure: 'no access' }, '240 Failed', 'no access'],
  [
    'fewer records than there are',
    { processedRecords: 400 },
    '240 PartiallyCompleted',
    'Not all records could be processed in time.',
  ],
  ['a status that the script names', { endStatus: 'Paused' }, '240 Paused', undefined],
  [
    'more time than the time-out',
    { duration: 30 * HOUR },
    `${24 * HOUR} PartiallyCompleted`,
    'Not all records could be processed within the time-out of 24 hours.',
  ],
  [
    'a queue that is longer than the time-out',
    { startup: 25 * HOUR, duration: 30 * HOUR },
    `${24 * HOUR} Expired`,
    'The job did not begin within its time-out of 24 hours.',
  ],
])('%s ends it', (_name, course, end, reason) => {
  expect(statuses(course).at(-1)).toBe(end);
  expect(courseOf(course).milestones.at(-1)?.reason).toBe(reason);
});

test('has the further statuses of the script, up to its end', () => {
  const further = [
    { after: 60, status: 'Scheduled' },
    { after: 300, status: 'InProgress' },
  ];
  expect(statuses({ statuses: further }).slice(3)).toEqual(['20 InProgress', '60 Scheduled', '240 Completed']);
});

test('processes records evenly while it runs', () => {
  const course = courseOf({ startup: 100, duration: 300 });
  expect([0, 100, 150, 299, 300, 400].map((second) => course.processedAt(second * 1000))).toEqual([
    0, 0, 250, 995, 1000, 1000,
  ]);
});

test('processes no more records than the script says', () => {
  expect(courseOf({ processedRecords: 400 }).processedAt(240_000)).toBe(400);
});
