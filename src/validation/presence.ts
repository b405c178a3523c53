import { Reference, Token, Tokenization } from 'aws-cdk-lib';
import { isOpen } from './open-value';
import { isPlainObject } from './plain-object';
import { partsOf } from './text-parts';

/** The parameter that stands for nothing. */
const NO_VALUE = 'AWS::NoValue';

/**
 * Whether a member will certainly be there when the deployment has come to it, whatever its value is then. Of tokens that
 * only the synthesis knows, it is certain when they have come true.
 */
export function isThere(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return isTextThere(value);
  if (!isOpen(value)) return true;
  return isPlainObject(value) ? isIntrinsicThere(value) : isReference(value);
}

/** A text of several parts is one whatever becomes of them; one that is a token alone is what the token comes to. */
function isTextThere(text: string): boolean {
  if (!Token.isUnresolved(text) || partsOf(text).length > 1) return true;
  const { firstToken } = Tokenization.reverseString(text);
  return firstToken !== undefined && isReference(firstToken);
}

function isIntrinsicThere(intrinsic: { readonly [name: string]: unknown }): boolean {
  const [[name, value]] = Object.entries(intrinsic);
  if (name === 'Ref') return value !== NO_VALUE;
  if (name === 'Fn::If') return Array.isArray(value) && value.slice(1).every(isThere);
  // what a macro makes is its own affair
  return name !== 'Fn::Transform';
}

function isReference(value: unknown): boolean {
  const token: unknown = typeof value === 'number' || Array.isArray(value) ? Tokenization.reverse(value) : value;
  return Reference.isReference(token);
}
