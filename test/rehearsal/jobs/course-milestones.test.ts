import { courseMilestones, startupOf } from '../../../rehearsal/jobs/course-milestones';

const WORDS = { starting: 'Starting', running: 'Running', succeeded: 'Done', failed: 'Broken' };
const LIMIT = { seconds: 100, status: 'Late', reason: 'too slow' };

test('a job starts, runs and succeeds', () => {
  expect(courseMilestones({ duration: 60 }, 0, WORDS)).toEqual([
    { at: 0, status: 'Starting' },
    { at: 15_000, status: 'Running' },
    { at: 60_000, status: 'Done' },
  ]);
});

test('a quarter of the time, and at most 20 seconds, are its start', () => {
  expect([{}, { duration: 40 }, { startup: 5 }].map(startupOf)).toEqual([20, 10, 5]);
});

test('a job can fail, end in any status and come through others', () => {
  expect(courseMilestones({ duration: 60, failure: 'no' }, 0, WORDS).at(-1)).toEqual({
    at: 60_000,
    status: 'Broken',
    reason: 'no',
  });
  const course = { duration: 60, endStatus: 'Expired', statuses: [{ after: 30, status: 'Optimizing' }] };
  expect(courseMilestones(course, 0, WORDS).map(({ status }) => status)).toEqual([
    'Starting',
    'Running',
    'Optimizing',
    'Expired',
  ]);
});

test('a job that takes longer than its limit ends there, counted from its start', () => {
  expect(courseMilestones({ duration: 121, startup: 20 }, 0, WORDS, LIMIT).at(-1)).toEqual({
    at: 120_000,
    status: 'Late',
    reason: 'too slow',
  });
  expect(courseMilestones({ duration: 120, startup: 20 }, 0, WORDS, LIMIT).at(-1)).toEqual({
    at: 120_000,
    status: 'Done',
  });
});

test('a job that fails before it starts never runs', () => {
  expect(courseMilestones({ duration: 0, startup: 0, failure: 'no' }, 0, WORDS)).toEqual([
    { at: 0, status: 'Starting' },
    { at: 0, status: 'Broken', reason: 'no' },
  ]);
});
