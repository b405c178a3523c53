import type { Account } from './account';
import { OPTIMIZATION } from './job-wording';
import type { SimulatedJob } from './simulated-job';

/** How long after the end of a job its image is shown, where that is late. */
export const IMAGE_LAG_MS = 30_000;

/** What the service says of an optimization job alone. */
export function describeOptimization({ facts }: Account, job: SimulatedJob, at: number): object {
  const { OutputConfig } = job.origin.input as { readonly OutputConfig: { readonly S3OutputLocation: string } };
  const isCompleted = job.phase(at) === 'completed';
  const image = isCompleted ? facts.play('optimization-image', OPTIMIZATION) : 'absent';
  const isShown = image === 'with-the-status' || (image === 'late' && at >= job.endsAt + IMAGE_LAG_MS);
  return {
    OutputConfig: isCompleted
      ? { ...OutputConfig, S3OutputLocation: placeOf(OutputConfig.S3OutputLocation, job.name, facts) }
      : OutputConfig,
    ...(isShown && { OptimizationOutput: { RecommendedInferenceImage: 'registry.example.com/serve:1' } }),
  };
}

function placeOf(location: string, name: string, facts: Account['facts']): string {
  switch (facts.play('optimization-output', OPTIMIZATION)) {
    case 'without-a-slash':
      return location.replace(/\/$/, '');
    case 'in-a-folder':
      return `${location}${name}/`;
    default:
      return location;
  }
}
