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
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a job that fails',
      given: create(job(kind, 'A')),
      courses: courses({ B: [{ failure: MALFUNCTION }] }),
      play: update(job(kind, 'B')),
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
      given: create(job(kind, 'A', { jobName: 'my-job' })),
      play: update(job(kind, 'B', { jobName: 'my-job' })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
  ];
}
