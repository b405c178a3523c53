import { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { inJob, type MemberOf } from './training-member';
import type { Request } from '../../job/request-overrides';
import { knownNumber } from '../../validation/known-value';
import { durationIn } from '../../validation/unit-value';

const DEFAULT_MAX_RUNTIME = Duration.days(1);

/**
 * Training on spot capacity, which costs less and can be interrupted.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-managed-spot-training.html
 */
export interface ManagedSpot {
  /**
   * How long the job may take, waiting for capacity included: at least as long as `maxRuntime`. It is what the deployment
   * waits for.
   */
  readonly maxWait: Duration;
}

/** When a training job is stopped. */
export interface TrainingStoppingOptions {
  /**
   * How long the job may run before SageMaker stops it: 1 second to 28 days, in whole seconds.
   *
   * The deployment waits as long as the job may run. Give what the job really needs: up to 45 minutes, the job's own
   * resource waits, and more resources are needed for longer.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html
   * @default Duration.days(1)
   */
  readonly maxRuntime?: Duration;

  /**
   * How long the job may wait for capacity before SageMaker stops it: 30 minutes to 28 days, in whole seconds. The deployment
   * waits for it, too.
   *
   * @default - what SageMaker says
   */
  readonly maxPendingTime?: Duration;

  /**
   * Trains on spot capacity.
   *
   * Give the job `checkpoints`, unless it is short: it starts from its beginning without them when it is interrupted.
   *
   * @default - the job has its instances for itself until it ends
   */
  readonly spot?: ManagedSpot;
}

/**
 * The members of the request that say when a job is stopped.
 *
 * @param memberOf What a property is called in messages.
 */
export function renderStopping(
  job: IConstruct,
  { maxRuntime, maxPendingTime, spot }: TrainingStoppingOptions,
  memberOf: MemberOf = inJob,
): Request {
  const secondsOf = (property: string, duration: Duration | undefined) =>
    duration && durationIn('Seconds', job, memberOf(property), duration);
  return {
    EnableManagedSpotTraining: spot && true,
    StoppingCondition: {
      MaxRuntimeInSeconds: secondsOf('maxRuntime', maxRuntime ?? DEFAULT_MAX_RUNTIME),
      MaxWaitTimeInSeconds: secondsOf('spot.maxWait', spot?.maxWait),
      MaxPendingTimeInSeconds: secondsOf('maxPendingTime', maxPendingTime),
    },
  };
}

/** How long a job may take at most, as far as its request says it: on spot capacity, the wait holds the run. */
export function longestRunOf(request: Request): number | undefined {
  const stopping = (request.StoppingCondition ?? {}) as Request;
  const { MaxRuntimeInSeconds, MaxWaitTimeInSeconds, MaxPendingTimeInSeconds = 0 } = stopping;
  const run = knownNumber(MaxWaitTimeInSeconds ?? MaxRuntimeInSeconds);
  const pending = knownNumber(MaxPendingTimeInSeconds);
  return run === undefined || pending === undefined ? undefined : run + pending;
}
