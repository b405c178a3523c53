import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from './invalid';

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
  throw invalid(construct, member, `${min} to ${max} characters${describe ? `, ${describe}` : ''}${length}`, value);
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
