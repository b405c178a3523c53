import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from './invalid';
import { requireString } from './property-check';

/**
 * Checks the key of an object, or what keys begin with: an S3 URI of it must have no empty part.
 *
 * @param what What it is: for the message.
 */
export function requireObjectKey(construct: IConstruct, member: string, key: string, what: string): void {
  requireString(construct, member, key, { required: true });
  if (Token.isUnresolved(key) || !/^\/|\/\//.test(key)) return;
  throw invalid(construct, member, `${what} without a leading '/' and without '//'`, key);
}

/** What the keys in a folder begin with: empty for a whole bucket, or else ending in a slash. */
export function requireFolder(construct: IConstruct, member: string, prefix: string): string {
  requireObjectKey(construct, member, prefix, 'a prefix');
  return prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
}
