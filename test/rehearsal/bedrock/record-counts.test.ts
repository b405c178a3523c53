import { RecordCounts } from '../../../rehearsal/bedrock/record-counts';

test('counts successes and errors among what has been processed', () => {
  expect(new RecordCounts(100, 10, 50).describe()).toEqual({
    totalRecordCount: 100,
    processedRecordCount: 50,
    successRecordCount: 45,
    errorRecordCount: 5,
  });
});

test('errors are spread over the records', () => {
  const counts = new RecordCounts(10, 2, 10);
  expect(
    Array.from({ length: 10 }, (_, index) => counts.fails(index)).flatMap((fails, i) => (fails ? [i] : [])),
  ).toEqual([4, 9]);
  expect(counts.errors).toBe(2);
});

test('no more records fail than there are', () => {
  expect(new RecordCounts(3, 5, 3).errors).toBe(3);
  expect(new RecordCounts(0, 5, 0).errors).toBe(0);
});
