import type { RoleSession } from './principal';
import type { ApiCall } from '../emulated-api/api-call';

/** Who makes a call: a function or a state machine. */
export function callerSession({ roleArn, caller, stateMachineArn = '' }: ApiCall): RoleSession {
  const functionArn = caller?.functionArn;
  const [, , , region = ''] = (functionArn ?? stateMachineArn).split(':');
  return { roleArn, name: functionArn?.split(':').pop() ?? 'StepFunctions', region, functionArn };
}
