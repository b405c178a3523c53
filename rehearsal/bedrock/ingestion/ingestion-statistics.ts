import { type Documents, isMetadata } from './deployed-documents';
import type { JsonObject } from '../../json-value';

/** So many there are where nobody knows which. */
const INVENTED_DOCUMENTS = 12;

/** What an ingestion brings: what there is to be ingested, and what was in the index before. */
export interface IngestionContent {
  /** @default - nobody knows: there are some, and all are new */
  readonly documents?: Documents;
  readonly before: Documents;
  /** How many of them cannot be read. @default 0 */
  readonly failing?: number;
}

/** What the service counts of an ingestion that has come to its end. */
export function statisticsOf({ documents, before, failing = 0 }: IngestionContent): JsonObject {
  const [now, earlier] = documents ? [documents, before] : [invented(), new Map<string, string>()];
  const [texts, metadata] = [keysOf(now, false), keysOf(now, true)];
  const added = texts.filter((key) => !earlier.has(key));
  const modified = texts.filter((key) => earlier.has(key) && earlier.get(key) !== now.get(key));
  const failed = Math.min(failing, added.length + modified.length);
  const failedModified = Math.max(0, failed - added.length);
  const gone = (areMetadata: boolean) => keysOf(earlier, areMetadata).filter((key) => !now.has(key)).length;
  const changedMetadata = metadata.filter((key) => earlier.has(key) && earlier.get(key) !== now.get(key)).length;
  return {
    numberOfDocumentsScanned: texts.length,
    numberOfMetadataDocumentsScanned: metadata.length,
    numberOfNewDocumentsIndexed: added.length - (failed - failedModified),
    numberOfModifiedDocumentsIndexed: modified.length - failedModified,
    numberOfMetadataDocumentsModified: changedMetadata + gone(true),
    numberOfDocumentsDeleted: gone(false),
    numberOfDocumentsFailed: failed,
    numberOfDocumentsSkipped: 0,
  };
}

/** What is counted before anything is known. */
export const NOTHING_COUNTED: JsonObject = statisticsOf({ documents: new Map(), before: new Map() });

function keysOf(documents: Documents, areMetadata: boolean): string[] {
  return [...documents.keys()].filter((key) => isMetadata(key) === areMetadata);
}

function invented(): Documents {
  return new Map(Array.from({ length: INVENTED_DOCUMENTS }, (_, index) => [`document-${index}`, '']));
}
