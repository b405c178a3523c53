import { type CfnResource, Reference, Tokenization } from 'aws-cdk-lib';

/** The resource of the app that a whole value refers to, where it is of a type: by which attribute, it does not say. */
export function resourceInApp<T extends CfnResource>(
  value: unknown,
  type: abstract new (...parameters: never[]) => T,
): T | undefined {
  if (typeof value !== 'string') return undefined;
  const { tokens, length } = Tokenization.reverseString(value);
  const [token] = tokens;
  const isWhole = tokens.length === 1 && length === 1;
  return isWhole && Reference.isReference(token) && token.target instanceof type ? token.target : undefined;
}
