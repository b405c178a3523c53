import { inKeyOrder } from './key-order';

/**
 * The text of a resolved value, for hashes. It says what CloudFormation makes of the value: neither the order of keys
 * changes it, nor whether a number or a boolean is written as a text.
 */
export function canonicalText(value: unknown): string {
  return JSON.stringify(inKeyOrder(value), (_, each: unknown) =>
    typeof each === 'number' || typeof each === 'boolean' ? String(each) : each,
  );
}
