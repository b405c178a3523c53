import { awaitEnd } from './await-end';
import type { Operation, Outcome } from './operation';
import { SHORT_PACE } from './pace';

/** A watch of a job that has been started: waits for its end, whoever has asked for it. */
export async function watchJob(operation: Operation): Promise<Outcome> {
  const { kind, progress } = operation;
  const job = await kind.describe(progress.arn!);
  if (job) return (await awaitEnd(operation, job)) ?? operation.succeed(job);
  // what one call has shown another may not show yet
  if (operation.isWithinLateCallGrace) return operation.again(SHORT_PACE);
  return operation.fail(`The ${kind.noun} is gone; was its record deleted by somebody else? | Job: ${progress.arn}`);
}
