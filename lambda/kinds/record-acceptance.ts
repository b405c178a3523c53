import type { GetModelInvocationJobResponse } from '@aws-sdk/client-bedrock';
import type { ModelInvocationJobAcceptance } from '../../src/contract';

type Counts = Pick<
  GetModelInvocationJobResponse,
  'status' | 'totalRecordCount' | 'processedRecordCount' | 'successRecordCount' | 'errorRecordCount'
>;

/**
 * Why a job that has completed for the service is a failure nevertheless, or `undefined` where it is none. The service
 * takes a job for completed even if it could not process a single record.
 */
export function refusalOf(job: Counts, acceptance: ModelInvocationJobAcceptance): string | undefined {
  const { totalRecordCount: total, errorRecordCount: errors = 0 } = job;
  const processed = processedOf(job);
  const { MaxErrorRecords, MaxErrorShare, PartialCompletion } = acceptance;
  const all = total ?? processed;
  const failed = `${errors} of ${all} records failed`;
  if (job.status === 'PartiallyCompleted' && PartialCompletion !== 'true') {
    return `only ${processed} of ${all} records were processed in time${errors > 0 ? `, and ${errors} of them failed` : ''}; set acceptPartialCompletion to accept that, or raise timeout`;
  }
  if (MaxErrorRecords !== undefined && errors > Number(MaxErrorRecords)) {
    return `${failed}, and maxErrorRecords is ${MaxErrorRecords}`;
  }
  if (hasCounts(job) && processedOf(job) === 0) {
    return all === 0
      ? 'it has processed no record, for its input has none'
      : `none of its ${all} records was processed`;
  }
  // a quotient is the number that the user has written; a product may be a little less
  if (MaxErrorShare !== undefined && errors / all > Number(MaxErrorShare)) {
    return `${failed}, and maxErrorShare is ${MaxErrorShare}`;
  }
  // no limit lets a job pass that has brought nothing
  return errors > 0 && (job.successRecordCount ?? 0) === 0 ? failed : undefined;
}

/**
 * Whether the counts of a job that has completed may be late: it seems to have processed nothing. Whether the service counts
 * the records of every job is not said; where it counts none for a minute, nothing can be held against the job.
 */
export function areCountsLate(job: Counts): boolean {
  return processedOf(job) === 0;
}

function processedOf({ processedRecordCount, successRecordCount = 0, errorRecordCount = 0 }: Counts): number {
  return processedRecordCount || successRecordCount + errorRecordCount;
}

function hasCounts(job: Counts): boolean {
  const counts = [job.totalRecordCount, job.processedRecordCount, job.successRecordCount, job.errorRecordCount];
  return counts.some((count) => count !== undefined);
}
