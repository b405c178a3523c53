import { JobTimeline } from '../../../rehearsal/jobs/job-timeline';

let now = 0;
let timeline: JobTimeline;
beforeEach(() => {
  now = 0;
  const milestones = [
    { at: 0, status: 'STARTING' },
    { at: 10, status: 'INPROGRESS' },
    { at: 20, status: 'FAILED', reason: 'no' },
  ];
  timeline = new JobTimeline(milestones, ['COMPLETED', 'FAILED', 'STOPPED'], () => now);
});

test('is at the milestone that it has passed last', () => {
  expect(timeline.current).toEqual({ at: 0, status: 'STARTING' });
  expect(timeline.finished).toBe(false);
  now = 25;
  expect(timeline.current).toEqual({ at: 20, status: 'FAILED', reason: 'no' });
  expect(timeline.finished).toBe(true);
});

test('knows its end before it comes, and what it has reached only then', () => {
  expect(timeline.end).toMatchObject({ at: 20, status: 'FAILED' });
  expect(timeline.reached('INPROGRESS')).toBeUndefined();
  now = 15;
  expect(timeline.reached('INPROGRESS')).toBe(10);
});

test('knows what it has passed', () => {
  now = 15;
  expect(timeline.passed.map(({ status }) => status)).toEqual(['STARTING', 'INPROGRESS']);
});

test('can be diverted from what is still to come', () => {
  now = 15;
  timeline.divert([
    { at: 15, status: 'STOPPING' },
    { at: 30, status: 'STOPPED' },
  ]);
  expect(timeline.current.status).toBe('STOPPING');
  expect(timeline.end).toEqual({ at: 30, status: 'STOPPED' });
  expect(timeline.reached('INPROGRESS')).toBe(10);
});

test('may have no end', () => {
  expect(new JobTimeline([{ at: 0, status: 'STARTING' }], ['COMPLETED'], () => now).end).toBeUndefined();
});
