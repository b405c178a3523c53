import type { Json } from './definition';

/** A path of members, from the input (`$`) or from the context object (`$$`): the part of JSONPath that is interpreted. */
const PATH = /^(\$\$?)((?:\.\w+)*)$/;

/** The members that a path leads through, by its text: a definition has few, and they are asked for at every state. */
const known = new Map<string, Path>();

interface Path {
  readonly isOfContext: boolean;
  readonly members: readonly string[];
}

/** Throws where a text is no path that is interpreted. */
export function requirePath(where: string, path: string): void {
  if (!PATH.test(path)) throw new Error(`${where}: the path ${path} is not interpreted`);
}

/** What a path leads to; `undefined` where there is nothing. The context object is made where it is asked for. */
export function valueAt(path: string, input: unknown, context: () => Json): unknown {
  const { isOfContext, members } = pathOf(path);
  return members.reduce<unknown>(memberOf, isOfContext ? context() : input);
}

/** The input with a value in the place that a path of the input leads to. */
export function withValueAt(path: string, input: unknown, value: unknown): unknown {
  const put = (target: unknown, [member, ...rest]: readonly string[]): unknown =>
    member === undefined ? value : { ...(target as Json | undefined), [member]: put(memberOf(target, member), rest) };
  return put(input, pathOf(path).members);
}

/** A template with what its paths lead to: those of members whose names end in `.$`. */
export function filled(template: unknown, valueOf: (path: string) => unknown): unknown {
  if (Array.isArray(template)) return template.map((item) => filled(item, valueOf));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template).map(([member, value]) =>
      member.endsWith('.$') ? [member.slice(0, -2), valueOf(String(value))] : [member, filled(value, valueOf)],
    ),
  );
}

function memberOf(value: unknown, member: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Json)[member] : undefined;
}

function pathOf(text: string): Path {
  const existing = known.get(text);
  if (existing) return existing;
  const [, root, rest] = PATH.exec(text)!;
  const path = { isOfContext: root === '$$', members: rest.split('.').slice(1) };
  known.set(text, path);
  return path;
}
