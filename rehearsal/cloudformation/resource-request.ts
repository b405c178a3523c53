import type { ResourceRequest } from './resource-provider';
import type { DeployedStack, StackResource } from './stack';

/** What a provider is asked about a resource of a stack. */
export function resourceRequest(
  stack: DeployedStack,
  resource: StackResource,
  more: Pick<ResourceRequest, 'rollsBackCreation'> & Partial<Pick<ResourceRequest, 'signal'>> = {},
): ResourceRequest {
  const { account, region, name: stackName } = stack;
  const { logicalId, generation, type, path, properties, creationPolicy } = resource;
  const address = { account, region, stackName, logicalId, generation };
  const { signal } = new AbortController();
  return { stack, type, path, properties, creationPolicy, address, signal, ...more };
}
