import type { Documents } from '../../../../rehearsal/bedrock/ingestion/deployed-documents';
import { statisticsOf } from '../../../../rehearsal/bedrock/ingestion/ingestion-statistics';

const documents = (contents: Record<string, string>): Documents => new Map(Object.entries(contents));
const BEFORE = documents({
  'a.md': '1',
  'b.md': '1',
  'c.md': '1',
  'a.md.metadata.json': '1',
  'c.md.metadata.json': '1',
});

test('counts what is new, what has changed and what is gone', () => {
  const now = documents({ 'a.md': '1', 'b.md': '2', 'd.md': '1', 'a.md.metadata.json': '2' });

  expect(statisticsOf({ documents: now, before: BEFORE })).toEqual({
    numberOfDocumentsScanned: 3,
    numberOfMetadataDocumentsScanned: 1,
    numberOfNewDocumentsIndexed: 1,
    numberOfModifiedDocumentsIndexed: 1,
    numberOfMetadataDocumentsModified: 2,
    numberOfDocumentsDeleted: 1,
    numberOfDocumentsFailed: 0,
    numberOfDocumentsSkipped: 0,
  });
});

test('of what is to be indexed, some may fail: new documents first', () => {
  const now = documents({ 'a.md': '2', 'b.md': '1', 'c.md': '1', 'd.md': '1' });
  const failing = (count: number) => {
    const { numberOfDocumentsFailed, numberOfNewDocumentsIndexed, numberOfModifiedDocumentsIndexed } = statisticsOf({
      documents: now,
      before: BEFORE,
      failing: count,
    });
    return [numberOfDocumentsFailed, numberOfNewDocumentsIndexed, numberOfModifiedDocumentsIndexed];
  };

  expect([failing(0), failing(1), failing(2), failing(9)]).toEqual([
    [0, 1, 1],
    [1, 0, 1],
    [2, 0, 0],
    [2, 0, 0],
  ]);
});

test('where nobody knows the documents, there are some, and all are new', () => {
  expect(statisticsOf({ before: BEFORE })).toMatchObject({
    numberOfDocumentsScanned: 12,
    numberOfNewDocumentsIndexed: 12,
    numberOfDocumentsDeleted: 0,
  });
});
