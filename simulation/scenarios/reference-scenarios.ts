import { referenceResource } from './sample-templates';
import type { Scenario } from './scenario';
import { create, job, remove, update } from './stack-operations';
import type { KindKey } from '../aws/job-wording';

/** What may happen to a resource that reads a job which was made elsewhere. */
export function referenceScenarios(kind: KindKey): readonly Scenario[] {
  const withReference = (dependsOn: readonly string[] = []) => ({
    ...job(kind, 'A'),
    Reference: referenceResource(kind, ({ ref }) => ref('Job'), dependsOn),
  });
  return [
    {
      name: 'create with references',
      given: create(job(kind, 'A')),
      play: update(withReference()),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'delete with references',
      given: create(withReference(['Job'])),
      play: remove,
      expected: 'DELETE_COMPLETE',
      hasPairs: false,
    },
  ];
}
