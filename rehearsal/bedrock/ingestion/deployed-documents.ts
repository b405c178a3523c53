import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DeployedDataSource } from './knowledge-bases';
import type { AssetStore } from '../../cloud-assembly/asset-store';
import { deployedSources } from '../../cloud-assembly/file-deployment';
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

/** The place of a data source in S3: where its documents lie, or what their keys begin with. */
export function placesOf({ bucket, prefixes = [''] }: DeployedDataSource): string[] {
  return bucket === undefined ? [] : prefixes.map((prefix) => `s3://${bucket}/${prefix}`);
}

function filesOf(deployment: JsonObject, assets: AssetStore): [string, string][] {
  const files = deployedSources(deployment, assets).flatMap((source) => source ?? []);
  return files.map(({ key, path }) => [key, createHash('sha256').update(readFileSync(path)).digest('hex')]);
}
