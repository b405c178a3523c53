import type { RoleSession } from './principal';
import type { ApiCall } from '../emulated-api/api-call';

/** Who makes a call: a function, or else a state machine, which calls a function of its own Region. */
export function callerSession({ roleArn, caller, input }: ApiCall): RoleSession {
  const functionArn = caller?.functionArn;
  const [, , , region = ''] = (functionArn ?? String(input.FunctionName)).split(':');
  return { roleArn, name: functionArn?.split(':').pop() ?? 'StepFunctions', region, functionArn };
}
