import type { EmulatedJob } from '../../../rehearsal/jobs/emulated-job';
import { shownNames } from '../../../rehearsal/jobs/job-course';
import { jobRun } from '../../../rehearsal/jobs/job-run';

const usage = { instances: [] };
const nameOf = shownNames([]);
const JOB: EmulatedJob = {
  name: 'app--train--1',
  arn: 'arn',
  status: 'Completed',
  finished: true,
  request: {},
  origin: { stackName: 'App', stackPath: 'App', logicalId: 'Train1', path: 'App/Train/Resource/Default' },
  createdAt: 5000,
  endsAt: 65_000,
  usage,
};

test('says when a job has run, by the name that options have for it', () => {
  const run = { job: 'Train', status: 'Completed', afterMs: 4000, tookMs: 60_000, usage };
  expect(jobRun(JOB, { begin: 1000, now: 100_000, nameOf })).toEqual(run);
});

test('a job that goes on has run until now, and one that nobody knows the construct of has its own name', () => {
  expect(jobRun({ ...JOB, origin: undefined }, { begin: 1000, now: 8000, nameOf })).toMatchObject({
    job: 'app--train--1',
    tookMs: 3000,
  });
  expect(jobRun({ ...JOB, endsAt: undefined }, { begin: 1000, now: 9000, nameOf })).toMatchObject({ tookMs: 4000 });
});
