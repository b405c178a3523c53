import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { inKeyOrder } from '../../key-order';
import { onceKnown } from '../../once-known';
import { invalid } from '../../validation/invalid';
import { isOpen } from '../../validation/open-value';
import { isPlainObject } from '../../validation/plain-object';

/**
 * A value as the JSON that the API takes. The text is known at once where nothing in the value is a token; where something
 * is, the synthesis or the deployment makes it.
 *
 * @param order How maps are ordered: by their keys, unless the service reads something into their order.
 */
export function jsonText(
  scope: IConstruct,
  member: string,
  value: unknown,
  order: (value: unknown) => unknown = inKeyOrder,
): string {
  if (!hasJson(value)) throw invalid(scope, member, 'an object or a list that JSON has a form for', value);
  const ordered = order(value);
  return hasToken(ordered) ? Stack.of(scope).toJsonString(orderedInTokens(ordered, order)) : JSON.stringify(ordered);
}

/** Whether a value has a form in JSON: `JSON.stringify` throws for circular references and for BigInts. */
function hasJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** A value in which what tokens come to is ordered, too: maps within it by their keys. */
function orderedInTokens(value: unknown, order: (value: unknown) => unknown = inKeyOrder): unknown {
  if (isOpen(value)) return onceKnown(value, (known) => orderedInTokens(order(known), order));
  if (Array.isArray(value)) return value.map((each) => orderedInTokens(each));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, orderedInTokens(each)]));
}

function hasToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, each]) => Token.isUnresolved(name) || hasToken(each));
}
