/** A request of a service's API, with the API's own member names. */
export type Request = { [member: string]: unknown };

/** Merges overrides into a request: objects member by member, anything else by replacement. */
export function mergeOverrides(request: Request, overrides: Request): Request {
  const merged = { ...request };
  for (const [member, override] of Object.entries(overrides)) {
    const present = merged[member];
    merged[member] = isObject(present) && isObject(override) ? mergeOverrides(present, override) : override;
  }
  return merged;
}

function isObject(value: unknown): value is Request {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !('resolve' in value);
}
