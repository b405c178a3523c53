import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readJson } from './json-file';
import type { Environment } from '../environment';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { partitionOf } from '../partition';
import { RehearsalError } from '../rehearsal-error';

/** What the assembly would upload, found by the bucket and key it would get. */
export class AssetStore {
  private readonly paths = new Map<string, string>();
  private readonly buckets = new Set<string>();

  constructor(private readonly environment: Environment) {}

  /** Adds the file assets of an asset manifest (`<Stack>.assets.json`). */
  public addManifest(path: string): void {
    const files = readFiles(path);
    for (const asset of Object.values(files)) {
      if (!isJsonObject(asset) || !isJsonObject(asset.source) || typeof asset.source.path !== 'string') continue;
      const source = resolve(dirname(path), asset.source.path);
      const destinations = isJsonObject(asset.destinations) ? Object.values(asset.destinations) : [];
      destinations.filter(isJsonObject).forEach((destination) => this.addDestination(destination, source));
    }
  }

  /** Adds a file, or a folder that is uploaded as an archive. */
  public addFile(bucket: string, key: string, source: string): void {
    this.buckets.add(bucket);
    this.paths.set(`${bucket}/${key}`, source);
  }

  /** Adds the assets of another store, and forgets none: nobody deletes from an asset bucket. */
  public add(other: AssetStore): void {
    other.paths.forEach((path, location) => this.paths.set(location, path));
    other.buckets.forEach((bucket) => this.buckets.add(bucket));
  }

  /** Says whether the assembly uploads anything to this bucket. */
  public owns(bucket: string): boolean {
    return this.buckets.has(bucket);
  }

  public directory(bucket: string, key: string): string | undefined {
    const path = this.paths.get(`${bucket}/${key}`);
    return path && existsSync(path) && statSync(path).isDirectory() ? path : undefined;
  }

  public file(bucket: string, key: string): string | undefined {
    const path = this.paths.get(`${bucket}/${key}`);
    return path && existsSync(path) && statSync(path).isFile() ? path : undefined;
  }

  /** The keys of the files in a folder of a bucket, in order. */
  public filesBelow(bucket: string, folder: string): string[] {
    const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
    const keys = [...this.paths.keys()]
      .filter((location) => location.startsWith(`${bucket}/${prefix}`))
      .map((location) => location.slice(bucket.length + 1));
    return keys.filter((key) => this.file(bucket, key) !== undefined).sort();
  }

  /** The keys of everything in a bucket whose key begins with a prefix, in order. */
  public keysFrom(bucket: string, prefix: string): string[] {
    const keys = [...this.paths]
      .filter(([location, path]) => location.startsWith(`${bucket}/${prefix}`) && existsSync(path))
      .map(([location]) => location.slice(bucket.length + 1));
    return keys.sort();
  }

  /** The file behind an `https://s3.<region>.amazonaws.com/<bucket>/<key>` or `https://<bucket>.s3…/<key>` URL. */
  public fileAt(url: string): string | undefined {
    if (!URL.canParse(url)) return undefined;
    const { hostname, pathname } = new URL(url);
    const bucket = /^(.+)\.s3[.-]/.exec(hostname)?.[1];
    const [first, ...rest] = pathname.slice(1).split('/');
    return bucket ? this.file(bucket, pathname.slice(1)) : this.file(first, rest.join('/'));
  }

  private addDestination(destination: JsonObject, source: string): void {
    this.addFile(this.resolve(destination.bucketName), this.resolve(destination.objectKey), source);
  }

  private resolve(value: JsonValue | undefined): string {
    const { account, region } = this.environment;
    return String(value)
      .replaceAll('${AWS::AccountId}', account)
      .replaceAll('${AWS::Region}', region)
      .replaceAll('${AWS::Partition}', partitionOf(region));
  }
}

function readFiles(path: string): JsonObject {
  if (!existsSync(path)) throw new RehearsalError(`The asset manifest ${path} is missing from the cloud assembly.`);
  const manifest = readJson(path);
  return isJsonObject(manifest) && isJsonObject(manifest.files) ? manifest.files : {};
}
