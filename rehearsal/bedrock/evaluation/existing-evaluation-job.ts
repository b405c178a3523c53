import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';
import { timestamp } from '../bedrock-job';
import { describeExistingJob, type ExistingJobPlace } from '../existing-bedrock-job';

const DURATION_MS = 1_200_000;

/** What Bedrock answers of an evaluation job that was made elsewhere. */
export function describeExisting(job: ExistingJob, place: ExistingJobPlace): JsonObject {
  const dataset = { taskType: 'Custom', dataset: { name: 'made-elsewhere' }, metricNames: ['Builtin.Accuracy'] };
  const { endTime: lastModifiedTime, ...described } = describeExistingJob(job, place, {
    jobType: 'Automated',
    evaluationConfig: { automated: { datasetMetricConfigs: [dataset] } },
    inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'made.elsewhere-v1:0' } }] },
    outputDataConfig: { s3Uri: 's3://made-elsewhere/' },
    creationTime: timestamp(place.endedAt - DURATION_MS),
  });
  return { ...described, lastModifiedTime };
}
