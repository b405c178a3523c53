import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { requireList, requireString } from './expected-value';
import { invalid } from './invalid';
import { isOpen } from './open-value';

/** An object in a request: its members. */
type Members = { [member: string]: unknown };

/**
 * The members of an object in a request that its model allows: none where there is no such object. It is undefined where
 * only the deployment knows them.
 */
export function knownMembers(request: unknown, ...path: string[]): Members | undefined {
  let value: unknown = request;
  for (const member of ['', ...path]) {
    if (member !== '') value = (value as Members)[member];
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' || isOpen(value)) return undefined;
  }
  return value as Members;
}

/** The items of a list in a request that its model allows, as far as they are known. */
export function knownItems(list: unknown): Members[] {
  if (!Array.isArray(list) || isOpen(list)) return [];
  return list.map((item: unknown) => knownMembers(item)).filter((item) => item !== undefined);
}

/** A value that is known before the deployment, or undefined. */
export function known<Value>(value: unknown): Value | undefined {
  return isOpen(value) || (typeof value === 'string' && Token.isUnresolved(value)) || value === null
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

/** Checks a share of a whole, which may be a token. */
export function requireShare(construct: IConstruct, member: string, value: number | undefined): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
    throw invalid(construct, member, 'a number from 0 to 1', value);
  }
}

/** Checks a number that may be a token, which is left to the deployment. */
export function requireNumber(
  construct: IConstruct,
  member: string,
  value: number | undefined,
  range: { readonly min: number; readonly max?: number },
): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  const { min, max = Infinity } = range;
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const allowed = max === Infinity ? `a whole number of at least ${min}` : `a whole number from ${min} to ${max}`;
  throw invalid(construct, member, allowed, value);
}

/** Checks a string that may be, or hold, a token, which is left to the deployment. */
export function requireText(
  construct: IConstruct,
  member: string,
  value: string | undefined,
  rule: { readonly min: number; readonly max: number; readonly pattern?: RegExp; readonly describe?: string },
): void {
  requireString(construct, member, value);
  if (value === undefined || Token.isUnresolved(value)) return;
  const { min, max, pattern, describe } = rule;
  if (value.length >= min && value.length <= max && (pattern?.test(value) ?? true)) return;
  const length = value.length < min || value.length > max ? ` (it has ${value.length} characters)` : '';
  const lengths = min === max ? min : `${min} to ${max}`;
  throw invalid(construct, member, `${lengths} characters${describe ? `, ${describe}` : ''}${length}`, value);
}

/** Checks how many items a list has; a list that is a token is left to the deployment. */
export function requireCount(
  construct: IConstruct,
  member: string,
  list: readonly unknown[],
  range: { readonly min: number; readonly max: number },
): void {
  if (Token.isUnresolved(list)) return;
  requireList(construct, member, list);
  const { min, max } = range;
  if (list.length >= min && list.length <= max) return;
  throw invalid(construct, member, `a list of ${min} to ${max}`, `${list.length} items`);
}
