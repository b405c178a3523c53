import { isDeepStrictEqual } from 'node:util';
import { anotherTry } from './another-try';
import { awaitEnd } from './await-end';
import { createJob } from './create-job';
import { messageOf } from './error-message';
import { failureReason, refusalReason } from './failure-reason';
import type { Job, JobKind, Tags } from './job-kind';
import { isNameOf, isOwn, type JobSpec, MOST_ATTEMPTS, nameInArn, previousSpecOf } from './job-spec';
import { VISIBILITY_GRACE_MS } from './late-calls';
import { hasEnded, type Operation, type Outcome } from './operation';
import { IAM_PACE, SHORT_PACE } from './pace';
import { endOlder } from './precedence';
import { synchronizeTags } from './synchronize-tags';
import { takeBack } from './take-back';
import { mayYetWork, otherIfEnded, ownByArn } from './unreadable-tags';

/**
 * A Create or an Update: sees to it that the job of the spec exists, and waits for it. A job that runs or has
 * completed under the spec's name is adopted; only where there is none, one is created.
 */
export async function ensureJob(operation: Operation): Promise<Outcome> {
  const { kind, progress, spec } = operation;
  const others = operation.mayOlderOnesSignal ? await endOlder(operation) : undefined;
  if (others) return others;
  if (progress.name === undefined) return chooseAttempt(operation, spec);

  if (progress.arn === undefined) {
    const job = await kind.find(progress.name);
    if (!job) return createJob(operation, spec, progress.name);
    return (
      (await refuseOther(operation, spec, job)) ??
      operation.again(0, { arn: job.arn, createdAt: job.since.toISOString() })
    );
  }
  const job = await kind.describe(progress.arn, progress.name);
  return job ? settle(operation, spec, job) : awaitVisibility(operation, progress.arn);
}

// ---------------------------------------------------------------------------------------- which attempt

/**
 * Finds the attempt to work on. Its name goes into the payload before anything is created under it: should the
 * function crash between the Create call and its answer, the next tick knows the job for its own.
 */
async function chooseAttempt(operation: Operation, spec: JobSpec): Promise<Outcome> {
  const { heldArn, kind } = operation;
  const held = await findHeld(operation, spec);
  // what goes on after the answer has to know which job it was given for
  if (held && operation.areConditionsToFollow) return withJob(operation.again(0), held);
  if (held) return settle(operation, spec, held);
  if (spec.explicitName !== undefined) return chooseExplicitName(operation, spec, spec.explicitName);

  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const name = spec.nameOf(attempt);
    const job = await kind.find(name, heldArn);
    if (!job) return operation.again(0, { name });
    if (isWorthHaving(operation, job)) return operation.again(0, { name, arn: job.arn });
  }
  return operation.refuse(
    `All ${MOST_ATTEMPTS} attempts at the ${kind.noun} '${spec.nameOf(1)}' have failed: change the job, or its rerunKey`,
  );
}

/**
 * The job that the resource stands for, where it is the one that is asked for: in an Update that leaves the spec as it
 * is, and in a rollback. It is the one whatever became of it: a job that nobody waited for may have failed since.
 */
async function findHeld(operation: Operation, spec: JobSpec): Promise<Job | undefined> {
  const { kind, heldArn, heldId } = operation;
  if (heldArn === undefined && !(heldId !== undefined && isNameOf(spec, heldId))) return undefined;
  const job = await (heldArn === undefined ? kind.find(heldId!) : kind.describe(heldArn, nameInArn(spec, heldArn)));
  const ifUnreadable = isToldByArn(operation, spec) ? ownByArn(operation) : otherIfEnded(operation);
  return job && (await isOwn(kind, spec, job, ifUnreadable)) ? job : undefined;
}

/**
 * Whether the ARN that the resource holds is that of the spec's job, where it has the spec's name: where the request changes the
 * job under one name, it does not tell whether it is that from before or that from after.
 */
