import { messageOf } from './error-message';
import { withHint } from './failure-reason';
import { type JobSpec, tagsFor } from './job-spec';
import type { Operation, Outcome } from './operation';
import { backoffOf, IAM_PACE, LONGEST_BUSY_PAUSE, LONGEST_QUOTA_PAUSE, SHORT_PACE } from './pace';

/** Asks the service for a job under a name that is on record, or says when to ask again. */
export async function createJob(operation: Operation, spec: JobSpec, name: string): Promise<Outcome> {
  const { kind, progress } = operation;
  if (operation.isOverdue) {
    if (operation.areConditionsToFollow) return operation.letWait(name);
    return operation.fail(
      `The ${kind.noun} '${name}' could not be started ${operation.waitText}: ${withHint(kind, progress.setback ?? 'no reason given')}`,
    );
  }
  if (!operation.isInTime) return operation.comeBack(0);
  try {
    const arn = await kind.create(name, spec.request, tagsFor(spec), spec.tokenOf(name));
    return operation.again(SHORT_PACE, { arn, createdAt: operation.timestamp });
  } catch (error) {
    const setbacks = (progress.setbacks ?? 0) + 1;
    const setback = messageOf(error);
    switch (kind.meaningOf(error)) {
      case 'quota':
        return operation.again(backoffOf(setbacks + 2, LONGEST_QUOTA_PAUSE, operation.random), { setbacks, setback });
      case 'name-taken':
        // a duplicate of this request was faster, or an earlier call's answer was lost: the next tick finds the job
        return operation.again(backoffOf(setbacks, LONGEST_BUSY_PAUSE, operation.random), { setbacks, setback });
      case 'role-not-ready':
        return operation.isWithinIamGrace ? operation.again(IAM_PACE, { setback }) : operation.refuseFor(error);
      case 'busy':
      case 'denied':
      case 'unknown':
        throw error;
      default:
        return operation.refuseFor(error);
    }
  }
}
