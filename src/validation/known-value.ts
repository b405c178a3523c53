import { isOpen } from './open-value';
import { isUnknown } from './unknown-value';

/** An object in a request: its members. */
type Members = { readonly [member: string]: unknown };

/**
 * The members of an object in a request that its model allows, without those that are null, which are not sent. There are
 * none where there is no such object; the result is undefined where only the deployment knows them.
 */
export function knownMembers(request: unknown, ...path: string[]): Members | undefined {
  const members = membersOf(request);
  const [next, ...rest] = path;
  return members === undefined || next === undefined ? members : knownMembers(members[next], ...rest);
}

function membersOf(value: unknown): Members | undefined {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || isOpen(value)) return undefined;
  // rules ask for the same objects over and over: hardly any has a member that is null, and needs a copy
  if (!Object.values(value).includes(null)) return value as Members;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}

/** The items of a list in a request that its model allows, as far as they are known. */
export function knownItems(list: unknown): Members[] {
  if (!Array.isArray(list) || isOpen(list)) return [];
  return list.map((item: unknown) => knownMembers(item)).filter((item) => item !== undefined);
}

/** A value that is known already, or undefined. */
export function known<Value>(value: unknown): Value | undefined {
  return isOpen(value) || (typeof value === 'string' && isUnknown(value)) || value === null
    ? undefined
    : (value as Value);
}

/** A number of a request that is known, which may be written as a text. */
export function knownNumber(value: unknown): number | undefined {
  const number = known<number | string>(value);
  return number === undefined ? undefined : Number(number);
}

/** A text of a request that is known: CloudFormation makes texts of numbers, too. */
export function knownText(value: unknown): string | undefined {
  const text = known<string | number | boolean>(value);
  return text === undefined ? undefined : String(text);
}