function isToldByArn({ kind, event, heldArn }: Operation, spec: JobSpec): boolean {
  const previous = previousSpecOf(kind, event);
  if (heldArn === undefined || !previous) return false;
  return previous.key === spec.key || (spec.explicitName !== undefined && !isNameOf(previous, spec.explicitName));
}

/** A name that the user chose serves one job only: the record of a failed attempt makes room for the next. */
async function chooseExplicitName(operation: Operation, spec: JobSpec, name: string): Promise<Outcome> {
  const { kind } = operation;
  const job = await kind.find(name);
  if (!job) return operation.again(0, { name });
  const refusal = await refuseOther(operation, spec, job);
  if (refusal) return refusal;
  if (isWorthHaving(operation, job)) return operation.again(0, { name, arn: job.arn });
  if (job.phase === 'stopping') return operation.again(SHORT_PACE);
  const advice = `The name '${name}' cannot be used again: choose another name, or none`;
  // a record may be shown again after each try to delete it
  if (!kind.deleteRecord || operation.isOverdue) return operation.refuse(`${failureReason(kind, job)} | ${advice}`);
  try {
    await kind.deleteRecord(job);
    return operation.again(SHORT_PACE);
  } catch (error) {
    if (kind.meaningOf(error) === 'busy') throw error;
    const reason = `${failureReason(kind, job)} | ${advice} | ${messageOf(error)}`;
    return anotherTry(operation, error) ?? operation.refuse(reason);
  }
}

/** Refuses to go on with a job that has the spec's name and was made from another. Returns nothing where it is the spec's own. */
async function refuseOther(operation: Operation, spec: JobSpec, job: Job): Promise<Outcome | undefined> {
  try {
    return (await isOwn(operation.kind, spec, job)) ? undefined : refuseName(operation, job);
  } catch (error) {
    const isBusy = operation.kind.meaningOf(error) === 'busy';
    if (mayYetWork(operation, error) || (isBusy && !hasEnded(job))) throw error;
    // it may be gone since, and shown for a moment yet
    return anotherTry(operation, error) ?? refuseUnreadable(operation, job, error);
  }
}

/** A job may be this operation's own though it does not seem so: its tags may not be shown yet. */
function refuseName(operation: Operation, job: Job): Outcome {
  const { kind } = operation;
  if (operation.ageOf(job.since) < VISIBILITY_GRACE_MS) return operation.again(SHORT_PACE);
  const advice = `choose another name${kind.deleteRecord ? ', leave the name out, or delete that job' : ' or leave the name out'}`;
  return refuseUnlessAsked(
    operation,
    `The ${kind.noun} '${job.name}' exists already and was made from another request, or by a resource with another logical id (${job.arn}): ${advice}`,
  );
}

/** Whose a job is cannot be told: its tags cannot be read, and the resource does not hold its ARN. */
function refuseUnreadable(operation: Operation, job: Job, error: unknown): Outcome {
  const { kind } = operation;
  const advice = `Only its tags say whether the ${kind.noun} '${job.name}' was made from this request: choose another name, or none`;
  return refuseUnlessAsked(operation, `${refusalReason(kind, error, job.arn)} | ${advice}`);
}

/** Before there is a name on record, nothing was asked for. */
function refuseUnlessAsked(operation: Operation, reason: string): Outcome {
  return operation.progress.name === undefined ? operation.refuse(reason) : operation.fail(reason);
}

function isWorthHaving(operation: Operation, job: Job): boolean {
  if (job.endedAt && operation.mayYetChange(job)) return true;
  if (job.phase === 'completed' && job.isOvertaken) return false;
  return job.phase === 'running' || job.phase === 'completed';
}

