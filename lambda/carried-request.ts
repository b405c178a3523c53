import { DescribeExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { JobEvent, Tick, WatchEvent } from './tick';

/**
 * The request that a watch carries on: that of a job which had not found a place yet when its resource answered, and
 * which is therefore known by no ARN. The execution that answered has it as its input.
 */
export async function carriedRequest(client: SFNClient, event: WatchEvent): Promise<JobEvent | undefined> {
  const { Job, Execution, StateMachineArn } = event.ResourceProperties;
  if (Job.startsWith('arn:')) return undefined;
  const executionArn = `${StateMachineArn.replace(':stateMachine:', ':execution:')}:${Execution}`;
  const { input } = await client.send(new DescribeExecutionCommand({ executionArn }));
  return (JSON.parse(input!) as Tick<JobEvent>).event;
}
