import type { Job } from './job-kind';
import type { Operation, Outcome } from './operation';
import { LOOKOUT_PACE, paceOf, SHORT_PACE } from './pace';
import { stopJob } from './stop-job';

/** Waits for a job to end, and stops it when the wait is over. Returns nothing where it has completed. */
export async function awaitEnd(operation: Operation, job: Job): Promise<Outcome | undefined> {
  const { kind, progress, random } = operation;
  const known = { name: job.name, arn: job.arn };
  if (job.isProvisional && !operation.isOverdue) {
    const endSeenAt = progress.endSeenAt ?? operation.timestamp;
    if (operation.mayYetChange(job, endSeenAt)) return operation.again(LOOKOUT_PACE, { ...known, endSeenAt });
  }
  switch (job.phase) {
    case 'running':
      if (!operation.isOverdue) {
        return operation.again(paceOf(operation.ageOf(job.since), random), known);
      }
      if (!kind.stop) {
        // the Delete that follows waits for it, if the answer has its ARN
        if (progress.arn === undefined) return operation.again(0, known);
        return operation.failWith(job, `${notEnded(operation)}, and nobody can stop it: it goes on`);
      }
      if (!progress.stopped) return operation.again(0, { ...known, stopped: true });
      return (await stopJob(operation, job)) ?? operation.again(SHORT_PACE, known);
    case 'stopping': {
      // one that somebody else stops may take as long as it likes: nobody waits for it to stop
      const isWaitedFor = progress.stopped === true || operation.isOverdue;
      return operation.again(paceOf(isWaitedFor ? operation.overdueMs : operation.ageOf(job.since), random), known);
    }
    case 'failed':
      return operation.failWith(job);
    case 'stopped':
      return operation.failWith(job, wasOverdue(operation) ? overdue(operation) : undefined);
    case 'completed':
      return undefined;
  }
}

/** Whether the job was stopped because the wait was over, by this operation or by the one before the wait conditions. */
function wasOverdue({ progress, isResult, isOverdue }: Operation): boolean {
  return progress.stopped === true || (isResult && isOverdue);
}

function overdue(operation: Operation): string {
  return `${notEnded(operation)}, so it was stopped`;
}

function notEnded({ kind, waitText }: Operation): string {
  return `The ${kind.noun} had not ended ${waitText}`;
}
