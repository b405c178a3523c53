import {
  DescribeExecutionCommand,
  type ExecutionListItem,
  ListExecutionsCommand,
  type ListExecutionsCommandInput,
  paginateListExecutions,
  type SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionName, isCreation, requestTimeIn, resourcePrefix } from './execution-name';
import type { EndedExecution, Executions, IsMeant } from './executions';
import { requestTime } from './request-time';
import type { ResourceEvent, Tick } from './tick';

const SUPERSEDED = 'There is a newer request for the resource';
/** As many executions as one call lists: a Region may allow two calls in a second, and a stack has hundreds of jobs. */
const EXECUTIONS_PER_PAGE = 1000;

/** The executions of a resource's state machine. */
export function stateMachineExecutions(client: SFNClient): Executions {
  return {
    endOlder: async (event, isMeant) => {
      const running = await runningExecutions(client, event);
      const own = running.find(({ name }) => name === executionName(event));
      const others = running.filter((execution) => execution !== own);
      if (others.some((other) => isNewer(other, event))) return 'superseded';
      const older = await meantOf(
        client,
        others.filter((other) => isOlder(other, event, own?.startDate)),
        isMeant,
      );
      for (const { executionArn } of older) {
        await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));
      }
      return older.length > 0 ? 'others-ended' : 'alone';
    },
    endedBefore: (event) => endedBefore(client, event),
    isCreatedAgain: (event, id) => isCreatedAgain(client, event, id),
    isSuperseded: (event) => isSuperseded(client, event),
  };
}

async function endedBefore(client: SFNClient, event: ResourceEvent): Promise<EndedExecution | undefined> {
  const [before] = await othersOf(client, event);
  if (before?.stopDate === undefined || isNewer(before, event)) return undefined;
  const tick = await lastTickOf(client, before);
  return tick && { tick, endedAt: before.stopDate };
}

/** Only what has been answered as failed is tried again, so that all creations but the last one have failed. */
async function isCreatedAgain(client: SFNClient, event: ResourceEvent, id: string): Promise<boolean> {
  const creations = (await othersOf(client, event)).filter(({ name }) => isCreation(name!, event));
  if (creations.length < 2) return false;
  const answer = (await lastTickOf(client, creations[0]))?.answer;
  return answer?.Status !== 'FAILED' || answer.PhysicalResourceId !== id;
}

/**
 * The executions of other requests for the resource, the newest first: one page has them, unless very many others have begun
 * since.
 */
async function othersOf(client: SFNClient, event: ResourceEvent): Promise<readonly ExecutionListItem[]> {
  const { StateMachineArn: stateMachineArn } = event.ResourceProperties;
  const page = new ListExecutionsCommand({ stateMachineArn, maxResults: EXECUTIONS_PER_PAGE });
  const { executions = [] } = await client.send(page);
  const own = executionName(event);
  return executions.filter(({ name }) => name !== own && name!.startsWith(resourcePrefix(event)));
}

/** What an execution has come to; undefined where it has not come to its own end, or that is not shown yet. */
async function lastTickOf(client: SFNClient, { executionArn, status }: ExecutionListItem): Promise<Tick | undefined> {
  if (status !== 'SUCCEEDED') return undefined;
  const { output } = await client.send(new DescribeExecutionCommand({ executionArn }));
  return output === undefined ? undefined : (JSON.parse(output) as Tick);
}

/** The newest executions come first, whatever has become of them; none that is older than the request is of a newer one. */
async function isSuperseded(client: SFNClient, event: ResourceEvent): Promise<boolean> {
  const time = requestTime(event);
  if (time === undefined) return false;
  for await (const execution of executionsOf(client, event, {})) {
    if (isNewer(execution, event)) return true;
    if (execution.startDate!.getTime() < time) return false;
  }
  return false;
}

/** Those executions whose requests are meant: what they carry is read only where not all are. */
async function meantOf(
  client: SFNClient,
  executions: readonly ExecutionListItem[],
  isMeant: IsMeant | undefined,
): Promise<readonly ExecutionListItem[]> {
  if (!isMeant) return executions;
  const meant: ExecutionListItem[] = [];
  for (const execution of executions) {
    if (isMeant(await eventOf(client, execution.executionArn!))) meant.push(execution);
  }
  return meant;
}

/** The request that an execution carries. */
async function eventOf(client: SFNClient, executionArn: string): Promise<ResourceEvent> {
  const { input } = await client.send(new DescribeExecutionCommand({ executionArn }));
  return (JSON.parse(input!) as Tick).event;
}

/** Whether an execution is for a newer request of the same resource; of two that are made in one second neither is. */
function isNewer({ name }: ExecutionListItem, event: ResourceEvent): boolean {
  const [own, others] = [requestTime(event), requestTimeIn(name!)];
  return own !== undefined && others !== undefined && name!.startsWith(resourcePrefix(event)) && others > own;
}

/**
 * Whether an execution is for an older request. Where their times do not tell, that is for the one whose execution has
 * begun sooner; where its own is not in the list yet, for any other.
 */
function isOlder({ name, startDate }: ExecutionListItem, event: ResourceEvent, since: Date | undefined): boolean {
  const [own, others] = [requestTime(event), requestTimeIn(name!)];
  if (own !== undefined && others !== undefined && others !== own) return others < own;
  return since === undefined || startDate! < since;
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
