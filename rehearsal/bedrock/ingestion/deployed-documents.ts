import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DeployedDataSource } from './knowledge-bases';
import type { AssetStore } from '../../cloud-assembly/asset-store';
import type { JsonObject } from '../../json-value';

/** What is in a bucket, as far as the rehearsal knows: a hash of the content of each object, by its key. */
export type Documents = ReadonlyMap<string, string>;

/** What the name of a file ends in that says something of the document beside it. */
const METADATA = '.metadata.json';

/** Whether an object is no document, but says something of one. */
export function isMetadata(key: string): boolean {
  return key.endsWith(METADATA);
}

/**
 * The documents of a data source that deployments of files have put into its bucket; undefined where nothing is known of them.
 *
 * @param deployments The properties of the custom resources that deploy files to buckets.
 */
export function documentsOf(
  { bucket, prefixes = [''] }: DeployedDataSource,
  deployments: readonly JsonObject[],
  assets: AssetStore,
): Documents | undefined {
  const own = deployments.filter(({ DestinationBucketName: name }) => bucket !== undefined && name === bucket);
  if (own.length === 0) return undefined;
  const all = own.flatMap((deployment) => filesOf(deployment, assets));
  return new Map(all.filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))));
}

function filesOf(deployment: JsonObject, assets: AssetStore): [string, string][] {
  const { SourceBucketNames: buckets, SourceObjectKeys: keys, DestinationBucketKeyPrefix: prefix } = deployment;
  if (!Array.isArray(buckets) || !Array.isArray(keys)) return [];
  const below = typeof prefix === 'string' && prefix !== '' ? `${prefix.replace(/\/$/, '')}/` : '';
  return buckets.flatMap((bucket, index) => {
    const folder = assets.directory(String(bucket), String(keys[index]));
    return folder === undefined ? [] : filesIn(folder).map(([name, hash]): [string, string] => [below + name, hash]);
  });
}

function filesIn(folder: string): [string, string][] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.map((entry): [string, string] => {
    const file = join(entry.parentPath, entry.name);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    return [relative(folder, file).split(sep).join('/'), hash];
  });
}
