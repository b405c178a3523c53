import type { ExistingJob } from '../jobs/existing-job';
import type { JsonObject } from '../json-value';

/** As many as a job has at least. */
const RECORDS = 100;
const DURATION_MS = 240_000;

/** What Bedrock answers of a batch inference job that was made elsewhere. */
export function describeExisting(
  { status = 'Completed', answer }: ExistingJob,
  { arn, endedAt }: { readonly arn: string; readonly endedAt: number },
): JsonObject {
  return {
    jobArn: arn,
    jobName: 'made-elsewhere',
    modelId: 'made-elsewhere',
    roleArn: `arn:aws:iam::${arn.split(':')[4]}:role/made-elsewhere`,
    status,
    submitTime: new Date(endedAt - DURATION_MS).toISOString(),
    endTime: new Date(endedAt).toISOString(),
    inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://made-elsewhere/records.jsonl' } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://made-elsewhere/' } },
    totalRecordCount: RECORDS,
    processedRecordCount: RECORDS,
    successRecordCount: RECORDS,
    errorRecordCount: 0,
    ...answer,
  };
}
