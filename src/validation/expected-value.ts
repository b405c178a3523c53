import type { IConstruct } from 'constructs';
import { invalid } from './invalid';
import { isOpen } from './open-value';

/** What tells the value of a property from anything else, and how to get one: the compilers of some languages do not say. */
export interface ExpectedValue {
  /** A member that every such value has. */
  readonly mark: string;
  readonly allowed: string;
  readonly required?: boolean;
}

export const BUCKET: ExpectedValue = { mark: 'bucketArn', allowed: 'a bucket, as by Bucket.fromBucketName()' };
export const ENCRYPTION_KEY: ExpectedValue = { mark: 'keyArn', allowed: 'a key of KMS, as by Key.fromKeyArn()' };
export const ROLE: ExpectedValue = { mark: 'roleArn', allowed: 'a role, as by Role.fromRoleArn()' };
export const DURATION: ExpectedValue = { mark: 'toSeconds', allowed: 'a duration, as by Duration.hours()' };
export const SIZE: ExpectedValue = { mark: 'toGibibytes', allowed: 'a size, as by Size.gibibytes()' };

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
  if (typeof value !== 'string') throw invalid(construct, member, 'a text', value);
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
