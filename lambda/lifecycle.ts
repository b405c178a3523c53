import { ensureJob } from './ensure-job';
import { InvalidRequest, messageOf } from './fault';
import type { JobKind } from './job-kind';
import { Operation, type Outcome } from './operation';
import { backoffOf, IAM_PACE, LONGEST_BUSY_PAUSE, type Random } from './pace';
import { readReference } from './read-reference';
import { removeJob } from './remove-job';
import { stopJob } from './stop-job';
import type { Tick } from './tick';
import { watchJob } from './watch-job';

/** What a tick needs of the world. */
export interface World {
  readonly kind: JobKind;
  readonly now: Date;
  readonly random: Random;
}

/**
 * The next step of a job: reads what is true, does at most one thing about it, and says when to come back, or what to
 * answer. All state is in the tick and in the service, so that a crash, a duplicate and a retry of a tick do no harm.
 */
export async function step(tick: Tick, world: World): Promise<Tick> {
  const operation = new Operation(tick, world.kind, world.now, world.random);
  const outcome = operation.isHandover ? operation.handOver() : await attempt(operation);
  if ('answer' in outcome || !operation.isLost) return after(tick, outcome);
  return after(tick, await giveUp(operation, lossOf(operation)));
}

/** The end of a tick that the state machine could not have carried out, however often it tried. */
export async function abandon(tick: Tick, world: World): Promise<Tick> {
  const operation = new Operation(tick, world.kind, world.now, world.random);
  const { Error: error, Cause: cause } = tick.fault ?? { Error: 'Unknown', Cause: 'no cause given' };
  return after(tick, await giveUp(operation, `The function could not be run: ${error}: ${messageIn(cause)}`));
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
    if (operation.isReference) return await readReference(operation);
    if (!operation.hasRequest) return await watchJob(operation);
    const isDelete = !operation.isWatch && operation.event.RequestType === 'Delete';
    return await (isDelete ? removeJob(operation) : ensureJob(operation));
  } catch (error) {
    return recover(operation, error);
  }
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
    const job = progress.arn === undefined || isReference ? undefined : await kind.describe(progress.arn);
    if (job?.phase === 'running') await stopJob(kind, job);
  } catch {
    // the Delete that follows a failed Create stops the job, for it bears the job's ARN
  }
  return operation.fail(
    `${why}${progress.setback ? ` | Last: ${progress.setback}` : ''}${progress.arn ? ` | Job: ${progress.arn}` : ''}`,
  );
}

function after({ fault: _, answer: __, ...tick }: Tick, outcome: Outcome): Tick {
  return 'answer' in outcome
    ? { ...tick, done: false, waitSeconds: 0, answer: outcome.answer }
    : { ...tick, progress: outcome.progress, done: false, waitSeconds: outcome.waitSeconds };
}
