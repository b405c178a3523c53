import { createHash } from 'node:crypto';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { firstTick, type JobEvent } from './tick';

const LONGEST_LOGICAL_ID = 50;
const HASH_LENGTH = 16;

/**
 * Hands a request over to the state machine. The execution's name follows from the request, so that a request that is
 * delivered twice is one execution; a retry by CloudFormation has another response URL, and is an execution of its own.
 */
export async function startExecution(client: SFNClient, event: JobEvent, now: Date): Promise<void> {
  try {
    await client.send(
      new StartExecutionCommand({
        stateMachineArn: event.ResourceProperties.StateMachineArn,
        name: executionName(event),
        input: JSON.stringify(firstTick(event, now)),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
  }
}

/** At most 80 characters: what happens to which resource, and which request it was. */
export function executionName(event: JobEvent): string {
  const hash = createHash('sha256')
    .update(`${event.RequestId} ${event.ResponseURL}`)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return `${event.LogicalResourceId.slice(0, LONGEST_LOGICAL_ID)}-${event.RequestType}-${hash}`;
}
