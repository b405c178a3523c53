import { withNoted } from './conditions-left';
import { ensureJob } from './ensure-job';
import { messageOf } from './error-message';
import { withHint } from './failure-reason';
import { followJob, lookAgain } from './follow-job';
import { InvalidRequest } from './invalid-request';
import { Operation, type Outcome, type World } from './operation';
import { patienceAt } from './operation-time';
import { IAM_PACE } from './pace';
import { giveWay } from './precedence';
import { readReference } from './read-reference';
import { readResult } from './read-result';
import { removeJob } from './remove-job';
import { stopJob } from './stop-job';
import { after as secondsAfter, isResult, type Tick } from './tick';

/**
 * The next step of a job: reads what is true, does at most one thing about it, and says when to come back, or what to
 * answer. All state is in the tick and in the service, so that a crash, a duplicate and a retry of a tick do no harm.
 */
export async function step(input: Tick, world: World): Promise<Tick> {
  const tick = withNoted(input, world.clock());
  const operation = new Operation(tick, world);
  const outcome = await attempt(operation, tick);
  if ('progress' in outcome && operation.isLost) return next(tick, await giveUp(operation, lossOf(operation)), world);
  return next(tick, outcome, world);
}

/** The end of a tick that the state machine could not have carried out, however often it tried. */
export async function abandon(tick: Tick, world: World): Promise<Tick> {
  const operation = new Operation(tick, world);
  const { Error: error, Cause: cause } = tick.fault ?? { Error: 'Unknown', Cause: 'no cause given' };
  return next(tick, await giveUp(operation, `The function could not be run: ${error}: ${messageIn(cause)}`), world);
}

/** What Lambda says of a function that has thrown is JSON; the trace in it is not for the person who deploys. */
function messageIn(cause: string): string {
  try {
    return (JSON.parse(cause) as { readonly errorMessage?: string }).errorMessage ?? cause;
  } catch {
    return cause;
  }
}

async function attempt(operation: Operation, tick: Tick): Promise<Outcome> {
  try {
    return (await giveWay(operation)) ?? (await work(operation, tick));
  } catch (error) {
    return tick.conditions ? lookAgain(operation, tick.conditions, error) : recover(operation, error);
  }
}

async function work(operation: Operation, { conditions, event }: Tick): Promise<Outcome> {
  const isDelete = event.RequestType === 'Delete';
  if (operation.isReference) return isDelete ? operation.confirm() : readReference(operation);
  if (isResult(event)) return isDelete ? operation.confirm() : readResult(operation, event);
  if (isDelete) return removeJob(operation);
  return conditions ? followJob(operation, conditions) : ensureJob(operation);
}

function recover(operation: Operation, error: unknown): Outcome {
  if (error instanceof InvalidRequest) return operation.refuse(error.message);
  switch (operation.kind.meaningOf(error)) {
    case 'busy':
      return operation.againWhenBusy(error);
    case 'denied':
      return operation.isWithinIamGrace
        ? operation.again(IAM_PACE, { setback: messageOf(error) })
        : operation.failFor(error);
    default:
      return operation.failFor(error);
  }
}

function lossOf({ ownEvent, kind, isReference, waitText }: Operation): string {
  if (isReference) return `The ${kind.noun} could not be read ${waitText}`;
  const isWaitingForIt = ownEvent.RequestType === 'Delete' && !kind.stop;
  const advice = isWaitingForIt ? `; nobody can stop a ${kind.noun}: try again when it has ended` : '';
  return `There was no end to it within the time that CloudFormation allows${advice}`;
}

/** Answers as failed whatever the job does, after a last try to stop it, unless it is somebody else's, or has time left. */
async function giveUp(operation: Operation, why: string): Promise<Outcome> {
  const { kind, progress } = operation;
  try {
    const job = mayBeStopped(operation) ? await kind.describe(progress.arn!, progress.name) : undefined;
    if (job?.phase === 'running') await stopJob(operation, job);
  } catch {
    // the Delete that follows a failed Create stops the job, for it bears the job's ARN
  }
  if (operation.isAnswered) return operation.withdraw();
  const last = progress.setback && `Last: ${withHint(kind, progress.setback)}`;
  return operation.fail([why, last, progress.arn && `Job: ${progress.arn}`].filter(Boolean).join(' | '));
}

function mayBeStopped({ progress, isReference, isResult: isOfResult, isAnswered, isOverdue }: Operation): boolean {
  if (progress.arn === undefined || isReference) return false;
  return isOverdue || !(isOfResult || isAnswered);
}

function next({ fault: _, answer: __, ...tick }: Tick, outcome: Outcome, { clock }: World): Tick {
  const counted = { ...tick, count: tick.count + 1 };
  if ('withdrawn' in outcome) return { ...counted, ...settledBy(outcome), done: true, waitSeconds: 0 };
  if ('answer' in outcome) return { ...counted, ...outcome, done: false, waitSeconds: 0 };
  const dueAt = secondsAfter(clock(), outcome.waitSeconds);
  const giveUpAt = tick.conditions ? { giveUpAt: patienceAt(tick, dueAt).toISOString() } : {};
  return { ...counted, dueAt: dueAt.toISOString(), ...giveUpAt, ...outcome, done: false };
}

function settledBy({ isSettled }: Extract<Outcome, { readonly withdrawn: true }>): Pick<Tick, 'isSettled'> {
  return isSettled ? { isSettled } : {};
}
