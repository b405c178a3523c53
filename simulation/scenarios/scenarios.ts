import { canBeStopped, JOB_FACTS, JOB_KIND_KEYS } from '../handler-under-test';
import { cancelledScenarios } from './cancelled-scenarios';
import { createScenarios } from './create-scenarios';
import { deleteScenarios } from './delete-scenarios';
import { INGESTION_SCENARIOS } from './ingestion-scenarios';
import { longWaitScenarios } from './long-wait-scenarios';
import { referenceScenarios } from './reference-scenarios';
import type { Scenario } from './scenario';
import { updateScenarios } from './update-scenarios';
import type { KindKey } from '../aws/job-wording';

export const KINDS: readonly KindKey[] = JOB_KIND_KEYS;
/** Those of Bedrock of whose jobs no token is shown: where there are no tags, nothing says whose they are. */
const OF_NOBODY: readonly KindKey[] = ['EvaluationJob', 'ModelImportJob'];

/** The scenarios of a kind of job. */
export function scenariosOf(kind: KindKey): readonly Scenario[] {
  const all = [
    ...createScenarios(kind),
    ...updateScenarios(kind),
    ...deleteScenarios(kind),
    ...cancelledScenarios(kind),
    ...longWaitScenarios(kind),
    ...referenceScenarios(kind),
    ...(kind === 'IngestionJob' ? INGESTION_SCENARIOS : []),
  ];
  const possible = all.filter(
    ({ needsStop, needsOwner }) => (canBeStopped(kind) || !needsStop) && (!OF_NOBODY.includes(kind) || !needsOwner),
  );
  return JOB_FACTS[kind].place ? possible.filter(({ isNamed, needsRoom }) => !isNamed && !needsRoom) : possible;
}
