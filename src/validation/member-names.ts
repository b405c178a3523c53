import type { MemberName } from './finding';
import { apiName, type MemberPath, nameOf, pathOf, patternOf } from './member-path';
import { isPlainObject } from './plain-object';

/**
 * The properties that set the members of a request, by the members' paths: `[]` in a path stands for any item of a list.
 * In a property, `[]` takes the item's index, and a name in braces what the item calls itself: `inputs.{ChannelName}`.
 */
export type PropertyNames = { readonly [path: string]: string };

/** What the names of overrides begin with. */
const OVERRIDES = 'requestOverrides.';

/** The properties that set the members of an object in a request, by their whole paths. */
export function within(path: string, names: PropertyNames): PropertyNames {
  return Object.fromEntries(Object.entries(names).map(([member, property]) => [`${path}.${member}`, property]));
}

/** What a member is called in the user's terms: by an override, where there is one; by the property that is nearest. */
export function memberName(names: PropertyNames, overrides: unknown, path: MemberPath): MemberName {
  const api = apiName(path);
  if (isOverridden(overrides, path)) return { property: `${OVERRIDES}${api}`, isOverride: true };
  for (let length = path.length; length > 0; length--) {
    const pattern = names[patternOf(path.slice(0, length))];
    if (pattern !== undefined) return { property: `${filled(pattern, path)}${entriesBelow(path.slice(length))}`, api };
  }
  return { property: api };
}

/** A member that a rule names by its property, which is not what set it where an override did. */
export function overriddenName(member: MemberName, overrides: unknown): MemberName {
  const { api } = member;
  if (api === undefined || !isOverridden(overrides, pathOf(api))) return member;
  return { property: `${OVERRIDES}${api}`, isOverride: true };
}

/** What the API calls the member that an override sets. */
export function apiOfOverride(property: string): string {
  return property.slice(OVERRIDES.length);
}

/** Whether an override says what is at a path, or all that is above it. */
function isOverridden(overrides: unknown, path: MemberPath): boolean {
  let value = overrides;
  for (const step of path) {
    // anything but an object, such as a list, is overridden as a whole
    if (!isPlainObject(value) || 'index' in step) return value !== undefined;
    value = value[nameOf(step)];
  }
  return value !== undefined;
}

function filled(pattern: string, path: MemberPath): string {
  const items = path.flatMap((step) => ('index' in step ? [step] : []));
  let next = 0;
  return pattern.replace(/\[\]|\{(\w+)\}/g, (_, member?: string) => {
    const item = items[next++];
    if (!item) return '[]';
    const own = member && (item.item as { readonly [member: string]: unknown } | undefined)?.[member];
    return typeof own === 'string' ? own : member ? String(item.index) : `[${item.index}]`;
  });
}

/** What of a path lies in lists and maps, which have no properties of their own. */
function entriesBelow(path: MemberPath): string {
  return path.map((step) => ('index' in step ? `[${step.index}]` : 'key' in step ? `.${step.key}` : '')).join('');
}
