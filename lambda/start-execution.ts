import {
  type ExecutionListItem,
  paginateListExecutions,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionName, resourcePrefix } from './execution-name';
import type { ResourceEvent, Tick } from './tick';

const SUPERSEDED = 'There is a newer request for the resource';

/**
 * Hands a request over to the state machine. The execution's name follows from the request, so that a request that is
 * delivered twice is one execution; a retry by CloudFormation has another response URL, and is an execution of its own.
 *
 * A new request for a resource ends whatever was going on for it: CloudFormation sends none before it is done with the
 * one before. An execution of that one which still waits for its turn could start a job that nobody knows of.
 */
export async function startExecution(client: SFNClient, tick: Tick): Promise<void> {
  const { event } = tick;
  const started = await start(client, tick);
  const running = await runningExecutions(client, event);
  const since = started ?? running.find(({ name }) => name === executionName(event))?.startDate;
  // a duplicate that comes late must not end what came after the request
  if (since) await stop(client, running, since);
}

/** Ends whatever goes on for a resource. */
export async function stopExecutions(client: SFNClient, event: ResourceEvent): Promise<void> {
  await stop(client, await runningExecutions(client, event));
}

/** Returns when the execution began, or nothing where the request has had one already. */
async function start(client: SFNClient, tick: Tick): Promise<Date | undefined> {
  const { StateMachineArn: stateMachineArn } = tick.event.ResourceProperties;
  const input = JSON.stringify(tick);
  try {
    const command = new StartExecutionCommand({ stateMachineArn, name: executionName(tick.event), input });
    return (await client.send(command)).startDate;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return undefined;
    throw error;
  }
}

async function stop(client: SFNClient, executions: ExecutionListItem[], before?: Date): Promise<void> {
  for (const { executionArn, startDate } of executions) {
    if (before && startDate! >= before) continue;
    await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));
  }
}

/** What is going on for the resource of a request, the request itself included. */
async function runningExecutions(client: SFNClient, event: ResourceEvent): Promise<ExecutionListItem[]> {
  const { StateMachineArn: stateMachineArn } = event.ResourceProperties;
  const prefix = resourcePrefix(event);
  const running: ExecutionListItem[] = [];
  for await (const page of paginateListExecutions({ client }, { stateMachineArn, statusFilter: 'RUNNING' })) {
    running.push(...page.executions!.filter(({ name }) => name!.startsWith(prefix)));
  }
  return running;
}
