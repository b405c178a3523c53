import { awaitEnd } from './await-end';
import type { Operation, Outcome } from './operation';
import { SHORT_PACE } from './pace';
import { becomeAlone, makeCertainOfBeingAlone } from './precedence';

/** A watch of a job that has been started: waits for its end, no matter who has asked for it. */
export async function followJob(operation: Operation): Promise<Outcome> {
  const { kind, progress } = operation;
  const job = await kind.describe(progress.arn!, progress.name);
  if (job) return (await awaitEnd(operation, job)) ?? operation.succeed(job);
  // what one call has shown another may not show yet
  if (operation.isWithinVisibilityGrace) return operation.again(SHORT_PACE);
  return operation.fail(`The ${kind.noun} is gone; was its record deleted by somebody else? | Job: ${progress.arn}`);
}

/** The Delete of a watch: ends its execution, and touches no job. */
export async function removeWatch(operation: Operation): Promise<Outcome> {
  return (await takeBackWatch(operation)) ?? operation.confirm();
}

/**
 * Ends what an older request for the watch has begun: it may carry on a request, and create its job. A job that it was
 * about to create is looked for by the Delete of the job's resource, which CloudFormation sends afterwards.
 */
export async function takeBackWatch(operation: Operation): Promise<Outcome | undefined> {
  const others = await becomeAlone(operation);
  if (others || !operation.mayHaveCarried) return others;
  if (operation.isWithinLateCallGrace(false)) return operation.again(operation.lookoutPace);
  return makeCertainOfBeingAlone(operation);
}
