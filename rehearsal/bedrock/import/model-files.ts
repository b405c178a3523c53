import { readFileSync } from 'node:fs';
import type { AssetStore } from '../../cloud-assembly/asset-store';
import { isJsonObject, type JsonValue } from '../../json-value';

/** Looks at the files of a model as the service does, where they are assets of the assembly's own. */
export function modelProblem(uri: string, assets: AssetStore): string | undefined {
  const [, bucket, folder] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(uri) ?? [];
  if (!bucket || !assets.owns(bucket)) return undefined;
  const keys = assets.filesBelow(bucket, folder);
  if (!keys.some((key) => key.endsWith('.safetensors'))) return `There are no safetensors files in ${uri}.`;
  const config = keys.find((key) => key.endsWith('/config.json'));
  if (config === undefined) return `The file config.json is missing in ${uri}.`;
  return configProblem(readFileSync(assets.file(bucket, config)!, 'utf8'));
}

function configProblem(text: string): string | undefined {
  try {
    const config = JSON.parse(text) as JsonValue;
    if (isJsonObject(config) && (config.model_type ?? config.architectures) !== undefined) return undefined;
    return 'The architecture of the model is not supported: config.json names none.';
  } catch {
    return 'The file config.json is not valid JSON.';
  }
}
