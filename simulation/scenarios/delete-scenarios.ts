import { OWN_NAME } from './sample-jobs';
import type { Scenario } from './scenario';
import { courses, create, job, longJobs, remove, SHORT_WAIT_SECONDS } from './stack-operations';
import type { KindKey } from '../aws/job-wording';

/** What may happen when a stack is deleted. */
export function deleteScenarios(kind: KindKey): readonly Scenario[] {
  const scenarios: Scenario[] = [
    {
      name: 'delete',
      given: create(job(kind, 'A')),
      play: remove,
      expected: 'DELETE_COMPLETE',
      isOfKind: true,
    },
    {
      name: 'delete a running job',
      given: create(job(kind, 'A', { wait: 'false' })),
      courses: longJobs('A'),
      play: remove,
      expected: 'DELETE_COMPLETE',
      isOfKind: true,
    },
    {
      name: 'delete a job that takes minutes to stop',
      given: create(job(kind, 'A', { wait: 'false', waitSeconds: SHORT_WAIT_SECONDS })),
      courses: courses({ A: [{ seconds: 3000, stopSeconds: 200 }] }),
      play: remove,
      expected: 'DELETE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'delete a job that ends before it is stopped',
      given: create(job(kind, 'A', { wait: 'false' })),
      courses: courses({ A: [{ seconds: 3000, endsBeforeStop: true }] }),
      play: remove,
      shows: ['stop-of-an-ended-job'],
      expected: 'DELETE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'delete a job with a name of one’s own',
      isNamed: true,
      given: create(job(kind, 'A', { jobName: OWN_NAME })),
      play: remove,
      shows: ['arn-case', 'record-deletion', 'tags-of-ended-jobs'],
      expected: 'DELETE_COMPLETE',
      hasPairs: false,
    },
  ];
  if (kind !== 'TrainingJob') return scenarios;
  const warm: Scenario = {
    name: 'delete a job that keeps its instances warm',
    given: create(job(kind, 'A')),
    courses: courses({ A: [{ warmSeconds: 900 }] }),
    play: remove,
    expected: 'DELETE_COMPLETE',
    hasPairs: false,
  };
  const failed: Scenario = {
    name: 'roll back a job that fails and keeps its instances warm',
    courses: courses({ A: [{ failure: 'AlgorithmError: no such column', warmSeconds: 3600 }] }),
    play: create(job(kind, 'A')),
    shows: ['warm-pool-of-a-failed-job'],
    expected: 'ROLLBACK_COMPLETE',
    hasPairs: false,
  };
  return [...scenarios, warm, failed];
}
