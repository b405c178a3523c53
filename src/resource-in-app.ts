import { type CfnResource, Reference, Tokenization } from 'aws-cdk-lib';

/** The resource of the app that a whole value refers to, where it is of a type: by which attribute, it does not say. */
export function resourceInApp<T extends CfnResource>(
  value: unknown,
  type: abstract new (...parameters: never[]) => T,
): T | undefined {
  const target = referenceIn(value)?.target;
  return target instanceof type ? target : undefined;
}

/** What a whole value refers to in the app, and by which attribute (`displayName`). */
export function referenceIn(value: unknown): Reference | undefined {
  if (typeof value !== 'string') return undefined;
  const { tokens, length } = Tokenization.reverseString(value);
  const [token] = tokens;
  const isWhole = tokens.length === 1 && length === 1;
  return isWhole && Reference.isReference(token) ? token : undefined;
}