/** The service has named a job that it does not show. */
function awaitVisibility(operation: Operation, arn: string): Outcome {
  const { createdAt } = operation.progress;
  const { isAnswered } = operation;
  if (createdAt === undefined && !isAnswered) return operation.again(0, { name: undefined, arn: undefined });
  const isYoung = createdAt !== undefined && operation.ageOf(new Date(createdAt)) < VISIBILITY_GRACE_MS;
  if (isYoung || (isAnswered && operation.isWithinVisibilityGrace)) return operation.again(SHORT_PACE);
  if (isAnswered) return operation.withdraw();
  return operation.fail(`The ${operation.kind.noun} is gone; was its record deleted by somebody else? | Job: ${arn}`);
}

// ---------------------------------------------------------------------------------------- waiting

async function settle(operation: Operation, spec: JobSpec, job: Job): Promise<Outcome> {
  if (job.phase === 'failed' && hasFailedForRole(operation, job)) {
    return operation.again(IAM_PACE, { name: undefined, arn: undefined, createdAt: undefined });
  }
  if (operation.isAcceptanceEnough || mayBeLeft(operation, job)) return finish(operation, spec, job);
  return (await awaitEnd(operation, job)) ?? finish(operation, spec, job);
}

/** Whether a job may go on behind the answer: the resource stands for it already, or can wait no longer. */
function mayBeLeft(operation: Operation, job: Job): boolean {
  if (!operation.areConditionsToFollow || hasEnded(job)) return false;
  return operation.isOverdue || operation.holds(job);
}

/** Whether the job failed because its role had not propagated: then another attempt is due, for nothing is wrong with the spec. */
function hasFailedForRole(operation: Operation, job: Job): boolean {
  const { kind, progress } = operation;
  // the job's resource has the name of this attempt: its Delete would not find another
  if (operation.isAnswered || progress.createdAt === undefined || job.reason === undefined) return false;
  // what counts is when it failed: whoever has looked may have been held up
  return operation.wasWithinIamGrace(job.endedAt ?? operation.now) && kind.isRoleNotReady(job.reason);
}

/** The job is what it should be: what remains is to tidy up around it. */
async function finish(operation: Operation, spec: JobSpec, job: Job): Promise<Outcome> {
  const { kind, event } = operation;
  if (operation.isAnswered) return operation.succeed(job);
  const previous = previousSpecOf(kind, event);
  if (previous && operation.holds(job)) {
    const pending = await takeBack(operation, spec, previous);
    if (pending) return withJob(pending, job);
  }
  return (await bringTagsUpToDate(operation, spec, job, previous?.tags)) ?? operation.succeed(job);
}

/** Gives a job that was there before the tags that it should have. Those of one that has ended are not worth a failure. */
async function bringTagsUpToDate(
  operation: Operation,
  spec: JobSpec,
  job: Job,
  previous: Tags | undefined,
): Promise<Outcome | undefined> {
  const { kind, progress } = operation;
  if (progress.createdAt !== undefined || progress.leavesTags) return undefined;
  if (operation.holds(job) && isDeepStrictEqual(previous, spec.tags)) return undefined;
  try {
    const isDone = await synchronizeTags(kind, job, { wanted: spec.tags, previous }, () => operation.isInTime);
    return isDone ? undefined : withJob(operation.comeBack(0), job);
  } catch (error) {
    if (mayYetWork(operation, error) || !(await isAtItsEnd(kind, job))) throw error;
    return withJob(operation.again(0, { leavesTags: true, setback: messageOf(error) }), job);
  }
}

/** Whether a job has ended, or is about to: it may have done so since it was looked at. */
async function isAtItsEnd(kind: JobKind, job: Job): Promise<boolean> {
  return job.phase !== 'running' || (await kind.describe(job.arn, job.name))?.phase !== 'running';
}

/** The next tick need not look for the job again. */
function withJob(outcome: Outcome, { name, arn }: Job): Outcome {
  return 'progress' in outcome ? { ...outcome, progress: { ...outcome.progress, name, arn } } : outcome;
}
