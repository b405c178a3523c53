import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';

const DURATION_MS = 600_000;

/** What Bedrock answers of an ingestion job that was made elsewhere. */
export function describeExisting(
  { status = 'COMPLETE', answer }: ExistingJob,
  { knowledgeBaseId, dataSourceId, ingestionJobId }: JsonObject,
  endedAt: number,
): JsonObject {
  return {
    knowledgeBaseId,
    dataSourceId,
    ingestionJobId,
    description: 'made-elsewhere',
    status,
    startedAt: new Date(endedAt - DURATION_MS).toISOString(),
    updatedAt: new Date(endedAt).toISOString(),
    statistics: { numberOfDocumentsScanned: 1, numberOfNewDocumentsIndexed: 1, numberOfDocumentsFailed: 0 },
    ...answer,
  };
}
