import type { JobCourse } from '../../../../rehearsal/jobs/job-course';
import { primaryStatus, trainingMilestones } from '../../../../rehearsal/sagemaker/training/training-course';

/** Seconds and statuses of a course. */
function passed(course: JobCourse, limits: { run?: number; wait?: number } = {}): string[] {
  const StoppingCondition = {
    ...(limits.run !== undefined && { MaxRuntimeInSeconds: limits.run }),
    ...(limits.wait !== undefined && { MaxWaitTimeInSeconds: limits.wait }),
  };
  return trainingMilestones(course, 0, { StoppingCondition }).map(({ at, status }) => `${at / 1000} ${status}`);
}

test('uploads a model before it completes', () => {
  expect(passed({ duration: 120, startup: 20 })).toEqual([
    '0 Starting',
    '5 Pending',
    '20 Downloading',
    '30 Training',
    '115 Uploading',
    '120 Completed',
  ]);
});

test('a failure uploads nothing; one at once comes before everything', () => {
  expect(passed({ duration: 60, startup: 20, failure: 'no' }).slice(-2)).toEqual(['24 Training', '60 Failed']);
  expect(passed({ duration: 0, startup: 0, failure: 'no' })).toEqual(['0 Starting', '0 Failed']);
});

test('the time limit that comes first ends it', () => {
  const course = { duration: 1000, startup: 50 };
  expect(passed(course, { run: 100, wait: 200 }).slice(-2)).toEqual(['150 Stopping', '165 MaxRuntimeExceeded']);
  expect(passed(course, { run: 100, wait: 120 }).slice(-2)).toEqual(['120 Stopping', '135 MaxWaitTimeExceeded']);
  expect(passed(course).at(-1)).toBe('1000 Completed');
  expect(passed({ duration: 90_000 }).at(-1)).toBe('86435 MaxRuntimeExceeded');
});

test.each([
  ['Pending', 'InProgress'],
  ['Interrupted', 'InProgress'],
  ['Stopping', 'Stopping'],
  ['MaxWaitTimeExceeded', 'Stopped'],
  ['Hibernating', 'Hibernating'],
])('the secondary status %s goes with %s', (secondary, primary) => {
  expect(primaryStatus(secondary)).toBe(primary);
});
