import { watchedTemplate } from './sample-templates';
import type { Scenario } from './scenario';
import { atFullQuota, courses, create, longJobs, MALFUNCTION, update, watchedJob } from './stack-operations';
import type { KindKey } from '../aws/job-wording';

/** What may happen to a job that takes longer than a custom resource may wait. */
export function watchedScenarios(kind: KindKey): readonly Scenario[] {
  const failing = (version: string) => courses({ [version]: [{ seconds: 200, failure: MALFUNCTION }] });
  /** The request changes through a parameter of the stack, of which the logical ids of the watches know nothing. */
  const parameter = (version: string) => watchedTemplate({ kind, version, ids: 'P', waitSeconds: 4000 });
  return [
    {
      name: 'create a job with watches',
      play: create(watchedJob(kind, 'A')),
      shows: ['conditions-waited-for'],
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a job with watches that fails',
      courses: failing('A'),
      play: create(watchedJob(kind, 'A')),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'create a job with watches that takes too long',
      courses: courses({ A: [{ seconds: 9000 }] }),
      play: create(watchedJob(kind, 'A')),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'update a job with watches',
      given: create(watchedJob(kind, 'A')),
      play: update(watchedJob(kind, 'B')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a job with watches that fails',
      given: create(watchedJob(kind, 'A')),
      courses: failing('B'),
      play: update(watchedJob(kind, 'B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'update a job with watches through a parameter alone',
      given: create(parameter('A')),
      play: update(parameter('B')),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'update a job with watches and back',
      given: create(watchedJob(kind, 'A')),
      courses: courses({ A: [{}, { seconds: 3700 }] }),
      play: update(watchedJob(kind, 'B'), watchedJob(kind, 'A')),
      shows: ['reused-handle'],
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'cancel an update of a job with watches through a parameter alone',
      given: create(parameter('A')),
      courses: longJobs('B'),
      play: atFullQuota(3600, update(parameter('B'))),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'delete a job with watches while creating',
      courses: longJobs('A'),
      play: create(watchedJob(kind, 'A')),
      expected: 'DELETE_COMPLETE',
      isInterrupted: true,
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'cancel an update of a job with watches',
      given: create(watchedJob(kind, 'A')),
      courses: longJobs('B'),
      play: update(watchedJob(kind, 'B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
      hasPairs: false,
      isLong: true,
    },
    {
      name: 'create a job with watches where the quota is used up for an hour',
      play: atFullQuota(3500, create(watchedJob(kind, 'A', { waitSeconds: 9000 }))),
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
      isLong: true,
    },
  ];
}
