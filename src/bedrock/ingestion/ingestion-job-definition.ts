import { INGESTION_JOB_PROPERTIES } from './ingestion-job-properties';
import { INGESTION_JOB } from '../../contract';
import { definitionOf, type JobDefinition } from '../../job/job-definition';

const GIVEN = definitionOf(INGESTION_JOB, { tagActions: [] });
const { [GIVEN.members.name]: _, ...ownMembers } = GIVEN.ownMembers;

/** The longest name of a job in its description: what is left of that is the user's. */
export const LONGEST_NAME = 63;

/**
 * Ingestion jobs as the engine sees them. They run with the role of their knowledge base: none is handed to the service. It sends
 * no events of them.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-bedrock.html
 */
export const INGESTION_JOB_DEFINITION = {
  ...GIVEN,
  // all that is done with a job is a matter of its knowledge base:
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
  actions: [...GIVEN.actions, ...(GIVEN.unscopedActions ?? [])],
  unscopedActions: [],
  longestName: LONGEST_NAME,
  ownMembers: {
    ...ownMembers,
    knowledgeBaseId: "use 'dataSource'",
    dataSourceId: "use 'dataSource'",
  },
  properties: INGESTION_JOB_PROPERTIES,
} satisfies JobDefinition;
