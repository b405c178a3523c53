import { OWN_NAME } from './sample-jobs';
import type { Scenario } from './scenario';
import { atFullQuota, courses, create, job, longJobs, MALFUNCTION, update, withNewRoles } from './stack-operations';
import type { KindKey } from '../aws/job-wording';

const WAITING_SECONDS = 120;
/** Less than the time for which the handler waits for IAM. */
const NEW_ROLES_SECONDS = 100;

/** What may happen when the person who deploys gives up. */
export function cancelledScenarios(kind: KindKey): readonly Scenario[] {
  const cancelledCreate = { expected: 'DELETE_COMPLETE', isInterrupted: true } as const;
  const cancelledUpdate = { expected: 'UPDATE_ROLLBACK_COMPLETE', isInterrupted: true } as const;
  return [
    {
      name: 'delete while creating',
      courses: longJobs('A'),
      play: create(job(kind, 'A')),
      ...cancelledCreate,
    },
    {
      name: 'delete while waiting for the quota',
      courses: longJobs('A'),
      play: atFullQuota(WAITING_SECONDS, create(job(kind, 'A'))),
      ...cancelledCreate,
    },
    {
      name: 'delete while waiting for the role',
      courses: longJobs('A'),
      play: withNewRoles(NEW_ROLES_SECONDS, create(job(kind, 'A'))),
      ...cancelledCreate,
    },
    {
      name: 'cancel an update',
      given: create(job(kind, 'A')),
      courses: longJobs('B'),
      play: update(job(kind, 'B')),
      ...cancelledUpdate,
    },
    {
      name: 'cancel an update that waits for the quota',
      given: create(job(kind, 'A')),
      courses: longJobs('B'),
      play: atFullQuota(WAITING_SECONDS + 60, update(job(kind, 'B'))),
      ...cancelledUpdate,
    },
    {
      name: 'cancel an update that waits for the role',
      given: create(job(kind, 'A')),
      courses: longJobs('B'),
      play: withNewRoles(NEW_ROLES_SECONDS + 60, update(job(kind, 'B'))),
      ...cancelledUpdate,
    },
    {
      name: 'cancel an update in place',
      given: create(job(kind, 'A')),
      play: update(job(kind, 'A', { tags: { owner: 'team' } })),
      ...cancelledUpdate,
    },
    {
      name: 'cancel the second try at an update',
      given: async (world) => {
        await create(job(kind, 'A'))(world);
        await update(job(kind, 'B'))(world);
      },
      courses: courses({ B: [{ failure: MALFUNCTION }, { seconds: 1200 }] }),
      play: update(job(kind, 'B')),
      ...cancelledUpdate,
      isLong: true,
    },
    {
      name: 'cancel an update to a name of one’s own',
      isNamed: true,
      given: create(job(kind, 'A')),
      courses: longJobs('B'),
      play: update(job(kind, 'B', { jobName: OWN_NAME })),
      ...cancelledUpdate,
      hasPairs: false,
      isLong: true,
    },
  ];
}
