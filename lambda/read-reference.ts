import type { Operation, Outcome } from './operation';

/** A reference: reads a job that was made elsewhere, and does nothing to it. What is not there yet is not waited for. */
export async function readReference(operation: Operation): Promise<Outcome> {
  const { kind } = operation;
  const arn = operation.progress.arn!;
  const job = await kind.describe(arn);
  if (!job) return operation.fail(`The ${kind.noun} '${arn}' does not exist`);

  const because = `The ${kind.noun} '${arn}' has not completed: it is ${job.status}`;
  switch (job.phase) {
    case 'completed':
      return operation.succeed(job);
    case 'running':
    case 'stopping':
      return operation.fail(because);
    case 'failed':
    case 'stopped':
      return operation.failWith(job, `${because}: ${job.reason || 'no reason given'}`);
  }
}
