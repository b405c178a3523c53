import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from '../../validation/invalid';

/**
 * A value as the JSON that the API takes. The text is known at once where nothing in the value is a token; where something
 * is, the synthesis or the deployment makes it.
 */
export function jsonText(scope: IConstruct, member: string, value: unknown): string {
  if (!hasJson(value)) throw invalid(scope, member, 'an object or a list that JSON has a form for', value);
  return hasToken(value) ? Stack.of(scope).toJsonString(value) : JSON.stringify(value);
}

/** Whether a value has a form in JSON: `JSON.stringify` throws for circular references and for BigInts. */
function hasJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

function hasToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, each]) => Token.isUnresolved(name) || hasToken(each));
}
