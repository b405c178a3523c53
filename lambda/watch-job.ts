import { awaitEnd } from './await-end';
import type { Operation, Outcome } from './operation';

/** A watch of a job that has been started: waits for its end, whoever has asked for it. */
export async function watchJob(operation: Operation): Promise<Outcome> {
  const { kind, progress } = operation;
  const job = await kind.describe(progress.arn!);
  if (job) return (await awaitEnd(operation, job)) ?? operation.succeed(job);
  return operation.fail(`The ${kind.noun} is gone; was its record deleted by somebody else? | Job: ${progress.arn}`);
}
