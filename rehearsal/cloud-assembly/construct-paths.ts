import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

const LOGICAL_ID = 'aws:cdk:logicalId';

/**
 * The construct paths that a stack's metadata gives to logical ids. A template has them only if it was synthesized by
 * the CDK's command line; the metadata of the assembly has them always.
 */
export function readConstructPaths(metadata: JsonValue | undefined): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [path, entries] of Object.entries(isJsonObject(metadata) ? metadata : {})) {
    for (const entry of Array.isArray(entries) ? entries : []) {
      if (isLogicalId(entry)) paths.set(entry.data, path.replace(/^\//, ''));
    }
  }
  return paths;
}

function isLogicalId(entry: JsonValue): entry is JsonObject & { data: string } {
  return isJsonObject(entry) && entry.type === LOGICAL_ID && typeof entry.data === 'string';
}
