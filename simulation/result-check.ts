import { OPTIMIZATION, TRAINING } from './aws/job-wording';
import { IMAGE_LAG_MS } from './aws/optimization-results';
import type { SimulatedJob } from './aws/simulated-job';
import type { SupposedFacts } from './supposed-facts';

/** Where jobs may write their logs. */
const LOG_GROUPS = {
  'of-its-own': '/aws/sagemaker/OptimizationJobs',
  'of-compilations': '/aws/sagemaker/CompilationJobs',
  'of-trainings': '/aws/sagemaker/TrainingJobs',
} as const;

/** How much of a moment the handler has between two looks. */
const PACE_MS = 15_000;

/** What is wrong with the results of a job that has completed, as the resource has them; nothing where they are right. */
export function wrongAttribute(
  job: SimulatedJob,
  data: { readonly [name: string]: string },
  { facts, now }: { readonly facts: SupposedFacts; readonly now: number },
): string | undefined {
  if (job.origin.kind === TRAINING && !data.ModelArtifacts.endsWith('/model/')) {
    return `ModelArtifacts: ${data.ModelArtifacts}, not a folder`;
  }
  if (job.origin.kind !== OPTIMIZATION) return undefined;
  if (
    !data.OutputLocation.endsWith(`/${job.name}/`) &&
    facts.play('optimization-output', OPTIMIZATION) !== 'in-a-folder'
  ) {
    return `OutputLocation: ${data.OutputLocation}, not the folder of ${job.name}`;
  }
  if (!data.OutputLocation.endsWith('/')) return `OutputLocation: ${data.OutputLocation}, not a folder`;
  const isDue =
    facts.play('optimization-image', OPTIMIZATION) !== 'absent' && now < job.endsAt + IMAGE_LAG_MS + PACE_MS;
  return isDue && data.RecommendedInferenceImage === '' ? 'RecommendedInferenceImage: none' : undefined;
}

/** What is wrong with what a person is told of an optimization job that has failed: where its log is. */
export function wrongLogPlace(job: SimulatedJob, reason: string, facts: SupposedFacts): string | undefined {
  const [, beginning] = /log group that begins with ([^\s,]+)/.exec(reason) ?? [];
  if (job.origin.kind !== OPTIMIZATION || beginning === undefined) return undefined;
  const group = LOG_GROUPS[facts.play('optimization-log-group', OPTIMIZATION)];
  return group.startsWith(beginning) ? undefined : `${group}, not ${beginning}`;
}
