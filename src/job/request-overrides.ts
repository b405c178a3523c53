import { Token } from 'aws-cdk-lib';
import { isPlainObject } from '../validation/plain-object';

/** A request of a service's API, with the API's own member names. */
export type Request = { [member: string]: unknown };

/** Merges overrides into a request: objects member by member, anything else by replacement. */
export function mergeOverrides(request: Request, overrides: Request): Request {
  const merged = { ...request };
  for (const [member, override] of Object.entries(overrides)) {
    const present = merged[member];
    merged[member] = isPlainObject(present) && isPlainObject(override) ? mergeOverrides(present, override) : override;
  }
  return merged;
}

/** A request without the members that are null: they are not given, and CloudFormation takes no null. */
export function withoutNulls(request: Request): Request {
  const given = Object.entries(request).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([member, value]) => [member, cleaned(value)]));
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value) && !Token.isUnresolved(value)) return value.map(cleaned);
  return isPlainObject(value) ? withoutNulls(value) : value;
}

/** A request but for some of its members. */
export function without(request: Request, members: readonly string[]): Request {
  return Object.fromEntries(Object.entries(request).filter(([member]) => !members.includes(member)));
}
