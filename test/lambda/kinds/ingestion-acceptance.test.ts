import { areCountsLate, refusalOf } from '../../../lambda/kinds/ingestion-acceptance';

const counts = (numberOfDocumentsScanned: number, numberOfDocumentsFailed: number) => ({
  numberOfDocumentsScanned,
  numberOfDocumentsFailed,
});

test.each([
  ['none failed', counts(54, 0), {}, undefined],
  ['some failed, and nobody says how many may', counts(54, 53), {}, undefined],
  ['all failed, and nobody says how many may', counts(54, 54), {}, '54 of 54 documents failed'],
  ['all failed that were not counted', counts(0, 3), {}, '3 of 3 documents failed'],
  ['as many failed as may', counts(54, 2), { MaxFailedDocuments: '2' }, undefined],
  ['more failed', counts(54, 3), { MaxFailedDocuments: '2' }, '3 of 54 documents failed, and maxFailedDocuments is 2'],
  [
    'one failed and none may',
    counts(54, 1),
    { MaxFailedDocuments: '0' },
    '1 of 54 documents failed, and maxFailedDocuments is 0',
  ],
  ['all failed though as many may', counts(54, 54), { MaxFailedDocuments: '100' }, '54 of 54 documents failed'],
  ['there was nothing', counts(0, 0), { MaxFailedDocuments: '0' }, undefined],
  ['nothing is said', {}, { MaxFailedDocuments: '0' }, undefined],
])('an ingestion of which %s', (_, statistics, acceptance, refusal) => {
  expect(refusalOf(statistics, acceptance)).toBe(refusal);
});

test('counts may be late where no document was seen', () => {
  expect(areCountsLate({})).toBe(true);
  expect(areCountsLate(counts(0, 0))).toBe(true);
  expect(areCountsLate(counts(1, 0))).toBe(false);
});
