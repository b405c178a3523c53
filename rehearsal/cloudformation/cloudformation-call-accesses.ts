import type { ApiCall } from '../emulated-api/api-call';
import { arnIn, type Environment } from '../environment';
import { accessesTo, type Access } from '../iam/access';

/**
 * The accesses needed to call CloudFormation. Of a stack that is named, the id is not known: the pattern stands for it.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 */
export function cloudFormationCallAccesses({ operation, input }: ApiCall, environment: Environment): Access[] {
  const nameOrId = String(input.StackName ?? '');
  const isId = nameOrId.startsWith('arn:');
  const resource = isId ? nameOrId : arnIn(environment, 'cloudformation', `stack/${nameOrId}/*`);
  return accessesTo(resource, [`cloudformation:${operation}`]);
}
