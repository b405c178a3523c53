import { jobNames } from '../jobs/job-course';
import type { StackResult } from '../rehearsal-result';
import type { TrainingJob } from '../sagemaker/training/training-job';

/** The metrics that a stack's resources ask for: where their values come from, and which the job does not report. */
export function metricLines(
  { resources, path: stackPath }: Pick<StackResult, 'resources' | 'path'>,
  jobs: readonly Pick<TrainingJob, 'arn' | 'name' | 'origin' | 'metric'>[],
): string[] {
  const lines = Object.entries(resources).flatMap(([logicalId, { physicalId, properties, path }]) => {
    const { Metrics: metrics, Job: waitedFor } = properties;
    const job = jobs.find(({ arn, name }) => [physicalId, waitedFor].some((id) => id === arn || id === name));
    if (!job || !Array.isArray(metrics)) return [];
    const [resource] = jobNames(job.origin ?? { stackName: '', stackPath, logicalId, path });
    return metrics.map((name) => metricLine(resource, String(name), job));
  });
  // a job and its result may ask for the same
  return [...new Set(lines)];
}

function metricLine(resource: string, name: string, job: Pick<TrainingJob, 'metric'>): string {
  const { value, origin } = job.metric(name);
  const metric = `${resource}: ${name}`;
  switch (origin) {
    case 'scripted':
      return `${metric} = ${value}`;
    case 'invented':
      return `${metric} = ${value} (invented: nothing was trained)`;
    case 'unknown':
      return `${metric} is empty: the rehearsal does not know what this algorithm reports`;
    case 'unreported':
      return `${metric} is empty: the job does not report it (no metric definition has this name)`;
  }
}
