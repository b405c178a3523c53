import type { IsMeant } from './executions';
import type { Operation, Outcome } from './operation';
import type { Progress } from './tick';

/*
 * CloudFormation sends no request for a resource before it is done with the one before; but that one's execution may go
 * on, and start a job that nobody knows of. So whatever takes something back (a Delete, a rollback) first ends what
 * older requests have begun, and looks for it in the list of executions: nothing else that both requests know could tell
 * the older one that it is not wanted any more. DescribeExecution is no more consistent than the list, the names of
 * executions cannot be known beforehand, and CloudFormation, which knows, would have to be asked with a permission, a
 * client and, in a VPC, an endpoint more. A list may be some seconds old; so it is looked at twice.
 *
 * Where the request before has come to its own end, and says in its last tick that it has left nothing, there is nothing to
 * look out for besides another request that the list of executions does not show yet.
 *
 * A Create, or an Update to another job, takes nothing back: what came before it has been answered, or taken back. It
 * looks for no others, for hundreds of jobs may be made at once, and an account may list twice in a second; unless wait
 * conditions wait for the job, for then the execution of an older request may still signal for it.
 */

/** A request that was held up gives way to one that has come since. Returns nothing where it may go on. */
export async function giveWay(operation: Operation): Promise<Outcome | undefined> {
  if (!operation.isLate || operation.progress.isCurrent) return undefined;
  return withExecutions(operation, async () =>
    (await operation.executions.isSuperseded(operation.ownEvent))
      ? operation.withdraw()
      : operation.again(0, { isCurrent: true }),
  );
}

/**
 * Ends what older requests for the resource have begun. Returns nothing where nothing else has gone on since an earlier tick.
 *
 * @param isMeant Says of an older request whether it is to end. @default all are
 */
export async function endOlder(operation: Operation, isMeant?: IsMeant): Promise<Outcome | undefined> {
  return operation.progress.aloneSince === undefined
    ? endOthers(operation, (aloneSince) => ({ aloneSince }), isMeant)
    : undefined;
}

/** The same for what takes something back: it has to know, too, what the request before has left. */
export async function becomeAlone(operation: Operation): Promise<Outcome | undefined> {
  const { aloneSince, othersEnded, isSettledBefore } = operation.progress;
  if (aloneSince === undefined) {
    return endOthers(operation, async (since) => ({ aloneSince: since, isSettledBefore: await isSettled(operation) }));
  }
  if (othersEnded || isSettledBefore !== undefined) return undefined;
  return operation.again(0, { isSettledBefore: await isSettled(operation) });
}

/** Looks for others once more. Returns nothing where that was done. */
export async function makeCertainOfBeingAlone(operation: Operation): Promise<Outcome | undefined> {
  return operation.progress.isAloneForCertain ? undefined : endOthers(operation, () => ({ isAloneForCertain: true }));
}

/** @param ifAlone What is to be remembered where there are none. */
async function endOthers(
  operation: Operation,
  ifAlone: (since: string) => Progress | Promise<Progress>,
  isMeant?: IsMeant,
): Promise<Outcome> {
  return withExecutions<Outcome>(operation, async () => {
    const found = await operation.executions.endOlder(operation.ownEvent, isMeant);
    if (found === 'superseded') return operation.withdraw();
    const aloneSince = operation.timestamp;
    if (found === 'others-ended') {
      return operation.again(0, { aloneSince, othersEnded: true, isSettledBefore: undefined });
    }
    return operation.again(0, await ifAlone(aloneSince));
  });
}

/**
 * Whether the request before has left nothing, by its own account: a job may take a minute to be shown, but not where the
 * execution that has asked for it has seen its end. An account that cannot be read is none.
 */
async function isSettled(operation: Operation): Promise<boolean> {
  const before = await operation.executions.endedBefore(operation.ownEvent).catch(() => undefined);
  return before !== undefined && operation.follows(before);
}

/**
 * Whether the id that this request is for stands for a creation that has failed and was tried again since. Without rollback,
 * the second try may get a job of the same name; the Delete of the first comes when all is done, and does not mean that job.
 */
export async function isCreatedAgain(operation: Operation): Promise<boolean | Outcome> {
  const { executions, heldId, ownEvent } = operation;
  return withExecutions(operation, () => executions.isCreatedAgain(ownEvent, heldId!));
}

/** The calls of Step Functions are never refused for good: what fails is tried again for as long as there is time. */
async function withExecutions<Result>(operation: Operation, work: () => Promise<Result>): Promise<Result | Outcome> {
  try {
    return await work();
  } catch (error) {
    return operation.againWhenBusy(error);
  }
}
