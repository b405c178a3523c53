import { readFileSync } from 'node:fs';
import type { AssetStore } from '../cloud-assembly/asset-store';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** Where an input lies. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/** The place that a data source names, if it is one that the assembly uploads to. */
export function ownLocation(source: JsonObject, assets: AssetStore): S3Location | undefined {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(String(source.S3Uri)) ?? [];
  return bucket && assets.owns(bucket) ? { bucket, key } : undefined;
}

/** The keys of the objects that a prefix names, where the assembly uploads them. */
export function ownKeys(source: JsonObject, assets: AssetStore): string[] {
  const location = ownLocation(source, assets);
  return location ? assets.keysFrom(location.bucket, location.key) : [];
}

/** Why the data of one of the assembly's own assets cannot be read; undefined when it can, or when it lies elsewhere. */
export function s3InputProblem(source: JsonObject, assets: AssetStore): string | undefined {
  const location = ownLocation(source, assets);
  if (!location) return undefined;
  const { bucket, key } = location;
  const missing = `NoSuchKey (404): The specified key does not exist. Bucket: ${bucket}, Key: ${key}`;
  if (source.S3DataType === 'S3Prefix') return assets.keysFrom(bucket, key).length > 0 ? undefined : missing;
  const file = assets.file(bucket, key);
  if (!file) return missing;
  const text = readFileSync(file, 'utf8');
  if (source.S3DataType === 'ManifestFile') {
    return isManifest(text) ? undefined : `${key} is not a manifest: a JSON array that begins with a prefix.`;
  }
  const attributes = (Array.isArray(source.AttributeNames) ? source.AttributeNames : []).map(String);
  const line = text.split('\n').findIndex((record) => record.trim() !== '' && !hasAttributes(record, attributes));
  return line < 0
    ? undefined
    : `Line ${line + 1} of ${key} is not a JSON object with the attributes ${attributes.join(', ')}.`;
}

function isManifest(text: string): boolean {
  const manifest = parsed(text);
  return Array.isArray(manifest) && isJsonObject(manifest[0]) && typeof manifest[0].prefix === 'string';
}

function hasAttributes(record: string, attributes: readonly string[]): boolean {
  const value = parsed(record);
  return isJsonObject(value) && attributes.every((name) => name in value);
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
