import { createHash } from 'node:crypto';
import { requestTime } from './request-time';
import type { ResourceEvent } from './tick';

const LONGEST_LOGICAL_ID = 45;
const RESOURCE_HASH_LENGTH = 8;
const REQUEST_HASH_LENGTH = 16;
/** Seconds since 1970, in base 36, for the next two thousand years. */
const TIME_LENGTH = 7;
/** What is left for the hash beside a time. */
const SHORT_REQUEST_HASH_LENGTH = 10;

const TIMED = new RegExp(`-([0-9a-z]{${TIME_LENGTH}})-[0-9a-f]{${SHORT_REQUEST_HASH_LENGTH}}$`);

/**
 * The name of a request's execution. At most 80 characters: which resource, what happens to it, when CloudFormation
 * asked for it as far as that is known, and which request it was.
 */
export function executionName(event: ResourceEvent): string {
  const what = `${resourcePrefix(event)}${event.RequestType}`;
  const time = requestTime(event);
  const request = (length: number) => hash(length, event.RequestId, event.ResponseURL);
  if (time === undefined) return `${what}-${request(REQUEST_HASH_LENGTH)}`;
  const seconds = Math.floor(time / 1000)
    .toString(36)
    .padStart(TIME_LENGTH, '0');
  return `${what}-${seconds}-${request(SHORT_REQUEST_HASH_LENGTH)}`;
}

/** When CloudFormation made the request of an execution, in milliseconds since 1970, where its name says so. */
export function requestTimeIn(name: string): number | undefined {
  const [, seconds] = TIMED.exec(name) ?? [];
  return seconds === undefined ? undefined : parseInt(seconds, 36) * 1000;
}

/** Whether an execution of this name is for a creation of the resource that a request is for. */
export function isCreation(name: string, event: ResourceEvent): boolean {
  return name.startsWith(`${resourcePrefix(event)}Create-`);
}

/** What the names of all executions for a resource begin with: an engine may serve several stacks. */
export function resourcePrefix({ LogicalResourceId, StackId }: ResourceEvent): string {
  const resource = hash(RESOURCE_HASH_LENGTH, StackId, LogicalResourceId);
  return `${LogicalResourceId.slice(0, LONGEST_LOGICAL_ID)}-${resource}-`;
}

function hash(length: number, ...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, length);
}
