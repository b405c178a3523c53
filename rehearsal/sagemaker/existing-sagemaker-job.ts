import type { JobFacts } from '../../src/validation/service-model/job-facts';
import type { Environment } from '../environment';
import type { ExistingJob } from '../jobs/existing-job';
import type { JsonObject } from '../json-value';

/** Where a job that was made elsewhere has written what nobody says. No bucket is called so. */
export const BUCKET_ELSEWHERE = 'made-elsewhere';

/** A job that was made elsewhere: who it is, and when it ended. */
export interface ExistingJobPlace extends Environment {
  readonly name: string;
  readonly arn: string;
  /** Seconds since 1970. */
  readonly endedAt: number;
}

/** So many seconds it ran. */
export const DURATION_ELSEWHERE = 240;

/** What a kind says besides of a job that was made elsewhere. */
export type MembersElsewhere = (place: ExistingJobPlace, status: string) => JsonObject;

/** What SageMaker answers of a job that was made elsewhere. */
export function describeExisting(
  { status = 'Completed', answer }: ExistingJob,
  place: ExistingJobPlace,
  { description: members, statuses }: JobFacts,
  membersElsewhere: MembersElsewhere,
): JsonObject {
  const { name, arn, endedAt } = place;
  // the statuses of some kinds are in capitals
  const spelt = statuses.find((each) => each.toLowerCase() === status.toLowerCase()) ?? status;
  return {
    [members.name]: name,
    [members.arn]: arn,
    [members.status]: spelt,
    [members.createdAt]: endedAt - DURATION_ELSEWHERE,
    LastModifiedTime: endedAt,
    ...membersElsewhere(place, spelt),
    ...answer,
  };
}
