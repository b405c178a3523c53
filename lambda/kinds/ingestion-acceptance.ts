import type { IngestionJobStatistics } from '@aws-sdk/client-bedrock-agent';
import type { IngestionJobAcceptance } from '../../src/contract';

/**
 * Why an ingestion that has completed for the service is a failure nevertheless, or `undefined` where it is none. The service takes
 * one for complete whatever has become of its documents.
 */
export function refusalOf(
  { numberOfDocumentsFailed: failed = 0, numberOfDocumentsScanned: scanned = 0 }: IngestionJobStatistics,
  { MaxFailedDocuments }: IngestionJobAcceptance,
): string | undefined {
  const counted = `${failed} of ${Math.max(scanned, failed)} documents failed`;
  if (MaxFailedDocuments !== undefined && failed > Number(MaxFailedDocuments)) {
    return `${counted}, and maxFailedDocuments is ${MaxFailedDocuments}`;
  }
  // no limit lets an ingestion pass that has brought nothing; of one that follows another, what is unchanged is scanned, too
  return failed > 0 && failed >= scanned ? counted : undefined;
}

/**
 * Whether the counts of an ingestion that has completed may be late: it seems to have seen no document. Where it counts none for a
 * minute, there was none.
 */
export function areCountsLate({ numberOfDocumentsScanned: scanned = 0 }: IngestionJobStatistics): boolean {
  return scanned === 0;
}
