import type { ApiCall } from '../emulated-api/api-call';
import { accessesTo, type Access } from '../iam/access';

/**
 * The accesses needed to call Step Functions.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
 */
export function stepFunctionsCallAccesses({ operation, input }: ApiCall): Access[] {
  const resource = input.executionArn ?? input.stateMachineArn;
  return accessesTo(String(resource ?? '*'), [`states:${operation}`]);
}
