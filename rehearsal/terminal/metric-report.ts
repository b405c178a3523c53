import { jobNames } from '../jobs/job-course';
import type { StackResult } from '../rehearsal-result';
import type { TrainingJob } from '../sagemaker/training/training-job';
import type { MetricOrigin } from '../sagemaker/training/training-metrics';
import type { TuningJob } from '../sagemaker/tuning/tuning-job';

/** A job with metrics: of its own, or of the best of its training jobs. */
type MeasuredJob = Pick<TrainingJob, 'arn' | 'name' | 'origin'> &
  Partial<Pick<TuningJob, 'objective'>> & {
    metric(name: string): { readonly value?: number | string; readonly origin: MetricOrigin };
  };

/** The metrics that a stack's resources ask for: where their values come from, and which the job does not report. */
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
    return asked.map((name) => metricLine(resource, String(name), job));
  });
  // a job and its result may ask for the same
  return [...new Set(lines)];
}

function metricLine(resource: string, name: string, job: Pick<MeasuredJob, 'metric'>): string {
  const { value, origin } = job.metric(name);
  const metric = `${resource}: ${name}`;
  switch (origin) {
    case 'scripted':
      return `${metric} = ${value}`;
    case 'invented':
      return `${metric} = ${value} (invented: nothing was trained)`;
    case 'unsearched':
      return `${metric} is empty: the job does not search for it`;
    case 'unknown':
      return `${metric} is empty: the rehearsal does not know what this algorithm reports`;
    case 'unreported':
      return `${metric} is empty: the job does not report it (no metric definition has this name)`;
  }
}
