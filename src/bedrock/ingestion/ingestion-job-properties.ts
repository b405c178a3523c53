import type { PropertyNames } from '../../validation/member-names';

/** What the properties of an ingestion job are called, by the members of the request that they set. */
export const INGESTION_JOB_PROPERTIES: PropertyNames = {
  knowledgeBaseId: 'dataSource',
  dataSourceId: 'dataSource',
  description: 'description',
};
