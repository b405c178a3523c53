import { runningJobScenarios } from './running-job-scenarios';
import type { Scenario } from './scenario';
import {
  atFullQuota,
  courses,
  create,
  createAgain,
  longJob,
  longJobHeldUp,
  MALFUNCTION,
  remove,
  update,
} from './stack-operations';
import type { KindKey } from '../aws/job-wording';

/** Longer than the resource of a job waits, and not as long as the whole wait. */
const LONG_SECONDS = 4500;
/** Longer than the whole wait. */
const TOO_LONG_SECONDS = 20_000;
/** A wait of three conditions, and a job for which two are not enough. */
const DAYS = { waitSeconds: 130_000, seconds: 108_000 };
const OTHER_TAGS = { tags: { owner: 'team' } };

/** What may happen to a job that takes longer than a custom resource may wait. */
export function longWaitScenarios(kind: KindKey): readonly Scenario[] {
  return [...createScenarios(kind), ...updateScenarios(kind), ...runningJobScenarios(kind)].map((scenario) => ({
    hasPairs: false,
    isLong: true,
    ...scenario,
  }));
}

function long(...versions: string[]) {
  return courses(Object.fromEntries(versions.map((version) => [version, [{ seconds: LONG_SECONDS }]])));
}

function createScenarios(kind: KindKey): readonly Scenario[] {
  return [
    {
      name: 'create a long job that ends soon',
      play: create(longJob(kind, 'A')),
      expected: 'CREATE_COMPLETE',
      hasPairs: true,
      isLong: false,
    },
    {
      name: 'create a long job',
      courses: long('A'),
      play: create(longJob(kind, 'A')),
      shows: ['conditions-waited-for', 'signal-answer', 'signal-error-name'],
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a long job whose conditions come late',
      play: create(longJobHeldUp(kind, 'A', false)),
      shows: ['early-signal', 'signal-id-reused'],
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a long job that fails',
      courses: courses({ A: [{ seconds: LONG_SECONDS, failure: MALFUNCTION }] }),
      play: create(longJob(kind, 'A')),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create a long job that takes too long',
      needsStop: true,
      courses: courses({ A: [{ seconds: TOO_LONG_SECONDS }] }),
      play: create(longJob(kind, 'A')),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create a job that takes days',
      needsStop: true,
      courses: courses({ A: [{ seconds: DAYS.seconds }] }),
      play: create(longJob(kind, 'A', { waitSeconds: DAYS.waitSeconds })),
      shows: ['moment-of-a-resource'],
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a job of days that ends soon',
      courses: long('A'),
      play: create(longJob(kind, 'A', { waitSeconds: DAYS.waitSeconds })),
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a long job where the quota is used up for hours',
      play: atFullQuota(8000, create(longJob(kind, 'A'))),
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a long job where the quota is used up for too long',
      play: atFullQuota(TOO_LONG_SECONDS, create(longJob(kind, 'A'))),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create again a long job that has failed',
      courses: courses({ A: [{ seconds: LONG_SECONDS, failure: MALFUNCTION }, { seconds: LONG_SECONDS }] }),
      play: createAgain(longJob(kind, 'A')),
      expected: 'CREATE_COMPLETE',
    },
  ];
}

function updateScenarios(kind: KindKey): readonly Scenario[] {
  /** The request changes through a parameter of the stack, of which the logical ids of the conditions know nothing. */
  const parameter = (version: string) => longJob(kind, version, { ids: 'P' });
  /** Two conditions, so that one is asked for that is not there yet. */
  const twoDays = { waitSeconds: 60_000 };
  return [
    {
      name: 'update a long job',
      given: create(longJob(kind, 'A')),
      courses: long('B'),
      play: update(longJob(kind, 'B')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a long job that ends soon',
      given: create(longJob(kind, 'A')),
      play: update(longJob(kind, 'B')),
      expected: 'UPDATE_COMPLETE',
      hasPairs: true,
      isLong: false,
    },
    {
      name: 'update to a job of days that fails',
      given: create(longJob(kind, 'A')),
      courses: courses({ B: [{ seconds: LONG_SECONDS, failure: MALFUNCTION }] }),
      play: update(longJob(kind, 'B', { waitSeconds: DAYS.waitSeconds })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'update a long job through a parameter alone',
      given: create(parameter('A')),
      courses: long('B'),
      play: update(parameter('B')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a long job through a parameter alone that takes longer than resources wait',
      given: create(parameter('A')),
      courses: courses({ B: [{ seconds: 9000 }] }),
      play: update(parameter('B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'update a long job and back',
      given: create(longJob(kind, 'A', twoDays)),
      courses: courses({ A: [{}, { seconds: LONG_SECONDS }] }),
      play: update(longJob(kind, 'B', twoDays), longJob(kind, 'A', twoDays)),
      shows: ['status-of-a-removed-resource', 'early-signal'],
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update again to a long job beside which something has failed',
      given: create(longJobHeldUp(kind, 'A', false)),
      courses: courses({ B: [{}, { seconds: 8000 }] }),
      play: update(longJobHeldUp(kind, 'B', true), longJobHeldUp(kind, 'B', false)),
      shows: ['early-signal'],
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update a long job after which something is made',
      given: create(longJobWithLast(kind, 'A')),
      play: update(longJobWithLast(kind, 'B')),
      shows: ['depends-on-moved'],
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update a long job in place',
      given: create(longJob(kind, 'A')),
      play: update(longJob(kind, 'A', OTHER_TAGS)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update in place to a longer wait',
      given: create(longJob(kind, 'A')),
      play: update(longJob(kind, 'A', twoDays)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'delete a long job',
      given: create(longJob(kind, 'A')),
      play: remove,
      expected: 'DELETE_COMPLETE',
    },
  ];
}

/** A resource that comes after all that a job has: it names the conditions, too. */
function longJobWithLast(kind: KindKey, version: string) {
  const template = longJob(kind, version);
  return {
    ...template,
    Last: { type: 'plain', dependsOn: Object.keys(template), properties: () => ({ Fails: 'false' }) },
  } as const;
}
