import { createHash } from 'node:crypto';
import {
  type ExecutionListItem,
  paginateListExecutions,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { firstTick, type JobEvent } from './tick';

const SUPERSEDED = 'There is a newer request for the resource';

const LONGEST_LOGICAL_ID = 45;
const RESOURCE_HASH_LENGTH = 8;
const REQUEST_HASH_LENGTH = 16;

/**
 * Hands a request over to the state machine. The execution's name follows from the request, so that a request that is
 * delivered twice is one execution; a retry by CloudFormation has another response URL, and is an execution of its own.
 *
 * A new request for a resource ends whatever was going on for it: CloudFormation sends none before it is done with the
 * one before. An execution of that one which still waits for its turn could start a job that nobody knows of.
 */
export async function startExecution(client: SFNClient, event: JobEvent, now: Date): Promise<void> {
  const started = await start(client, event, now);
  const running = await runningExecutions(client, event);
  const since = started ?? running.find(({ name }) => name === executionName(event))?.startDate;
  // a duplicate that comes late must not end what came after the request
  for (const { executionArn, startDate } of since ? running : []) {
    if (startDate! < since!) await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));
  }
}

/** Returns when the execution began, or nothing where the request has had one already. */
async function start(client: SFNClient, event: JobEvent, now: Date): Promise<Date | undefined> {
  const { StateMachineArn: stateMachineArn } = event.ResourceProperties;
  const input = JSON.stringify(firstTick(event, now));
  try {
    const command = new StartExecutionCommand({ stateMachineArn, name: executionName(event), input });
    return (await client.send(command)).startDate;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return undefined;
    throw error;
  }
}

/** What is going on for the resource of a request, the request itself included. */
async function runningExecutions(client: SFNClient, event: JobEvent): Promise<ExecutionListItem[]> {
  const { StateMachineArn: stateMachineArn } = event.ResourceProperties;
  const prefix = resourcePrefix(event);
  const running: ExecutionListItem[] = [];
  for await (const page of paginateListExecutions({ client }, { stateMachineArn, statusFilter: 'RUNNING' })) {
    running.push(...page.executions!.filter(({ name }) => name!.startsWith(prefix)));
  }
  return running;
}

/** At most 80 characters: which resource, what happens to it, and which request it was. */
export function executionName(event: JobEvent): string {
  const request = hash(REQUEST_HASH_LENGTH, event.RequestId, event.ResponseURL);
  return `${resourcePrefix(event)}${event.RequestType}-${request}`;
}

/** What the names of all executions for a resource begin with: an engine may serve several stacks. */
function resourcePrefix({ LogicalResourceId, StackId }: JobEvent): string {
  const resource = hash(RESOURCE_HASH_LENGTH, StackId, LogicalResourceId);
  return `${LogicalResourceId.slice(0, LONGEST_LOGICAL_ID)}-${resource}-`;
}

function hash(length: number, ...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, length);
}
