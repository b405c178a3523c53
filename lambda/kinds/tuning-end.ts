import type { DescribeHyperParameterTuningJobResponse } from '@aws-sdk/client-sagemaker';
import type { Job } from '../job-kind';

/** How long before its limit a job may be stopped that has reached it: AWS says that it "may deviate slightly". In seconds. */
const DEVIATION_SECONDS = 60;

/**
 * How a tuning job has ended that its status alone does not tell. One whose training jobs have all failed has no result,
 * whatever it is called. And one that the service has stopped for a criterion of its request has done what was asked for:
 * no document says whether it is called completed or stopped then, so that the criteria are looked at; and so they are where
 * its record could not be deleted, and nothing else tells how it has ended.
 */
export function endOfTuning(
  job: DescribeHyperParameterTuningJobResponse,
): Pick<Job, 'phase' | 'reason' | 'isProvisional'> | undefined {
  const { HyperParameterTuningJobStatus: status, BestTrainingJob: best, TrainingJobStatusCounters: counters } = job;
  if (status === 'Completed' && best === undefined && counters !== undefined) {
    // what it has counted may be shown before what is the best of it
    return { phase: 'failed', reason: withoutResult(job), isProvisional: true };
  }
  const hasDone =
    status === 'DeleteFailed'
      ? hasMetCriterion(job) || hasLaunchedAll(job)
      : status === 'Stopped' && hasMetCriterion(job);
  return hasDone && best !== undefined ? { phase: 'completed', reason: undefined } : undefined;
}

function withoutResult({
  TrainingJobStatusCounters: counters,
  FailureReason,
}: DescribeHyperParameterTuningJobResponse): string {
  const { Completed = 0, NonRetryableError = 0, RetryableError = 0, Stopped = 0 } = counters ?? {};
  const counts = `${Completed} completed, ${NonRetryableError + RetryableError} failed, ${Stopped} were stopped`;
  const reason = `none of its training jobs has a value of the objective metric: ${counts}`;
  return [reason, FailureReason].filter(Boolean).join('; ');
}

/** Whether one of the criteria is met for which the request has the service stop the job. */
function hasMetCriterion(job: DescribeHyperParameterTuningJobResponse): boolean {
  const { ResourceLimits: limits, TuningJobCompletionCriteria: criteria = {} } =
    job.HyperParameterTuningJobConfig ?? {};
  const { ConsumedResources: consumed, TuningJobCompletionDetails: details, BestTrainingJob: best } = job;
  const notImproving = criteria.BestObjectiveNotImproving?.MaxNumberOfTrainingJobsNotImproving;
  return [
    isReached(consumed?.RuntimeInSeconds ?? secondsOf(job), limits?.MaxRuntimeInSeconds, DEVIATION_SECONDS),
    isReached(details?.NumberOfTrainingJobsObjectiveNotImproving, notImproving),
    criteria.ConvergenceDetected?.CompleteOnConvergence === 'Enabled' && details?.ConvergenceDetectedTime !== undefined,
    isTargetMet(best?.FinalHyperParameterTuningJobObjectiveMetric, criteria.TargetObjectiveMetricValue),
  ].includes(true);
}

function hasLaunchedAll({
  HyperParameterTuningJobConfig: config,
  TrainingJobStatusCounters: counters,
}: DescribeHyperParameterTuningJobResponse): boolean {
  const { Completed = 0, NonRetryableError = 0, Stopped = 0 } = counters ?? {};
  return isReached(Completed + NonRetryableError + Stopped, config?.ResourceLimits?.MaxNumberOfTrainingJobs);
}

function isReached(value: number | undefined, limit: number | undefined, deviation = 0): boolean {
  return value !== undefined && limit !== undefined && value >= limit - deviation;
}

function secondsOf({ CreationTime: from, HyperParameterTuningEndTime: to }: DescribeHyperParameterTuningJobResponse) {
  return from && to && (to.getTime() - from.getTime()) / 1000;
}

function isTargetMet(
  metric: { readonly Type?: string; readonly Value?: number } | undefined,
  target: number | undefined,
): boolean {
  if (metric?.Value === undefined || target === undefined) return false;
  return metric.Type === 'Minimize' ? metric.Value <= target : metric.Value >= target;
}
