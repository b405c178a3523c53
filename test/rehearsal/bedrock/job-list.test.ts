import { listJobs } from '../../../rehearsal/bedrock/job-list';
import { ModelInvocationJob } from '../../../rehearsal/bedrock/model-invocation-job';
import type { VirtualClock } from '../../../rehearsal/clock';
import type { JsonObject } from '../../../rehearsal/json-value';
import { ACCOUNT, batchClock, batchRequest, BATCH_START } from '../fixture-batch';

const clock: VirtualClock = batchClock();
/** Twelve jobs, a second apart; the second one has ended. */
const jobs = Array.from(
  { length: 12 },
  (_, index) =>
    new ModelInvocationJob({
      id: `id${index}`,
      arn: `arn${index}`,
      ...ACCOUNT,
      request: batchRequest({ jobName: `job-${index}` }),
      course: index === 1 ? { duration: 0 } : {},
      input: { files: [], records: 1000 },
      createdAt: BATCH_START + index * 1000,
      now: () => clock.now() + 20_000,
    }),
);

function names(input: JsonObject): unknown[] {
  const { invocationJobSummaries: summaries } = listJobs(jobs, input);
  return (summaries as JsonObject[]).map(({ jobName }) => jobName);
}

test('lists the newest ten, and the rest on the next page', () => {
  expect(names({})).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((index) => `job-${index}`));
  const { nextToken } = listJobs(jobs, {});
  expect(names({ nextToken })).toEqual(['job-1', 'job-0']);
  expect(listJobs(jobs, { nextToken: nextToken as string })).not.toHaveProperty('nextToken');
});

test('lists the oldest first, and as many as asked for', () => {
  expect(names({ sortOrder: 'Ascending', maxResults: 2 })).toEqual(['job-0', 'job-1']);
});

test.each<[JsonObject, string[]]>([
  [{ nameContains: 'b-11' }, ['job-11']],
  [{ statusEquals: 'Completed' }, ['job-1']],
  [{ submitTimeAfter: '2026-01-01T00:00:10Z' }, ['job-11']],
  [{ submitTimeBefore: '2026-01-01T00:00:01Z' }, ['job-0']],
])('lists only what matches %j', (input, expected) => {
  expect(names(input)).toEqual(expected);
});

test('fails on a token of nobody', () => {
  expect(() => listJobs(jobs, { nextToken: 'x' })).toThrow('The provided nextToken is not valid.');
});
