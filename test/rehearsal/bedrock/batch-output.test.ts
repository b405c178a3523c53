import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBatchInput } from '../../../rehearsal/bedrock/batch-input';
import { BatchOutput } from '../../../rehearsal/bedrock/batch-output';
import { ModelInvocationJob } from '../../../rehearsal/bedrock/model-invocation-job';
import type { JobCourse } from '../../../rehearsal/jobs/job-course';
import type { JsonObject } from '../../../rehearsal/json-value';
import { ACCOUNT, batchClock, batchRequest, BATCH_START, records, uploaded, uriOf } from '../fixture-batch';
import { temporaryFolder } from '../fixture-folder';

const assets = uploaded({
  'in/a.jsonl': records(60),
  'in/b.jsonl': records(40, (index): JsonObject => (index === 0 ? { recordId: 5 } : {})),
});

interface Written {
  readonly output: BatchOutput;
  readonly folder: string;
  readonly lines: (file: string) => JsonObject[];
}

async function write(course: JobCourse, seconds = 240, input = uriOf('in/'), stopAfter = Infinity): Promise<Written> {
  const clock = batchClock();
  const root = temporaryFolder();
  const output = new BatchOutput(root);
  const job = new ModelInvocationJob({
    id: 'a1b2c3d4e5f6',
    arn: 'arn',
    ...ACCOUNT,
    request: batchRequest({}, input),
    course,
    input: readBatchInput(input, { arn: 'arn', modelId: 'model' }, assets),
    createdAt: BATCH_START,
    now: () => clock.now(),
  });
  if (stopAfter < seconds) clock.setTimeout(() => job.stop(), stopAfter * 1000);
  await clock.advance(seconds * 1000);
  output.write(job);
  const folder = join(root, 'output/results/a1b2c3d4e5f6');
  const lines = (file: string): JsonObject[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as JsonObject);
  return { output, folder, lines };
}

test('writes a file for each input file, and a manifest', async () => {
  const { output, folder, lines } = await write({});
  expect(output.folders).toEqual([folder]);
  expect(readdirSync(folder).sort()).toEqual(['a.jsonl.out', 'b.jsonl.out', 'manifest.json.out']);
  expect([lines('a.jsonl.out').length, lines('b.jsonl.out').length]).toEqual([60, 40]);
  expect(lines('a.jsonl.out')[0]).toEqual({
    recordId: 'record-0',
    modelInput: { prompt: 'Question 0' },
    modelOutput: {
      inputTextTokenCount: 3,
      results: [
        {
          tokenCount: 13,
          outputText: 'Rehearsed answer (no model was asked) to: Question 0',
          completionReason: 'FINISH',
        },
      ],
    },
  });
  expect(lines('manifest.json.out')).toEqual([
    {
      totalRecordCount: 100,
      processedRecordCount: 100,
      successRecordCount: 100,
      errorRecordCount: 0,
      inputTokenCount: 300,
      outputTokenCount: expect.any(Number),
    },
  ]);
});

test('gives a record without an id one', async () => {
  const { lines } = await write({});
  expect(lines('b.jsonl.out')[0].recordId).toBe('R0000000061');
});

test('a record that fails has an error in place of an output', async () => {
  const { lines } = await write({ errorRecords: 50 });
  expect(lines('a.jsonl.out').slice(0, 2)).toEqual([
    expect.objectContaining({ modelOutput: expect.anything() }),
    {
      recordId: 'record-1',
      modelInput: { prompt: 'Question 1' },
      error: { errorCode: 400, errorMessage: 'Rehearsed failure of this record.' },
    },
  ]);
  expect(lines('manifest.json.out')).toMatchObject([{ successRecordCount: 50, errorRecordCount: 50 }]);
});

test.each<[string, JobCourse, number, number, number]>([
  ['a partial completion', { processedRecords: 70 }, 240, Infinity, 70],
  ['a stop', { startup: 100, duration: 300 }, 300, 150, 25],
])('%s leaves the records that were processed', async (_name, course, seconds, stopAfter, processed) => {
  const { lines } = await write(course, seconds, uriOf('in/'), stopAfter);
  expect(lines('a.jsonl.out').length + lines('b.jsonl.out').length).toBe(processed);
  expect(lines('manifest.json.out')).toMatchObject([{ processedRecordCount: processed }]);
});

test.each<[string, JobCourse, number]>([
  ['a job that runs', {}, 100],
  ['a job that failed', { failure: 'no' }, 240],
  ['a job that expired', { startup: 100_000, duration: 200_000 }, 86_400],
])('writes nothing of %s', async (_name, course, seconds) => {
  const { output } = await write(course, seconds);
  expect(output.folders).toEqual([]);
});

test('writes only a manifest where the input is not here', async () => {
  const { folder } = await write({}, 240, 's3://elsewhere/records.jsonl');
  expect(readdirSync(folder)).toEqual(['manifest.json.out']);
});
