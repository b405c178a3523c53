import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';
import { timestamp } from '../bedrock-job';
import { describeExistingJob, type ExistingJobPlace } from '../existing-bedrock-job';

const DURATION_MS = 1_200_000;

/** What Bedrock answers of a model import job that was made elsewhere. */
export function describeExisting(job: ExistingJob, place: ExistingJobPlace): JsonObject {
  const [, partition, , region, account] = place.arn.split(':');
  return describeExistingJob(job, place, {
    importedModelName: 'made-elsewhere',
    importedModelArn: `arn:${partition}:bedrock:${region}:${account}:imported-model/elsewhere000`,
    modelDataSource: { s3DataSource: { s3Uri: 's3://made-elsewhere/model/' } },
    creationTime: timestamp(place.endedAt - DURATION_MS),
  });
}
