import {
  DescribeExecutionCommand,
  type ExecutionListItem,
  ListExecutionsCommand,
  type ListExecutionsCommandInput,
  paginateListExecutions,
  type SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionName, requestTimeIn, resourcePrefix } from './execution-name';
import type { EndedExecution, Executions } from './executions';
import { requestTime } from './request-time';
import type { ResourceEvent, Tick } from './tick';

const SUPERSEDED = 'There is a newer request for the resource';
/** As many executions as one call lists: a Region may allow two calls in a second, and a stack has hundreds of jobs. */
const EXECUTIONS_PER_PAGE = 1000;

/** The executions of a resource's state machine. */
export function stateMachineExecutions(client: SFNClient): Executions {
  return {
    endOlder: async (event) => {
      const running = await runningExecutions(client, event);
      const own = running.find(({ name }) => name === executionName(event));
      const others = running.filter((execution) => execution !== own);
      if (others.some((other) => isNewer(other, event))) return 'superseded';
      const older = others.filter((other) => isOlder(other, event, own?.startDate));
      for (const { executionArn } of older) {
        await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));
      }
      return older.length > 0 ? 'others-ended' : 'alone';
    },
    endedBefore: (event) => endedBefore(client, event),
    isSuperseded: (event) => isSuperseded(client, event),
  };
}

/** The newest executions come first: one page has the request before, unless very many others have begun since. */
async function endedBefore(client: SFNClient, event: ResourceEvent): Promise<EndedExecution | undefined> {
  const { StateMachineArn: stateMachineArn } = event.ResourceProperties;
  const page = new ListExecutionsCommand({ stateMachineArn, maxResults: EXECUTIONS_PER_PAGE });
  const { executions = [] } = await client.send(page);
  const own = executionName(event);
  const before = executions.find(({ name }) => name !== own && name!.startsWith(resourcePrefix(event)));
  if (before?.status !== 'SUCCEEDED' || before.stopDate === undefined || isNewer(before, event)) return undefined;
  const { output } = await client.send(new DescribeExecutionCommand({ executionArn: before.executionArn }));
  return output === undefined ? undefined : { tick: JSON.parse(output) as Tick, endedAt: before.stopDate };
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
