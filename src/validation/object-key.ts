import type { IConstruct } from 'constructs';
import { mustBe, warning } from './finding';
import { note } from './noted-findings';
import { requireString } from './property-check';
import { shown } from './shown';

/**
 * The key of an object, or what keys begin with: that which is meant, where it begins with a slash. The CDK leaves one out of S3
 * URIs, and none out of what a role may read.
 *
 * @param what What it is: for the message.
 */
export function requireObjectKey(construct: IConstruct, member: string, key: string, what: string): string {
  requireString(construct, member, key, { required: true });
  if (/^(?:s3|https?):\/\//.test(key)) note(construct, mustBe(member, `${what} in the bucket, and no URI`, key));
  const meant = withoutSlashes(key);
  noteSlashes(construct, member, key, meant);
  return meant;
}

/**
 * What the keys in a folder begin with: empty for a whole bucket, or else ending in a slash. The folder is that which is
 * meant, where its prefix begins with a slash.
 */
export function requireFolder(construct: IConstruct, member: string, prefix: string): string {
  requireString(construct, member, prefix, { required: true });
  const meant = withoutSlashes(prefix);
  const folder = meant === '' || meant.endsWith('/') ? meant : `${meant}/`;
  noteSlashes(construct, member, prefix, folder);
  return folder;
}

function withoutSlashes(key: string): string {
  return key.replace(/^\/+/, '');
}

/** Warns of slashes that a key or a prefix begins with: it may have them in S3, and hardly ever has. */
function noteSlashes(construct: IConstruct, member: string, given: string, taken: string): void {
  if (!given.startsWith('/')) return;
  const place = taken === '' ? 'the whole bucket' : `'${taken}'`;
  const text = `begins with '/', as no key has to in S3: the job takes ${place} for it, got ${shown(given)}`;
  note(construct, warning('leadingSlash', member, text));
}
