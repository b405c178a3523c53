import { createHash } from 'node:crypto';
import type { ResourceEvent } from './tick';

const LONGEST_LOGICAL_ID = 45;
const RESOURCE_HASH_LENGTH = 8;
const REQUEST_HASH_LENGTH = 16;

/** The name of a request's execution. At most 80 characters: which resource, what happens to it, and which request it was. */
export function executionName(event: ResourceEvent): string {
  const request = hash(REQUEST_HASH_LENGTH, event.RequestId, event.ResponseURL);
  return `${resourcePrefix(event)}${event.RequestType}-${request}`;
}

/** What the names of all executions for a resource begin with: an engine may serve several stacks. */
export function resourcePrefix({ LogicalResourceId, StackId }: ResourceEvent): string {
  const resource = hash(RESOURCE_HASH_LENGTH, StackId, LogicalResourceId);
  return `${LogicalResourceId.slice(0, LONGEST_LOGICAL_ID)}-${resource}-`;
}

function hash(length: number, ...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, length);
}
