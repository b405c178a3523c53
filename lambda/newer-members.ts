import { InvalidRequest } from './invalid-request';
import type { JobRequest } from './job-kind';

/**
 * A request with the members in it that are newer than the library: they come as JSON, with their types.
 *
 * @param text An object with the members, where they belong in the request.
 */
export function withNewerMembers(request: JobRequest, text: string | undefined): JobRequest {
  if (text === undefined) return request;
  const newer = parsed(text);
  if (!isObject(newer)) throw new InvalidRequest(`NewerMembers must be an object as JSON, got '${text}'`);
  return merged(request, newer);
}

/** Puts members into an object where they belong: into the objects, and into the items of lists, that are there already. */
export function merged(request: JobRequest, members: JobRequest): JobRequest {
  const all = new Map(Object.entries(request));
  for (const [member, value] of Object.entries(members)) all.set(member, mergedValue(all.get(member), value));
  return Object.fromEntries(all);
}

function mergedValue(present: unknown, value: unknown): unknown {
  if (isObject(present) && isObject(value)) return merged(present, value);
  if (!Array.isArray(present) || !Array.isArray(value)) return value;
  const items: readonly unknown[] = present.length >= value.length ? present : value;
  return items.map((_, index) => (index < value.length ? mergedValue(present[index], value[index]) : present[index]));
}

/** Whether a value has members: a time, which the SDK has as an object, has none. */
export function isObject(value: unknown): value is JobRequest {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
