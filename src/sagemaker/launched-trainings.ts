import type { JobArns } from '../access/names-in-arns';

/**
 * The ARNs of jobs, and of the training jobs that they launch, whose names begin with theirs.
 *
 * @param jobs The ARNs of jobs that SageMaker knows by their names.
 */
export function withLaunchedTrainings(jobs: JobArns): string[] {
  return [jobs].flat().flatMap((arn) => [arn, trainingJobsOf(arn)]);
}

function trainingJobsOf(arn: string): string {
  return `${arn.replace(/:[a-z-]+-job\//, ':training-job/')}${arn.endsWith('*') ? '' : '-*'}`;
}
