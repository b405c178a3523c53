import { anotherTry } from './another-try';
import { messageOf } from './error-message';
import { InvalidRequest } from './invalid-request';
import type { Job } from './job-kind';
import { isNameOf, isOwn, jobsOf, type JobSpec, nameInArn, specOf } from './job-spec';
import { NOT_STARTED, type Operation, type Outcome } from './operation';
import { LOOKOUT_PACE, SHORT_PACE } from './pace';
import { becomeAlone, endOlder, isCreatedAgain, makeCertainOfBeingAlone } from './precedence';
import { stopJob } from './stop-job';
import { isJob, type ResourceEvent } from './tick';
import { leftIfEnded, ownByArn } from './unreadable-tags';

/** For how long a Delete asks for instances to be let go of that are kept for the next job. */
const RELEASE_MS = 180_000;

/**
 * A Delete: stops the job if it runs, waits until it has ended, and deletes its record where the service can. The
 * record of a failed job stays, so that it can be looked at; what the job has written to S3 is never touched.
 */
export async function removeJob(operation: Operation): Promise<Outcome> {
  const { heldArn, heldId } = operation;
  if (heldId === NOT_STARTED) return operation.succeed();
  return heldArn === undefined ? removeUnknown(operation) : removeHeld(operation, heldArn);
}

/** The Delete of a job that CloudFormation knows: the request for it has been answered. */
async function removeHeld(operation: Operation, arn: string): Promise<Outcome> {
  // A state machine is deleted only when all its executions have ended: what follows a long job behind the answer may look at it
  // no more often than every forty minutes, and the deletion of the stack would wait for that. What follows another job goes on:
  // this is the clean-up after a rollback then, which has let the earlier job run again, and the resource stands for that one.
  const others =
    operation.properties.WaitConditions && (await endOlder(operation, (older) => isOfJob(operation, older)));
  if (others) return others;
  const job = await findHeld(operation, arn);
  if (job) return remove(operation, job);
  // one that has just been made may not be shown yet, or not to everybody
  return operation.isWithinVisibilityGrace ? operation.again(SHORT_PACE) : operation.succeed();
}

/** Whether a request is for the job of an operation, as far as both can be read. */
function isOfJob(operation: Operation, event: ResourceEvent): boolean {
  const spec = readableSpec(operation);
  return !spec || !isJob(event) || specOf(operation.kind, event, event.ResourceProperties).key === spec.key;
}

/** The Delete of a job of which it is not known whether there is one: the request for it may still be under way. */
async function removeUnknown(operation: Operation): Promise<Outcome> {
  const others = await becomeAlone(operation);
  if (others) return others;
  const job = await findStarted(operation);
  if (job) return removeStarted(operation, job);
  if (operation.isWithinLateCallGrace(true)) return operation.again(operation.lookoutPace);
  return (await makeCertainOfBeingAlone(operation)) ?? operation.succeed();
}

/** Ends the job that an id means which CloudFormation was told, unless another try has got it since. */
async function removeStarted(operation: Operation, job: Job): Promise<Outcome> {
  // one that is being stopped is being stopped by this very request
  if (job.phase === 'stopping' || !hasNameForId(operation)) return remove(operation, job);
  const again = await isCreatedAgain(operation);
  if (typeof again !== 'boolean') return again;
  if (again) return operation.succeed();
  // the other try may have begun a moment ago, and may not be in the list yet
  return operation.isWithinVisibilityGrace ? operation.again(SHORT_PACE) : remove(operation, job);
}

/** Whether the id is the name of an attempt: only then CloudFormation was told that it has failed. */
function hasNameForId(operation: Operation): boolean {
  const spec = readableSpec(operation);
  return spec !== undefined && isNameOf(spec, operation.heldId!);
}

async function remove(operation: Operation, job: Job): Promise<Outcome> {
  // what it has made may not be shown yet
  if (operation.kind.deleteResult && operation.mayYetChange(job) && !operation.isOverdue) {
    return operation.again(LOOKOUT_PACE);
  }
  switch (job.phase) {
    case 'running':
      return (await stopJob(operation, job)) ?? operation.again(SHORT_PACE);
    case 'stopping':
      return operation.again(SHORT_PACE);
    case 'completed':
    case 'stopped':
      return deleteRecord(operation, job);
    case 'failed':
      // what has ended a moment ago may yet turn out to have completed
      return job.endedAt && operation.mayYetChange(job) ? operation.again(SHORT_PACE) : leaveRecord(operation, job);
  }
}

