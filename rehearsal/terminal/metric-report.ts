import type { InventedValue } from '../jobs/invented-value';
import { jobNames, type NamedJob } from '../jobs/job-course';
import type { StackResult } from '../rehearsal-result';
import type { MetricOrigin } from '../sagemaker/training/training-metrics';

/** A job with metrics: of its own, or of the best of its training jobs. */
interface MeasuredJob extends NamedJob {
  readonly arn: string;
  /** The metric that it looks for the best value of. */
  readonly objective?: string;
  /** What else it has come to, and nobody can know. */
  readonly invented?: readonly InventedValue[];
  metric?(name: string): { readonly value?: number | string; readonly origin: MetricOrigin };
}

/**
 * The metrics that a stack's resources ask for: where their values come from, and which the algorithm does not report. With what else
 * its jobs have come to that is invented.
 */
export function metricLines(
  { resources, path: stackPath }: Pick<StackResult, 'resources' | 'path'>,
  jobs: readonly MeasuredJob[],
): string[] {
  const lines = Object.entries(resources).flatMap(([logicalId, { physicalId, properties, path }]) => {
    const { Metrics: metrics, Job: waitedFor } = properties;
    const job = jobs.find(({ arn, name }) => [physicalId, waitedFor].some((id) => id === arn || id === name));
    if (!job) return [];
    const asked = [job.objective ?? [], Array.isArray(metrics) ? metrics : []].flat();
    const [resource] = jobNames(job.origin ?? { stackName: '', stackPath, logicalId, path });
    return [
      ...asked.map((name) => metricLine(resource, String(name), job)),
      ...(job.invented ?? []).map(({ name, value, why }) => `${resource}: ${name} = ${value} (invented: ${why})`),
    ];
  });
  // a job and its result may ask for the same
  return [...new Set(lines)];
}

function metricLine(resource: string, name: string, job: MeasuredJob): string {
  const { value, origin } = job.metric?.(name) ?? { origin: 'unknown' };
  const metric = `${resource}: ${name}`;
  switch (origin) {
    case 'scripted':
      return `${metric} = ${value}`;
    case 'invented':
      return `${metric} = ${value} (invented: nothing was trained)`;
    case 'unread':
      return `${metric} = ${value} (invented: no model was asked)`;
    case 'unsearched':
      return `${metric} is empty: the job does not search for it`;
    case 'unknown':
      return `${metric} is empty: the rehearsal does not know whether the algorithm reports it`;
    case 'unreported':
      return `${metric} is empty: the algorithm does not report it`;
  }
}
