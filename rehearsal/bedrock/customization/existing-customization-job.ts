import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';

const DURATION_MS = 3_600_000;

/** What Bedrock answers of a model customization job that was made elsewhere. */
export function describeExisting(
  { status = 'Completed', answer }: ExistingJob,
  { arn, endedAt }: { readonly arn: string; readonly endedAt: number },
): JsonObject {
  const [, partition, , region, account] = arn.split(':');
  const model = /model-customization-job\/(.+)\//.exec(arn)?.[1] ?? 'made.elsewhere';
  return {
    jobArn: arn,
    jobName: 'made-elsewhere',
    outputModelName: 'made-elsewhere',
    outputModelArn: `arn:${partition}:bedrock:${region}:${account}:custom-model/${model}/elsewhere000`,
    baseModelArn: `arn:${partition}:bedrock:${region}::foundation-model/${model}`,
    roleArn: `arn:${partition}:iam::${account}:role/made-elsewhere`,
    status,
    creationTime: new Date(endedAt - DURATION_MS).toISOString(),
    endTime: new Date(endedAt).toISOString(),
    trainingDataConfig: { s3Uri: 's3://made-elsewhere/train.jsonl' },
    validationDataConfig: { validators: [] },
    outputDataConfig: { s3Uri: 's3://made-elsewhere/' },
    trainingMetrics: { trainingLoss: 0.5 },
    ...answer,
  };
}
