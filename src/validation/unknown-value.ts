import { Token } from 'aws-cdk-lib';
import { hasStandIn } from './stand-in';

/**
 * Whether a value is not known yet, or a part of it is not: it is a token, which the synthesis or the deployment makes
 * something of; or what stands for a value that the CLI has yet to look up, with which the app is synthesized once more.
 * No check may judge it, and each asks here.
 */
export function isUnknown(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === 'string' && hasStandIn(value));
}
