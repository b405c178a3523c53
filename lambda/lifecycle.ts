import { ensureJob } from './ensure-job';
import { InvalidRequest, messageOf } from './fault';
import { Operation, type Outcome, type World } from './operation';
import { backoffOf, IAM_PACE, LONGEST_BUSY_PAUSE } from './pace';
import { giveWay, withExecutions } from './precedence';
import { readReference } from './read-reference';
import { removeJob } from './remove-job';
import { stopJob } from './stop-job';
import type { Tick, WatchEvent } from './tick';
import { followJob, removeWatch, takeBackWatch } from './watch-job';

/**
 * The next step of a job: reads what is true, does at most one thing about it, and says when to come back, or what to
 * answer. All state is in the tick and in the service, so that a crash, a duplicate and a retry of a tick do no harm.
 */
export async function step(tick: Tick, world: World): Promise<Tick> {
  const operation = new Operation(tick, world);
  const outcome = operation.isHandover ? operation.handOver() : await attempt(operation);
  if ('progress' in outcome && operation.isLost) return after(tick, await giveUp(operation, lossOf(operation)), world);
  return after(tick, outcome, world);
}

/** The end of a tick that the state machine could not have carried out, however often it tried. */
export async function abandon(tick: Tick, world: World): Promise<Tick> {
  const operation = new Operation(tick, world);
  const { Error: error, Cause: cause } = tick.fault ?? { Error: 'Unknown', Cause: 'no cause given' };
  return after(tick, await giveUp(operation, `The function could not be run: ${error}: ${messageIn(cause)}`), world);
}

/** What Lambda says of a function that has thrown is JSON; the trace in it is not for the person who deploys. */
function messageIn(cause: string): string {
  try {
    return (JSON.parse(cause) as { readonly errorMessage?: string }).errorMessage ?? cause;
  } catch {
    return cause;
  }
}

async function attempt(operation: Operation): Promise<Outcome> {
  try {
    return (await giveWay(operation)) ?? (await work(operation));
  } catch (error) {
    return recover(operation, error);
  }
}

async function work(operation: Operation): Promise<Outcome> {
  const { isReference, isWatch, ownEvent } = operation;
  const isDelete = ownEvent.RequestType === 'Delete';
  if (isReference) return isDelete ? operation.confirm() : readReference(operation);
  if (isWatch) return isDelete ? removeWatch(operation) : watchJob(operation);
  return isDelete ? removeJob(operation) : ensureJob(operation);
}

async function watchJob(operation: Operation): Promise<Outcome> {
  const { ownEvent, watchWithoutRequest } = operation;
  // it may be the rollback of an update that was cancelled
  const others = ownEvent.RequestType === 'Update' ? await takeBackWatch(operation) : undefined;
  if (others) return others;
  if (watchWithoutRequest) return lookUpRequest(operation, watchWithoutRequest);
  return operation.hasRequest ? ensureJob(operation) : followJob(operation);
}

/** The request that the watch carries on is the input of the execution that answered for the job's resource. */
function lookUpRequest(operation: Operation, watch: WatchEvent): Promise<Outcome> {
  return withExecutions(operation, async () => {
    const carried = await operation.executions.carriedRequest(watch);
    return { ...operation.again(0), carried };
  });
}

function recover(operation: Operation, error: unknown): Outcome {
  if (error instanceof InvalidRequest) return operation.refuse(error.message);
  const setback = messageOf(error);
  switch (operation.kind.faultOf(error)) {
    case 'busy': {
      const setbacks = (operation.progress.setbacks ?? 0) + 1;
      return operation.again(backoffOf(setbacks, LONGEST_BUSY_PAUSE, operation.random), { setbacks, setback });
    }
    case 'denied':
      return operation.isWithinIamGrace ? operation.again(IAM_PACE, { setback }) : operation.failFor(error);
    default:
      return operation.failFor(error);
  }
}

function lossOf({ kind, isReference, waitText }: Operation): string {
  return isReference
    ? `The ${kind.noun} could not be read ${waitText}`
    : 'There was no end to it within the time that CloudFormation allows';
}

/** Answers as failed whatever the job does, after a last try to stop it, unless it is somebody else's. */
async function giveUp(operation: Operation, why: string): Promise<Outcome> {
  const { kind, progress, isReference } = operation;
  try {
    const job =
      progress.arn === undefined || isReference ? undefined : await kind.describe(progress.arn, progress.name);
    if (job?.phase === 'running') await stopJob(kind, job);
  } catch {
    // the Delete that follows a failed Create stops the job, for it bears the job's ARN
  }
  return operation.fail(
    `${why}${progress.setback ? ` | Last: ${progress.setback}` : ''}${progress.arn ? ` | Job: ${progress.arn}` : ''}`,
  );
}

function after({ fault: _, answer: __, ...tick }: Tick, outcome: Outcome, { clock }: World): Tick {
  if ('withdrawn' in outcome) return { ...tick, done: true, waitSeconds: 0 };
  if ('answer' in outcome) return { ...tick, ...outcome, done: false, waitSeconds: 0 };
  const dueAt = new Date(clock().getTime() + outcome.waitSeconds * 1000).toISOString();
  return { ...tick, dueAt, ...outcome, done: false };
}
