import type { ApiCall } from '../emulated-api/api-call';
import { accessesTo, type Access } from '../iam/access';

/** The accesses needed to call Lambda, as a state machine does. */
export function lambdaCallAccesses({ operation, input }: ApiCall): Access[] {
  return accessesTo(String(input.FunctionName), [`lambda:${operation}`]);
}
