import type { Scenario } from './scenario';
import {
  atFullQuota,
  courses,
  create,
  createAgain,
  job,
  jobWithLast,
  longJobs,
  MALFUNCTION,
  SHORT_WAIT_SECONDS,
} from './stack-operations';
import { type KindKey, WORDINGS } from '../aws/job-wording';

/** Longer than an answer may be, in characters of three bytes. */
const LONG_REASON = `ClientError: ${'猫'.repeat(4000)}`;

/** What may happen when a stack is made. */
export function createScenarios(kind: KindKey): readonly Scenario[] {
  return [
    { name: 'create', play: create(job(kind, 'A')), expected: 'CREATE_COMPLETE', isOfKind: true },
    {
      name: 'create a job that fails',
      courses: courses({ A: [{ failure: MALFUNCTION }] }),
      play: create(job(kind, 'A')),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create a job that gives a long reason',
      courses: courses({ A: [{ failure: LONG_REASON }] }),
      play: create(job(kind, 'A')),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create a job that takes too long',
      courses: longJobs('A'),
      play: create(job(kind, 'A', { waitSeconds: SHORT_WAIT_SECONDS })),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create beside a resource that fails',
      play: create(jobWithLast(kind, 'A', true)),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create again what has failed',
      courses: courses({ A: [{ failure: MALFUNCTION }, {}] }),
      play: createAgain(job(kind, 'A')),
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create without waiting',
      courses: longJobs('A'),
      play: create(job(kind, 'A', { wait: 'false' })),
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create where the quota is used up',
      play: atFullQuota(200, create(job(kind, 'A'))),
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create where the quota is used up for longer than the wait',
      play: atFullQuota(3600, create(job(kind, 'A', { waitSeconds: SHORT_WAIT_SECONDS }))),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create with a name of one’s own',
      play: create(job(kind, 'A', { jobName: 'my-job' })),
      expected: 'CREATE_COMPLETE',
      // where the record of the job that has failed stays, so does its name
      spoiledBy: WORDINGS[kind].deletes ? [] : ['role-not-ready-job'],
      hasPairs: false,
      isLong: true,
    },
  ];
}
