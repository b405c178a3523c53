import { NormalizedSchema } from '@smithy/core/schema';

/** A schema as the clients of the AWS SDK export it. */
export type RequestSchema = Parameters<typeof NormalizedSchema.of>[0];

/**
 * The paths of all members that a request of an API can have and that have no members themselves, in their order; what has itself in it
 * is entered once.
 */
export function membersOf(request: RequestSchema): string[] {
  return leavesOf(NormalizedSchema.of(request), '').sort();
}

/** The same, of those that a request has. A member that the API does not know is one without members. */
export function membersIn(request: RequestSchema, value: object): string[] {
  return [...new Set(leavesIn(NormalizedSchema.of(request), value, ''))].sort();
}

function leavesOf(schema: NormalizedSchema, path: string, above: readonly string[] = []): string[] {
  if (schema.isListSchema()) return leavesOf(schema.getValueSchema(), `${path}[]`, above);
  const own = schema.getName(true) ?? '';
  if (!schema.isStructSchema() || above.includes(own)) return [path];
  return [...schema.structIterator()].flatMap(([name, member]) => leavesOf(member, below(path, name), [...above, own]));
}

function leavesIn(schema: NormalizedSchema | undefined, value: unknown, path: string): string[] {
  if (schema?.isListSchema() && Array.isArray(value)) {
    return value.flatMap((item) => leavesIn(schema.getValueSchema(), item, `${path}[]`));
  }
  if (!schema?.isStructSchema()) return [path];
  const members = new Map(schema.structIterator());
  return Object.entries(value as object).flatMap(([name, member]) =>
    leavesIn(members.get(name), member, below(path, name)),
  );
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
