import type { IConstruct } from 'constructs';
import type { ExpectedValue } from './expected-value';
import { type Finding, mustBe } from './finding';
import { errorOf } from './invalid';
import { isOpen } from './open-value';
import { isUnknown } from './unknown-value';

/** Whether a property must be given. */
export interface PropertyOptions {
  /** @default false */
  readonly required?: boolean;
}

/** Fails with all that was found, if anything was: what follows needs the properties to be right. */
export function requireNone(construct: IConstruct, findings: Iterable<Finding>): void {
  const all = [...findings];
  if (all.length > 0) throw errorOf(construct, all);
}

/** Whether a value is of the class that it should be. */
export function* valueRules(
  member: string,
  value: unknown,
  { mark, allowed, required }: ExpectedValue,
): Iterable<Finding> {
  if (value === undefined && !required) return;
  // functions have members of their own, some of which must not even be asked for
  const isFunction = typeof value === 'function';
  if (isFunction || (value as { readonly [mark: string]: unknown } | null | undefined)?.[mark] === undefined) {
    yield mustBe(member, allowed, value);
  }
}

/** Whether properties are values of the classes that they should be. */
export function* valuesRules<Props extends object>(
  props: Props,
  expected: { readonly [member in keyof Props]?: ExpectedValue },
): Iterable<Finding> {
  for (const member of Object.keys(expected) as (keyof Props & string)[]) {
    yield* valueRules(member, props[member], expected[member]!);
  }
}

/** Whether a value is a string, which may be a token. */
export function* stringRules(member: string, value: unknown, { required }: PropertyOptions = {}): Iterable<Finding> {
  if ((value !== undefined || required) && typeof value !== 'string') yield mustBe(member, 'a string', value);
}

/** Whether a value is an object with options, whose members are needed at synthesis. */
export function* optionsRules(member: string, value: unknown, { required }: PropertyOptions = {}): Iterable<Finding> {
  if (value === undefined && !required) return;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !isOpen(value);
  if (!isObject) yield mustBe(member, 'an object', value);
}

/** Whether a number, which may be a token, is a whole one in a range. */
export function* numberRules(
  member: string,
  value: number | undefined,
  { min, max = Infinity }: { readonly min: number; readonly max?: number },
): Iterable<Finding> {
  if (value === undefined || isUnknown(value)) return;
  if (Number.isInteger(value) && value >= min && value <= max) return;
  yield mustBe(member, `a whole number ${max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`}`, value);
}

/** Whether a number, which may be a token, is a share of a whole. */
export function* shareRules(member: string, value: number | undefined): Iterable<Finding> {
  if (value === undefined || isUnknown(value)) return;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) yield mustBe(member, 'a number from 0 to 1', value);
}

/** Fails unless a value is of the class that it should be. */
export function requireValue(construct: IConstruct, member: string, value: unknown, expected: ExpectedValue): void {
  requireNone(construct, valueRules(member, value, expected));
}

/** Fails unless properties are values of the classes that they should be. */
export function requireValues<Props extends object>(
  construct: IConstruct,
  props: Props,
  expected: { readonly [member in keyof Props]?: ExpectedValue },
): void {
  requireNone(construct, valuesRules(props, expected));
}

/** Fails unless a value is a string, which may be a token. */
export function requireString(construct: IConstruct, member: string, value: unknown, options?: PropertyOptions): void {
  requireNone(construct, stringRules(member, value, options));
}

/** Fails unless a value is an object with options, whose members are needed at synthesis. */
export function requireOptions(construct: IConstruct, member: string, value: unknown, options?: PropertyOptions): void {
  requireNone(construct, optionsRules(member, value, options));
}

/** Fails unless a value is a list; one that is a token is left to the deployment. */
export function requireList(construct: IConstruct, member: string, value: unknown): void {
  if (value !== undefined && !Array.isArray(value)) throw errorOf(construct, [mustBe(member, 'a list', value)]);
}
