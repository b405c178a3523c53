import { OWN_NAME } from './sample-jobs';
import type { Scenario } from './scenario';
import {
  atFullQuota,
  besideJobNamed,
  courses,
  create,
  createAgain,
  job,
  jobWithLast,
  longJobs,
  MALFUNCTION,
  SHORT_WAIT_SECONDS,
  whereDenied,
  withNewRoles,
  withRolesUnknown,
} from './stack-operations';
import { areRecordsDeleted, type KindKey, OVER_TIME_FACTS } from '../aws/job-wording';
import { FAULT_NAMES } from '../fault';
import { JOB_FACTS } from '../handler-under-test';

/** Longer than an answer may be, in characters of three bytes. */
const LONG_REASON = `ClientError: ${'猫'.repeat(4000)}`;

/** Less than the time for which the handler waits for IAM. */
const NEW_ROLES_SECONDS = 40;

/** Some jobs have a limit of their own of which nobody knows how it shows. */
function overTime(kind: KindKey): readonly Scenario[] {
  const fact = OVER_TIME_FACTS[kind];
  if (fact === undefined) return [];
  const scenario: Scenario = {
    name: 'create a job that takes longer than it may',
    courses: courses({ A: [{ seconds: 300, isOverTime: true }] }),
    play: create(job(kind, 'A')),
    shows: [fact],
    expected: 'ROLLBACK_COMPLETE',
    hasPairs: false,
  };
  return [scenario];
}

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
      shows: ['quota'],
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
      name: 'create where the role cannot be assumed yet',
      play: withNewRoles(NEW_ROLES_SECONDS, create(job(kind, 'A'))),
      shows: ['role-not-ready'],
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create where jobs fail since the role cannot be assumed yet',
      play: withRolesUnknown(NEW_ROLES_SECONDS, create(job(kind, 'A'))),
      shows: ['role-not-ready-later', 'denial-of-a-job'],
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    ...withRecordInTheWay(kind),
    {
      name: 'create where the function may not do so yet',
      play: whereDenied(NEW_ROLES_SECONDS, create(job(kind, 'A'))),
      shows: ['denial'],
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    ...overTime(kind),
    {
      name: 'create with a name of one’s own',
      isNamed: true,
      play: create(job(kind, 'A', { jobName: OWN_NAME })),
      shows: ['arn-case'],
      expected: 'CREATE_COMPLETE',
      // where the record of the job that has failed stays, so does its name
      spoiledBy: areRecordsDeleted(kind) ? [] : ['role-not-ready-job'],
      hasPairs: false,
      isLong: true,
    },
    ...besideOther(kind),
  ];
}

/** A batch job may be made under a name that another has of which lists do not know yet. */
function besideOther(kind: KindKey): readonly Scenario[] {
  if (JOB_FACTS[kind].operations.list === undefined) return [];
  const scenario: Scenario = {
    name: 'create with a name that another job has since a moment before',
    isNamed: true,
    play: besideJobNamed(kind, OWN_NAME, create(job(kind, 'A', { jobName: OWN_NAME }))),
    shows: ['batch-name'],
    expected: 'CREATE_COMPLETE',
    // another try finds the other job
    spoiledBy: FAULT_NAMES,
    hasPairs: false,
    isLong: true,
  };
  return [scenario];
}

/** Where records can be deleted, a name of one's own makes room for the next attempt. */
function withRecordInTheWay(kind: KindKey): readonly Scenario[] {
  if (JOB_FACTS[kind].operations.delete === undefined) return [];
  const scenario: Scenario = {
    name: 'create under a name of one’s own where jobs fail since the role cannot be assumed yet',
    isNamed: true,
    play: withRolesUnknown(NEW_ROLES_SECONDS, create(job(kind, 'A', { jobName: OWN_NAME }))),
    shows: ['record-deletion'],
    expected: 'CREATE_COMPLETE',
    hasPairs: false,
  };
  return [scenario];
}
