import type { DescribeTrainingJobResponse } from '@aws-sdk/client-sagemaker';
import type { TrainingJobAcceptance } from '../../src/contract';
import type { Job } from '../job-kind';

type StoppedJob = Pick<
  DescribeTrainingJobResponse,
  'TrainingJobStatus' | 'SecondaryStatus' | 'FailureReason' | 'ModelArtifacts' | 'StoppingCondition'
>;

/** The time limits that a job may be stopped at: what they are, and the property that sets them. */
const LIMITS = {
  MaxRuntimeExceeded: { member: 'MaxRuntimeInSeconds', noun: 'maximum run time', property: 'maxRuntime' },
  MaxWaitTimeExceeded: { member: 'MaxWaitTimeInSeconds', noun: 'maximum wait time', property: 'maxWait' },
} as const;

/**
 * How a job has ended that the service has stopped at a time limit, or `undefined` where it is none. Nobody has asked for
 * that, so that it is a failure; but the model that such a job may have uploaded is one that a user can accept.
 */
export function endAtTimeLimit(
  job: StoppedJob,
  acceptance: TrainingJobAcceptance = {},
): Pick<Job, 'phase' | 'reason'> | undefined {
  if (job.TrainingJobStatus !== 'Stopped' || !isLimit(job.SecondaryStatus)) return undefined;
  const hasModel = Boolean(job.ModelArtifacts?.S3ModelArtifacts);
  if (hasModel && acceptance.StoppedAtTimeLimit === 'true') return { phase: 'completed', reason: undefined };

  const { member, noun, property } = LIMITS[job.SecondaryStatus];
  const seconds = job.StoppingCondition?.[member];
  const limit = `it was stopped at its ${noun}${seconds === undefined ? '' : ` of ${seconds} seconds`}`;
  const result = hasModel
    ? `has uploaded a model; set acceptStoppedAtTimeLimit to accept that, or raise ${property}`
    : `has uploaded no model; raise ${property}`;
  return { phase: 'failed', reason: [`${limit}, and ${result}`, job.FailureReason].filter(Boolean).join('; ') };
}

function isLimit(status: string | undefined): status is keyof typeof LIMITS {
  return status !== undefined && status in LIMITS;
}
