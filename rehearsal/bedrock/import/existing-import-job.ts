import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';

const DURATION_MS = 1_200_000;

/** What Bedrock answers of a model import job that was made elsewhere. */
export function describeExisting(
  { status = 'Completed', answer }: ExistingJob,
  { arn, endedAt }: { readonly arn: string; readonly endedAt: number },
): JsonObject {
  const [, partition, , region, account] = arn.split(':');
  return {
    jobArn: arn,
    jobName: 'made-elsewhere',
    importedModelName: 'made-elsewhere',
    importedModelArn: `arn:${partition}:bedrock:${region}:${account}:imported-model/elsewhere000`,
    roleArn: `arn:${partition}:iam::${account}:role/made-elsewhere`,
    modelDataSource: { s3DataSource: { s3Uri: 's3://made-elsewhere/model/' } },
    status,
    creationTime: new Date(endedAt - DURATION_MS).toISOString(),
    endTime: new Date(endedAt).toISOString(),
    ...answer,
  };
}
