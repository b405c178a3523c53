import { timestamp } from './bedrock-job';
import { describeExistingJob, type ExistingJobPlace } from './existing-bedrock-job';
import type { ExistingJob } from '../jobs/existing-job';
import type { JsonObject } from '../json-value';

/** As many as a job has at least. */
const RECORDS = 100;
const DURATION_MS = 240_000;

/** What Bedrock answers of a batch inference job that was made elsewhere. */
export function describeExisting(job: ExistingJob, place: ExistingJobPlace): JsonObject {
  return describeExistingJob(job, place, {
    modelId: 'made-elsewhere',
    submitTime: timestamp(place.endedAt - DURATION_MS),
    inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://made-elsewhere/records.jsonl' } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://made-elsewhere/' } },
    totalRecordCount: RECORDS,
    processedRecordCount: RECORDS,
    successRecordCount: RECORDS,
    errorRecordCount: 0,
  });
}
