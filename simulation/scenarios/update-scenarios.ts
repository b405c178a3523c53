import { OTHER_NAME, OWN_NAME } from './sample-jobs';
import type { Scenario } from './scenario';
import {
  courses,
  create,
  job,
  jobWithLast,
  longJobs,
  MALFUNCTION,
  SHORT_WAIT_SECONDS,
  update,
} from './stack-operations';
import type { KindKey } from '../aws/job-wording';
import { JOB_FACTS } from '../handler-under-test';

const OTHER_TAGS = { tags: { owner: 'team' } };

/** What may happen when a stack is updated. */
export function updateScenarios(kind: KindKey): readonly Scenario[] {
  return [
    {
      name: 'update with replacement',
      given: create(job(kind, 'A')),
      play: update(job(kind, 'B')),
      expected: 'UPDATE_COMPLETE',
      isOfKind: true,
    },
    {
      name: 'update in place',
      given: create(job(kind, 'A')),
      play: update(job(kind, 'A', OTHER_TAGS)),
      shows: ['tags-of-ended-jobs'],
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a job that fails',
      given: create(job(kind, 'A')),
      courses: courses({ B: [{ failure: MALFUNCTION }] }),
      play: update(job(kind, 'B')),
      shows: ['tags-of-ended-jobs'],
      expected: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'update to a job that takes too long',
      given: create(job(kind, 'A', { waitSeconds: SHORT_WAIT_SECONDS })),
      courses: longJobs('B'),
      play: update(job(kind, 'B', { waitSeconds: SHORT_WAIT_SECONDS })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update beside a resource that fails',
      given: create(jobWithLast(kind, 'A', false)),
      play: update(jobWithLast(kind, 'B', true)),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'update in place beside a resource that fails',
      given: create(jobWithLast(kind, 'A', false)),
      play: update(jobWithLast(kind, 'A', true, OTHER_TAGS)),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update again what has failed',
      given: create(job(kind, 'A')),
      courses: courses({ B: [{ failure: MALFUNCTION }, {}] }),
      play: update(job(kind, 'B'), job(kind, 'B')),
      expected: 'UPDATE_COMPLETE',
      // what may go wrong with each of the two is tried in pairs elsewhere
      hasPairs: false,
    },
    {
      name: 'update to a job and back',
      given: create(job(kind, 'A')),
      play: update(job(kind, 'B'), job(kind, 'A')),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update without waiting',
      given: create(job(kind, 'A', { wait: 'false' })),
      courses: longJobs('A', 'B'),
      play: update(job(kind, 'B', { wait: 'false' })),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update to another spec under the same name',
      needsOwner: true,
      isNamed: true,
      given: create(job(kind, 'A', { jobName: OWN_NAME })),
      play: update(job(kind, 'B', { jobName: OWN_NAME })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update in place a job with a name of one’s own',
      isNamed: true,
      given: create(job(kind, 'A', { jobName: OWN_NAME })),
      play: update(job(kind, 'A', { jobName: OWN_NAME, ...OTHER_TAGS })),
      shows: ['tags-of-ended-jobs', 'arn-case'],
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update to another name of one’s own for a job that fails',
      isNamed: true,
      given: create(job(kind, 'A', { jobName: OWN_NAME })),
      courses: courses({ B: [{ failure: MALFUNCTION }] }),
      play: update(job(kind, 'B', { jobName: OTHER_NAME })),
      shows: ['tags-of-ended-jobs', 'arn-case'],
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    ...withoutRecord(kind),
  ];
}

/** A service that keeps the records of jobs may have lost one when a stack goes back to it. */
function withoutRecord(kind: KindKey): readonly Scenario[] {
  if (JOB_FACTS[kind].operations.list === undefined) return [];
  const scenario: Scenario = {
    name: 'update back to a job whose record is gone',
    given: async (world) => {
      await create(job(kind, 'A'))(world);
      await update(job(kind, 'B'))(world);
    },
    play: async (world) => {
      const [first] = world.account.jobs;
      first.removedAt = world.now;
      await update(job(kind, 'A'))(world);
    },
    shows: ['old-client-token', 'not-found'],
    expected: 'UPDATE_COMPLETE',
    hasPairs: false,
  };
  return [scenario];
}
