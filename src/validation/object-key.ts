import type { IConstruct } from 'constructs';
import { mustBe, warning } from './finding';
import { note } from './noted-findings';
import { requireString } from './property-check';
import { shown } from './shown';

/**
 * Checks the key of an object, or what keys begin with. The CDK leaves a leading slash out of S3 URIs: the job would look
 * for another object than the one that it may read.
 *
 * @param what What it is: for the message.
 */
export function requireObjectKey(construct: IConstruct, member: string, key: string, what: string): void {
  requireString(construct, member, key, { required: true });
  if (key.startsWith('/')) note(construct, mustBe(member, `${what} without a leading '/'`, key));
  if (/^(?:s3|https?):\/\//.test(key)) note(construct, mustBe(member, `${what} in the bucket, and no URI`, key));
}

/**
 * What the keys in a folder begin with: empty for a whole bucket, or else ending in a slash. The folder is that which is
 * meant, where its prefix begins with a slash.
 */
export function requireFolder(construct: IConstruct, member: string, prefix: string): string {
  requireString(construct, member, prefix, { required: true });
  const meant = prefix.replace(/^\/+/, '');
  const folder = meant === '' || meant.endsWith('/') ? meant : `${meant}/`;
  if (meant !== prefix) {
    const place = folder === '' ? 'the whole bucket' : `'${folder}'`;
    const text = `begins with '/', as no key has to in S3: the job takes ${place} for it, got ${shown(prefix)}`;
    note(construct, warning('leadingSlash', member, text));
  }
  return folder;
}
