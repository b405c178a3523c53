import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ExpectedValue } from './expected-value';
import { invalid } from './invalid';
import { isOpen } from './open-value';

/** Checks that a value is of the class that it should be. */
export function requireValue(
  construct: IConstruct,
  member: string,
  value: unknown,
  { mark, allowed, required }: ExpectedValue,
): void {
  if (value === undefined && !required) return;
  // functions have members of their own, some of which must not even be asked for
  const isFunction = typeof value === 'function';
  if (isFunction || (value as { readonly [mark: string]: unknown } | null | undefined)?.[mark] === undefined) {
    throw invalid(construct, member, allowed, value);
  }
}

/** Checks that properties are values of the classes that they should be. */
export function requireValues<Props extends object>(
  construct: IConstruct,
  props: Props,
  expected: { readonly [member in keyof Props]?: ExpectedValue },
): void {
  for (const member of Object.keys(expected) as (keyof Props & string)[]) {
    requireValue(construct, member, props[member], expected[member]!);
  }
}

/** Checks that a value is a text, which may be a token. */
export function requireString(
  construct: IConstruct,
  member: string,
  value: unknown,
  { required = false }: { readonly required?: boolean } = {},
): void {
  if (value === undefined && !required) return;
  if (typeof value !== 'string') throw invalid(construct, member, 'a string', value);
}

/** Checks that a value is a list; one that is a token is left to the deployment. */
export function requireList(construct: IConstruct, member: string, value: unknown): void {
  if (value !== undefined && !Array.isArray(value)) throw invalid(construct, member, 'a list', value);
}

/** Checks that a value is an object with options, whose members are needed at synthesis. */
export function requireOptions(
  construct: IConstruct,
  member: string,
  value: unknown,
  { required = false }: { readonly required?: boolean } = {},
): void {
  if (value === undefined && !required) return;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !isOpen(value);
  if (!isObject) throw invalid(construct, member, 'an object', value);
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
