import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AssetStore } from './asset-store';
import type { JsonObject } from '../json-value';

/** With what the CDK deploys files to a bucket: they stay in it unless the deployment says otherwise. */
export const FILE_DEPLOYMENT = 'Custom::CDKBucketDeployment';

/** A file that a deployment puts into a bucket, and where it is on this machine. */
export interface DeployedFile {
  readonly key: string;
  readonly path: string;
}

/** What a source puts into the bucket: undefined where nobody here knows its files, such as those of an archive. */
export type DeployedSource = readonly DeployedFile[] | undefined;

/** The folder of the bucket that a deployment writes to: empty, or with a slash at its end. */
export function folderOf({ DestinationBucketKeyPrefix: prefix }: JsonObject): string {
  return typeof prefix === 'string' && prefix !== '' ? `${prefix.replace(/\/$/, '')}/` : '';
}

/** The files of each source of a deployment, by the properties of its custom resource. */
export function deployedSources(deployment: JsonObject, assets: AssetStore): DeployedSource[] {
  const { SourceBucketNames: buckets, SourceObjectKeys: keys, Extract: isExtracted } = deployment;
  if (!Array.isArray(buckets) || !Array.isArray(keys)) return [undefined];
  const below = folderOf(deployment);
  return buckets.map((bucket, index) => {
    const folder = assets.directory(String(bucket), String(keys[index]));
    if (folder === undefined || String(isExtracted) === 'false') return undefined;
    return filesIn(folder).map(({ key, path }) => ({ key: below + key, path }));
  });
}

function filesIn(folder: string): DeployedFile[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { key: relative(folder, path).split(sep).join('/'), path };
  });
}
