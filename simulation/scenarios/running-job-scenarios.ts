import type { Scenario } from './scenario';
import {
  atFullQuota,
  courses,
  create,
  job,
  longJob,
  longJobBeside,
  MALFUNCTION,
  update,
  whereDenied,
  withoutRollback,
} from './stack-operations';
import type { KindKey } from '../aws/job-wording';
import { JOB_FACTS } from '../handler-under-test';

/** Longer than the resource of a job waits, and not as long as the whole wait. */
const LONG_SECONDS = 4500;
/** Longer than the whole wait. */
const TOO_LONG_SECONDS = 20_000;
/** A wait of three conditions. */
const DAYS = { waitSeconds: 130_000 };
/** Between an operation that has failed and the next. */
const PAUSE_SECONDS = 60;
/** So long that executions signal meanwhile. */
const LONG_PAUSE_SECONDS = 900;
/** Longer than a creation bears it. */
const DENIED_SECONDS = 240;
const OTHER_TAGS = { tags: { owner: 'team' } };

/** What may happen to a long job that runs when something else is asked for: a person gives up, or goes on in another way. */
export function runningJobScenarios(kind: KindKey): readonly Scenario[] {
  return [...cancelScenarios(kind), ...openScenarios(kind), ...withoutRollbackScenarios(kind)];
}

function long(...versions: string[]) {
  return courses(Object.fromEntries(versions.map((version) => [version, [{ seconds: LONG_SECONDS }]])));
}

function cancelScenarios(kind: KindKey): readonly Scenario[] {
  const parameter = (version: string) => longJob(kind, version, { ids: 'P' });
  const hours = (version: string) => courses({ [version]: [{ seconds: 9000 }] });
  return [
    {
      name: 'delete a long job while creating',
      needsStop: true,
      courses: hours('A'),
      play: create(longJob(kind, 'A')),
      expected: 'DELETE_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'cancel an update of a long job',
      needsStop: true,
      given: create(longJob(kind, 'A')),
      courses: hours('B'),
      play: update(longJob(kind, 'B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'cancel an update of a long job that ends soon',
      given: create(longJob(kind, 'A')),
      play: update(longJob(kind, 'B', { waitSeconds: DAYS.waitSeconds })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'cancel an update of a long job through a parameter alone that waits for the quota',
      needsStop: true,
      given: create(parameter('A')),
      courses: hours('B'),
      play: atFullQuota(3600, update(parameter('B'))),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'cancel an update in place of a long job',
      given: create(longJob(kind, 'A')),
      play: update(longJob(kind, 'A', OTHER_TAGS)),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
    },
  ];
}

/** A job that runs already when a deployment begins to wait for it: nobody has waited for it before. */
function openScenarios(kind: KindKey): readonly Scenario[] {
  const given = create(job(kind, 'A', { wait: 'false' }));
  const begun = courses({ A: [{ seconds: 9000 }] });
  return [
    {
      name: 'wait for a job that runs already',
      needsStop: true,
      given,
      courses: begun,
      play: update(longJob(kind, 'A')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'wait for a job that runs already, with other tags',
      needsStop: true,
      given,
      courses: begun,
      play: update(longJob(kind, 'A', OTHER_TAGS)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'replace a job that runs already',
      needsStop: true,
      given,
      courses: courses({ A: [{ seconds: TOO_LONG_SECONDS }], B: [{ seconds: LONG_SECONDS }] }),
      play: update(longJob(kind, 'B')),
      // where there is one place, the job before has it for longer than is waited
      expected: JOB_FACTS[kind].place ? 'UPDATE_ROLLBACK_COMPLETE' : 'UPDATE_COMPLETE',
    },
  ];
}

/** What has failed is tried again; what was made and is unchanged gets no request. */
function withoutRollbackScenarios(kind: KindKey): readonly Scenario[] {
  const beside = (version: string, fails: boolean, options = {}) => longJobBeside(kind, version, fails, options);
  return [
    {
      name: 'go on without rollback beside a long job',
      courses: long('A'),
      // the job goes on, and its condition, which was cancelled, begins once more
      play: withoutRollback(PAUSE_SECONDS, beside('A', true), beside('A', false)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'go on without rollback beside a long job that has ended since',
      // its end is seen when its condition has been cancelled, and not begun again
      courses: courses({ A: [{ seconds: 3400 }] }),
      play: withoutRollback(LONG_PAUSE_SECONDS, beside('A', true), beside('A', false)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'go on without rollback with other tags while a long job runs',
      courses: long('A'),
      play: withoutRollback(PAUSE_SECONDS, beside('A', true), beside('A', false, OTHER_TAGS)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'go on without rollback with a longer wait while a long job runs',
      courses: long('A'),
      play: withoutRollback(PAUSE_SECONDS, beside('A', true), beside('A', false, { waitSeconds: 60_000 })),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'go on without rollback with another long job while one runs',
      needsStop: true,
      needsRoom: true,
      courses: courses({ A: [{ seconds: TOO_LONG_SECONDS }], B: [{ seconds: LONG_SECONDS }] }),
      play: withoutRollback(PAUSE_SECONDS, beside('A', true), beside('B', false)),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'create again without rollback what was denied',
      play: whereDenied(DENIED_SECONDS, withoutRollback(PAUSE_SECONDS, job(kind, 'A'), job(kind, 'A'))),
      shows: ['retried-creation'],
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'try again without rollback what has failed for its long job',
      courses: courses({ A: [{ seconds: LONG_SECONDS, failure: MALFUNCTION }, { seconds: LONG_SECONDS }] }),
      play: withoutRollback(PAUSE_SECONDS, longJob(kind, 'A'), longJob(kind, 'A')),
      expected: 'UPDATE_FAILED',
    },
    {
      name: 'run a long job again without rollback that has failed',
      courses: courses({ A: [{ seconds: LONG_SECONDS, failure: MALFUNCTION }, { seconds: LONG_SECONDS }] }),
      play: withoutRollback(PAUSE_SECONDS, longJob(kind, 'A'), longJob(kind, 'A', { rerunKey: 'again' })),
      expected: 'UPDATE_COMPLETE',
    },
  ];
}
