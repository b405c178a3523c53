import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, mustBe, warning } from '../../validation/finding';
import { knownMembers, knownNumber } from '../../validation/known-value';

const KEEP: MemberName = { property: 'keepAlivePeriod', api: 'ResourceConfig.KeepAlivePeriodInSeconds' };

/**
 * Which instances SageMaker keeps for the next job.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html
 */
export function* warmPoolRules(request: Request): Iterable<Finding> {
  const seconds = keptSeconds(request);
  if (seconds === undefined) return;
  if (isSpot(request)) {
    yield mustBe(KEEP, "left out, or 0, with 'spot' (EnableManagedSpotTraining): spot instances are not kept", seconds);
  }
  if (knownMembers(request, 'ResourceConfig')?.InstanceGroups === undefined) return;
  const unlike = "with 'instanceGroups' (ResourceConfig.InstanceGroups): groups of instances are not kept";
  yield mustBe(KEEP, `left out, or 0, ${unlike}`, seconds);
}

/**
 * SageMaker takes the member in what a tuning job launches, and forgets it.
 *
 * @see https://github.com/aws-controllers-k8s/sagemaker-controller/pull/176
 */
export function* launchedPoolRules(definition: Request): Iterable<Finding> {
  if (keptSeconds(definition) === undefined) return;
  yield warning('tuningWarmPool', KEEP, 'should be left out: SageMaker keeps no instances for a tuning job');
}

/** Whether a job trains on spot instances. */
export function isSpot({ EnableManagedSpotTraining: spot }: Request): boolean {
  return spot === true || spot === 'true';
}

/** How long instances are to be kept, where they are. */
function keptSeconds(request: Request): number | undefined {
  const seconds = knownNumber(knownMembers(request, 'ResourceConfig')?.KeepAlivePeriodInSeconds);
  return seconds !== undefined && seconds > 0 ? seconds : undefined;
}
