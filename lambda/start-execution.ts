import {
  type ExecutionListItem,
  type ListExecutionsCommandInput,
  paginateListExecutions,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionName, requestTimeIn, resourcePrefix } from './execution-name';
import { requestTime } from './request-time';
import type { ResourceEvent, Tick } from './tick';

const SUPERSEDED = 'There is a newer request for the resource';
/** As many executions as one call lists: a Region may allow two calls in a second, and a stack has hundreds of jobs. */
const EXECUTIONS_PER_PAGE = 1000;
/** A request that took longer to get here may be one that CloudFormation does not wait for any more, in milliseconds. */
const USUAL_DELIVERY_MS = 5_000;

/**
 * Hands a request over to the state machine. The execution's name follows from the request, so that a request that is
 * delivered twice is one execution; a retry by CloudFormation has another response URL, and is an execution of its own.
 *
 * A new request for a resource ends whatever was going on for it: CloudFormation sends none before it is done with the
 * one before. An execution of that one which still waits for its turn could start a job that nobody knows of. So could
 * the request itself, where it is the one before, and has been held up: then it is the one that gives way.
 *
 * @param now When the function is at this try.
 * @param onStart Called when the request has its execution: from then on, that answers.
 */
export async function startExecution(
  client: SFNClient,
  tick: Tick,
  now: Date,
  onStart: () => void = () => undefined,
): Promise<void> {
  const { event } = tick;
  if (await isSuperseded(client, event, now)) return onStart();
  const started = await start(client, tick);
  onStart();
  const executions = await runningExecutions(client, event);
  const own = started ?? executions.find(({ name }) => name === executionName(event));
  if (own && executions.some((other) => isNewer(other, event))) return stop(client, [own]);
  // a duplicate that comes late must not end what came after the request
  const since = own?.startDate;
  const older = since ? executions.filter((other) => isOlder(other, event, since)) : [];
  await stop(client, older);
}

/** Whether a request has its execution, though the call that has begun it may seem to have failed. */
export async function hasExecution(client: SFNClient, event: ResourceEvent): Promise<boolean> {
  const [name, time] = [executionName(event), requestTime(event)];
  // the newest come first, whatever has become of them; where it is not known how far back to look, only what goes on counts
  const filter = time === undefined ? ({ statusFilter: 'RUNNING' } as const) : {};
  for await (const execution of executionsOf(client, event, filter)) {
    if (execution.name === name) return true;
    if (time !== undefined && execution.startDate!.getTime() < time) return false;
  }
  return false;
}

/** Ends whatever goes on for a resource. */
export async function stopExecutions(client: SFNClient, event: ResourceEvent): Promise<void> {
  await stop(client, await runningExecutions(client, event));
}

/** Returns the execution that has begun, or nothing where the request has had one already. */
async function start(client: SFNClient, tick: Tick): Promise<Started | undefined> {
  const { StateMachineArn: stateMachineArn } = tick.event.ResourceProperties;
  const input = JSON.stringify(tick);
  try {
    const command = new StartExecutionCommand({ stateMachineArn, name: executionName(tick.event), input });
    return await client.send(command);
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return undefined;
    throw error;
  }
}

type Started = Pick<ExecutionListItem, 'executionArn' | 'startDate'>;

async function stop(client: SFNClient, executions: readonly Started[]): Promise<void> {
  for (const { executionArn } of executions) {
    await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));
  }
}

/**
 * Whether a request has been held up for so long that a newer one for its resource has come, and may have been answered:
 * CloudFormation does not wait for the older any more.
 */
async function isSuperseded(client: SFNClient, event: ResourceEvent, now: Date): Promise<boolean> {
  const time = requestTime(event);
  if (time === undefined || now.getTime() - time < USUAL_DELIVERY_MS) return false;
  // the newest come first, whatever has become of them
  for await (const execution of executionsOf(client, event, {})) {
    if (isNewer(execution, event)) return true;
    if (execution.startDate!.getTime() < time) return false;
  }
  return false;
}

/** Whether an execution is for a newer request of the same resource; of two that are made in one second neither is. */
function isNewer({ name }: ExecutionListItem, event: ResourceEvent): boolean {
  const [own, others] = [requestTime(event), requestTimeIn(name!)];
  return own !== undefined && others !== undefined && name!.startsWith(resourcePrefix(event)) && others > own;
}

/** Whether an execution is for an older request: where neither says when it was made, by when their executions began. */
function isOlder({ name, startDate }: ExecutionListItem, event: ResourceEvent, since: Date): boolean {
  const [own, others] = [requestTime(event), requestTimeIn(name!)];
  if (own !== undefined && others !== undefined && others !== own) return others < own;
  return startDate! < since;
}

/** What is going on for the resource of a request, the request itself included. */
async function runningExecutions(client: SFNClient, event: ResourceEvent): Promise<ExecutionListItem[]> {
  const prefix = resourcePrefix(event);
  const running: ExecutionListItem[] = [];
  for await (const execution of executionsOf(client, event, { statusFilter: 'RUNNING' })) {
    if (execution.name!.startsWith(prefix)) running.push(execution);
  }
  return running;
}

async function* executionsOf(
  client: SFNClient,
  event: ResourceEvent,
  filter: Pick<ListExecutionsCommandInput, 'statusFilter'>,
): AsyncGenerator<ExecutionListItem> {
  const { StateMachineArn: stateMachineArn } = event.ResourceProperties;
  const pages = paginateListExecutions({ client, pageSize: EXECUTIONS_PER_PAGE }, { stateMachineArn, ...filter });
  for await (const page of pages) yield* page.executions!;
}
