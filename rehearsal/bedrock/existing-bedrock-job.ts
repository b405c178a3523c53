import type { ExistingJob } from '../jobs/existing-job';
import type { JsonObject } from '../json-value';
import { timestamp } from './bedrock-job';

/** A job that was made elsewhere: who it is, and when it ended, in milliseconds since 1970. */
export interface ExistingJobPlace {
  readonly arn: string;
  readonly endedAt: number;
}

/** What Bedrock answers of a job that was made elsewhere and has a name, with what a kind says besides. */
export function describeExistingJob(
  { status = 'Completed', answer }: ExistingJob,
  { arn, endedAt }: ExistingJobPlace,
  members: JsonObject,
): JsonObject {
  const [, partition, , , account] = arn.split(':');
  return {
    jobArn: arn,
    jobName: 'made-elsewhere',
    roleArn: `arn:${partition}:iam::${account}:role/made-elsewhere`,
    status,
    endTime: timestamp(endedAt),
    ...members,
    ...answer,
  };
}