/** The record stays, but nothing that is paid for, and that holds the network: a pool ends by itself, too. */
async function leaveRecord(operation: Operation, job: Job): Promise<Outcome> {
  const { isOverdue, kind, receivedAt } = operation;
  if (!job.holdsInstances || isOverdue || operation.ageOf(receivedAt) >= RELEASE_MS) return operation.succeed();
  await kind.releaseInstances!(job);
  return operation.again(LOOKOUT_PACE);
}

/** A record that the service does not let go, or not in time, stays: it costs nothing, and nothing depends on it. */
async function deleteRecord(operation: Operation, job: Job): Promise<Outcome> {
  const { kind, isOverdue, progress } = operation;
  if (kind.deleteResult) return deleteResult(operation, job);
  if (!kind.deleteRecord || progress.keepsRecord) return operation.succeed();
  try {
    const isDone = (await kind.deleteRecord(job)) || isOverdue;
    return isDone ? operation.succeed() : operation.again(SHORT_PACE);
  } catch (error) {
    return isOverdue ? operation.succeed() : afterRefusal(operation, error);
  }
}

/** A record that the service does not let go stays. */
function afterRefusal(operation: Operation, error: unknown): Outcome {
  if (operation.kind.meaningOf(error) === 'busy') throw error;
  return anotherTry(operation, error) ?? operation.again(0, { keepsRecord: true, setback: messageOf(error) });
}

/** What a job has made may cost something for as long as it is there: where it is to go with the job and does not, that is told. */
async function deleteResult(operation: Operation, job: Job): Promise<Outcome> {
  const { kind, isOverdue } = operation;
  try {
    if (await kind.deleteResult!(job)) return operation.succeed();
    const text = `What the ${kind.noun} has made could not be deleted in time | Job: ${job.arn}`;
    return isOverdue ? operation.fail(text) : operation.again(SHORT_PACE);
  } catch (error) {
    if (kind.meaningOf(error) === 'busy' && !isOverdue) throw error;
    return (isOverdue ? undefined : anotherTry(operation, error)) ?? operation.failFor(error);
  }
}

/** The job with the ARN; a name that the user chose may have become another job's. */
async function findHeld(operation: Operation, arn: string): Promise<Job | undefined> {
  const { kind, properties } = operation;
  const spec = readableSpec(operation);
  const job = await kind.describe(arn, spec && nameInArn(spec, arn));
  if (!job || !spec || properties.JobName === undefined) return job;
  return (await isOwn(kind, spec, job, ownByArn(operation))) ? job : undefined;
}

/** The spec, or `undefined` where it cannot be read: what cannot be read was never sent to the service. */
function readableSpec(operation: Operation): JobSpec | undefined {
  try {
    return operation.spec;
  } catch (error) {
    if (error instanceof InvalidRequest) return undefined;
    throw error;
  }
}

/**
 * The id is no ARN. Where it is the name of an attempt, that is the job which CloudFormation knows of, if there ever was
 * one; else, it was never told whether there is a job: looks for one that still runs, or has left what is to go with it, under
 * the names that the spec would have given it.
 */
async function findStarted(operation: Operation): Promise<Job | undefined> {
  const { kind, heldId } = operation;
  const spec = readableSpec(operation);
  if (!spec) return undefined;
  if (isNameOf(spec, heldId!)) {
    const job = await kind.find(heldId!);
    return job && (await isOwn(kind, spec, job, leftIfEnded(operation))) ? job : undefined;
  }
  for await (const job of jobsOf(kind, spec, leftIfEnded(operation))) {
    if (job.phase === 'running' || job.phase === 'stopping') return job;
    // one that has ended has left something to be deleted, or may yet show it
    if (kind.deleteResult && (job.phase === 'completed' || job.isProvisional)) return job;
  }
  return undefined;
}
