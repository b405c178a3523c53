import type { Job, JobPhase } from './job-kind';
import { isJob, requestedAt, type Tick } from './tick';
import { METRICS_NAMESPACE, type RunMetric } from '../src/contract';

/** What a metric counts, as CloudWatch calls it. */
const UNITS: { readonly [name in RunMetric]: 'Seconds' | 'Count' } = {
  Duration: 'Seconds',
  Wait: 'Seconds',
  Failures: 'Count',
  Ticks: 'Count',
  Records: 'Count',
  ErrorRecords: 'Count',
};

const ENDED: readonly JobPhase[] = ['completed', 'failed', 'stopped'];

/**
 * The metrics of a run, in CloudWatch's embedded format: members of the line of the log with which the run has come to its
 * end, and nothing for any other line, nor for a job that was there before.
 *
 * @param engine The name of the function.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function runMetrics(before: Tick, after: Tick, job: Job | undefined, engine: string, now: Date): object {
  if (!hasEnded(before, after, job)) return {};
  const values = valuesOf(after, job, now);
  const [, Stack] = before.event.StackId.split('/');
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: METRICS_NAMESPACE,
          Dimensions: [['Engine'], ['Stack', 'Job']],
          Metrics: Object.keys(values).map((Name) => ({ Name, Unit: UNITS[Name as RunMetric] })),
        },
      ],
    },
    Engine: engine,
    Stack,
    Job: before.event.LogicalResourceId,
    ...values,
  };
}

/** Whether this look has found the end of what the request has asked for. */
function hasEnded(before: Tick, after: Tick, job: Job | undefined): boolean {
  const { event } = after;
  if (!isJob(event) || event.RequestType === 'Delete') return false;
  const isOver = job !== undefined && ENDED.includes(job.phase);
  if (before.conditions) {
    const isSeenOnlyNow = before.conditions.endedAt === undefined;
    return isSeenOnlyNow && isOver && (after.done || after.conditions?.endedAt !== undefined);
  }
  if (before.answer || !after.answer) return false;
  if (after.answer.Status === 'FAILED') return true;
  return isOver && after.progress.createdAt !== undefined;
}

function valuesOf(
  { event, receivedAt, answer, count, progress: { createdAt } }: Tick,
  job: Job | undefined,
  now: Date,
): { readonly [name in RunMetric]?: number } {
  const ran = createdAt !== undefined && job !== undefined;
  const asked = requestedAt(event, new Date(receivedAt));
  const hasFailed = answer ? answer.Status === 'FAILED' : job?.phase !== 'completed';
  return {
    ...(ran && { Duration: secondsBetween(job.since, job.endedAt ?? now) }),
    Wait: secondsBetween(asked, createdAt === undefined ? now : new Date(createdAt)),
    Failures: hasFailed ? 1 : 0,
    Ticks: count,
    ...(ran && recordsOf(job)),
  };
}

/** Jobs that work record by record say how many. */
function recordsOf({ attributes }: Job): { readonly [name in RunMetric]?: number } {
  const { ProcessedRecordCount, ErrorRecordCount } = attributes;
  return {
    ...(ProcessedRecordCount && { Records: Number(ProcessedRecordCount) }),
    ...(ErrorRecordCount && { ErrorRecords: Number(ErrorRecordCount) }),
  };
}

function secondsBetween(begin: Date, end: Date): number {
  return Math.max(0, (end.getTime() - begin.getTime()) / 1000);
}
