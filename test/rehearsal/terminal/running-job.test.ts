import type { EmulatedJob } from '../../../rehearsal/jobs/emulated-job';
import { runningJobs } from '../../../rehearsal/terminal/running-job';

const job = (name: string, more: Partial<EmulatedJob>): EmulatedJob => ({
  name,
  arn: name,
  status: 'InProgress',
  finished: false,
  request: {},
  createdAt: 1000,
  usage: { instances: [] },
  ...more,
});

test('are those that have not ended, each with how far it is', () => {
  const jobs = [job('a', { endsAt: 9000 }), job('b', { finished: true }), job('c', {})];
  expect(runningJobs(jobs, 5000)).toEqual([
    { name: 'a', status: 'InProgress', elapsedMs: 4000, totalMs: 8000 },
    { name: 'c', status: 'InProgress', elapsedMs: 4000, totalMs: 4000 },
  ]);
});
