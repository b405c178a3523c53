import { awaitEnd } from './await-end';
import { withHint } from './failure-reason';
import type { Job } from './job-kind';
import type { Operation, Outcome } from './operation';
import { LOOKOUT_PACE, SHORT_PACE } from './pace';
import type { ResultEvent } from './tick';

/** What holds of every failure: a deployment that leaves everything as it is asks for no other job. */
const WITHOUT_ROLLBACK =
  'Where the stack is not rolled back, another deployment runs the job again only with another rerunKey, or with another name where it has one of its own';

/**
 * The resource behind the wait conditions: reads the job, and is the only one that fails for it. Where the job still runs (its
 * request has changed through a parameter alone, or the deployment has waited for no condition), it waits for as long as it
 * can; and stops nothing before its time.
 */
export async function readResult(operation: Operation, event: ResultEvent): Promise<Outcome> {
  const { kind, progress } = operation;
  const job = await find(operation);
  if (!job) return progress.arn === undefined ? awaitStart(operation, event) : awaitVisibility(operation);
  if ((job.phase === 'running' || job.phase === 'stopping') && !operation.isOverdue && operation.hasWaitedEnough) {
    return operation.fail(
      `${stillRuns(operation, event, `is ${job.status}`)} | Job: ${job.arn} | ${kind.tracesOf(job)}`,
    );
  }
  const outcome = await awaitEnd(operation, job);
  return outcome ? withAdvice(outcome) : operation.succeed(job);
}

function find({ kind, progress: { arn, name } }: Operation): Promise<Job | undefined> {
  return arn === undefined ? kind.find(name!) : kind.describe(arn, name);
}

/** What one call has shown another may not show yet. */
function awaitVisibility(operation: Operation): Outcome {
  if (operation.isWithinVisibilityGrace) return operation.again(SHORT_PACE);
  const { kind, progress } = operation;
  const gone = `The ${kind.noun} is gone; was its record deleted by somebody else?`;
  return operation.fail(`${gone} | Job: ${progress.arn} | ${WITHOUT_ROLLBACK}`);
}

/** A job that had found no place when its resource answered. */
function awaitStart(operation: Operation, event: ResultEvent): Outcome {
  const { kind, isOverdue } = operation;
  const { Name, Setback } = event.ResourceProperties;
  if (!isOverdue && !operation.hasWaitedEnough) return operation.again(LOOKOUT_PACE);
  const why = withHint(kind, Setback || 'the log of the handler says why');
  if (!isOverdue) return operation.fail(`${stillRuns(operation, event, `'${Name}' waits for its place`)} | ${why}`);
  return operation.fail(
    `The ${kind.noun} '${Name}' could not be started ${operation.waitText}: ${why} | ${WITHOUT_ROLLBACK}`,
  );
}

/** A wait condition that was let go is not waited for again: another wait needs other conditions. */
function stillRuns({ kind }: Operation, event: ResultEvent, how: string): string {
  const { Deadline } = event.ResourceProperties;
  const advice = `where only a parameter of the stack has changed, or what another resource comes to, change the job's rerunKey with it, too; where the deployment does not wait for wait conditions (as in express mode), deploy without it, or again when the job has ended`;
  return `The ${kind.noun} ${how}, and has time until ${Deadline}, but the deployment has come to its results: ${advice}`;
}

function withAdvice(outcome: Outcome): Outcome {
  if (!('answer' in outcome) || outcome.answer.Status === 'SUCCESS') return outcome;
  const Reason = [outcome.answer.Reason, WITHOUT_ROLLBACK].filter(Boolean).join(' | ');
  return { ...outcome, answer: { ...outcome.answer, Reason } };
}
