import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { executionName } from './execution-name';
import type { Tick } from './tick';

/** Step Functions takes 262,144 bytes from one state to the next. The rest is for what a tick learns, and for an error. */
export const LONGEST_TICK_BYTES = 200_000;

/**
 * Hands a request over to the state machine. The execution's name follows from the request, so that a request that is
 * delivered twice is one execution; a retry by CloudFormation has another response URL, and is an execution of its own.
 */
export async function startExecution(client: SFNClient, tick: Tick): Promise<void> {
  const { StateMachineArn: stateMachineArn } = tick.event.ResourceProperties;
  const input = JSON.stringify(tick);
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name: executionName(tick.event), input }));
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return;
    throw error;
  }
}

/** The length of a tick as Step Functions counts it. */
export function bytesOf(tick: Tick): number {
  return Buffer.byteLength(JSON.stringify(tick));
}
