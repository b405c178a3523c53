import { isPlainObject } from './validation/plain-object';

/**
 * The entries of a map in the order of their keys, as UTF-16 has them: that of the map itself is no more than that of its
 * making, which in some languages is another one in every run.
 */
export function entriesInKeyOrder<Value>(map: { readonly [key: string]: Value }): [key: string, value: Value][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A value with all the maps in it in the order of their keys. Lists keep theirs, and tokens are left as they are. */
export function inKeyOrder<Value>(value: Value): Value {
  return ordered(value, []) as Value;
}

function ordered(value: unknown, above: readonly unknown[]): unknown {
  // what has no end is refused by what checks the value
  if (above.includes(value)) return value;
  const inside = (each: unknown) => ordered(each, [...above, value]);
  if (Array.isArray(value)) return value.map(inside);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(entriesInKeyOrder(value).map(([key, each]) => [key, inside(each)]));
}
