import { isObject } from '../newer-members';

/** What has no members of its own. */
type Scalar = string | number | boolean | bigint | Date | Uint8Array | undefined;

/** The way to a member of an object: names with dots between them, and `[]` for each item of a list. */
export type MemberPath<T> = T extends Scalar
  ? never
  : T extends readonly (infer Item)[]
    ? '[]' | `[]${Below<Item>}`
    : { [Name in keyof T & string]: Name | `${Name}${Below<NonNullable<T[Name]>>}` }[keyof T & string];

type Below<T> = T extends Scalar ? never : T extends readonly unknown[] ? MemberPath<T> : `.${MemberPath<T>}`;

/** What is at a path that leads through no list; undefined where there is nothing. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => (isObject(found) ? found[name] : undefined), value);
}

/** The same value with other texts at a path; where there is no text, nothing is changed. */
export function withTextAt(value: unknown, path: string, change: (text: string) => string): unknown {
  return changed(value, path.split(/\.|(?=\[)/), change);
}

function changed(value: unknown, [name, ...rest]: readonly string[], change: (text: string) => string): unknown {
  if (name === undefined) return typeof value === 'string' ? change(value) : value;
  if (name === '[]') return Array.isArray(value) ? value.map((item: unknown) => changed(item, rest, change)) : value;
  if (!isObject(value) || value[name] === undefined) return value;
  return { ...value, [name]: changed(value[name], rest, change) };
}
