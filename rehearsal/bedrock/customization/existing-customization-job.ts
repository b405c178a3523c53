import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';
import { timestamp } from '../bedrock-job';
import { describeExistingJob, type ExistingJobPlace } from '../existing-bedrock-job';

const DURATION_MS = 3_600_000;

/** What Bedrock answers of a model customization job that was made elsewhere. */
export function describeExisting(job: ExistingJob, place: ExistingJobPlace): JsonObject {
  const [, partition, , region, account] = place.arn.split(':');
  const model = /model-customization-job\/(.+)\//.exec(place.arn)?.[1] ?? 'made.elsewhere';
  return describeExistingJob(job, place, {
    outputModelName: 'made-elsewhere',
    outputModelArn: `arn:${partition}:bedrock:${region}:${account}:custom-model/${model}/elsewhere000`,
    baseModelArn: `arn:${partition}:bedrock:${region}::foundation-model/${model}`,
    creationTime: timestamp(place.endedAt - DURATION_MS),
    trainingDataConfig: { s3Uri: 's3://made-elsewhere/train.jsonl' },
    validationDataConfig: { validators: [] },
    outputDataConfig: { s3Uri: 's3://made-elsewhere/' },
    trainingMetrics: { trainingLoss: 0.5 },
  });
}
