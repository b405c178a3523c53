import { failureReason } from './failure-reason';
import { deniedLines } from './permission-report';
import { INSTANCE_PRICES } from '../cost/instance-prices';
import { jobEstimate, sumOf } from '../cost/job-estimate';
import type { JobRun } from '../jobs/job-run';
import type { JsonObject } from '../json-value';
import { isDeployed, type RehearsalResult, type StackResult } from '../rehearsal-result';

/** What has come of an operation, for a program. */
export function operationRecord(
  operation: 'deploy' | 'destroy',
  { ok, stacks, elapsedMs, denials, missingJobs, jobs, unfilledInputs }: RehearsalResult,
  metricsOf: (stack: StackResult) => string[],
): JsonObject {
  return {
    operation,
    ok,
    seconds: elapsedMs / 1000,
    stacks: Object.fromEntries(
      Object.entries(stacks).map(([name, stack]) => {
        const { status, changed, outputs } = stack;
        return [name, { status, changed, outputs, metrics: metricsOf(stack), ...reasonOf(operation, stack) }];
      }),
    ),
    jobs: jobs.map(jobRecord),
    estimate: estimateRecord(jobs),
    denials: deniedLines(denials),
    missingJobs: [...missingJobs],
    unfilledInputs: unfilledInputs.map(({ uri }) => uri),
  };
}

/** Why a stack is not as its template says. */
function reasonOf(operation: 'deploy' | 'destroy', { status, changed, events }: StackResult): JsonObject {
  const isDone = operation === 'deploy' ? isDeployed({ status, changed }) : status === 'DELETE_COMPLETE';
  return isDone ? {} : { reason: failureReason(events) };
}

function jobRecord({ job, status, afterMs, tookMs, usage }: JobRun): JsonObject {
  const { dollars, basis } = jobEstimate(usage);
  return {
    job,
    status,
    afterSeconds: afterMs / 1000,
    seconds: tookMs / 1000,
    instances: usage.instances.map((instance) => ({ ...instance })),
    ...dollarsOf(dollars),
    basis,
  };
}

/** The sum of what there is a price of, and of which prices it is made. */
function estimateRecord(jobs: readonly JobRun[]): JsonObject {
  const { region, asOf, sources } = INSTANCE_PRICES;
  const dollars = sumOf(jobs.map(({ usage }) => jobEstimate(usage)));
  return { ...dollarsOf(dollars), region, asOf, sources: [...sources] };
}

/** More digits would be of no use. */
function dollarsOf(dollars: number | undefined): JsonObject {
  return dollars === undefined ? {} : { dollars: Number(dollars.toFixed(4)) };
}
