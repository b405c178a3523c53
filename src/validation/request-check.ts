import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from './invalid';

/** What tells the value of a property from anything else, and how to get one: the compilers of some languages do not say. */
export interface ExpectedValue {
  /** A member that every such value has. */
  readonly mark: string;
  readonly allowed: string;
  readonly required?: boolean;
}

/** Checks that properties are values of the classes that they should be. */
export function requireValues<Props extends object>(
  construct: IConstruct,
  props: Props,
  expected: { readonly [member in keyof Props]?: ExpectedValue },
): void {
  for (const member of Object.keys(expected) as (keyof Props & string)[]) {
    const { mark, allowed, required } = expected[member]!;
    const value = props[member] as { readonly [mark: string]: unknown } | undefined;
    if (value === undefined && !required) continue;
    if (value?.[mark] === undefined) throw invalid(construct, member, allowed, value);
  }
}

/** An object in a request: its members. */
type Members = { [member: string]: unknown };

/** A member of a request that must be an object in an object, whatever the overrides have made of it. */
export function objectAt(construct: IConstruct, request: Members, ...path: string[]): Members {
  let value: unknown = request;
  path.forEach((member, index) => {
    value = (value as Members)[member];
    if (typeof value === 'object' && value !== null) return;
    const name = ['requestOverrides', ...path.slice(0, index + 1)].join('.');
    throw invalid(construct, name, 'an object, or left out', value);
  });
  return value as Members;
}

/** Checks a share of a whole, which may be a token. */
export function requireShare(construct: IConstruct, member: string, value: number | undefined): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  if (!(value >= 0 && value <= 1)) throw invalid(construct, member, 'a number from 0 to 1', value);
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
  const { min, max } = range;
  if (list.length >= min && list.length <= max) return;
  throw invalid(construct, member, `a list of ${min} to ${max}`, `${list.length} items`);
}
