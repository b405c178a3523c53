import { statSync } from 'node:fs';
import type { AssetStore } from '../../cloud-assembly/asset-store';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { lines } from '../json-lines';

const MAX_FILE_BYTES = 10 * 1024 ** 3;

/** The places of the data that a job reads from files. */
export function dataUris({ trainingDataConfig, validationDataConfig }: JsonObject): string[] {
  const { validators } = asJsonObject(validationDataConfig);
  const places: JsonValue[] = [asJsonObject(trainingDataConfig), ...(Array.isArray(validators) ? validators : [])];
  return places.flatMap((place) => (isJsonObject(place) && typeof place.s3Uri === 'string' ? [place.s3Uri] : []));
}

/** Looks at the data as the service does at the beginning of a job, where it is one of the assembly's own assets. */
export function dataProblem(request: JsonObject, assets: AssetStore): string | undefined {
  for (const uri of dataUris(request)) {
    const problem = fileProblem(uri, String(request.customizationType ?? 'FINE_TUNING'), assets);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function fileProblem(uri: string, type: string, assets: AssetStore): string | undefined {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(uri) ?? [];
  if (!bucket || !assets.owns(bucket)) return undefined;
  const path = assets.file(bucket, key);
  if (path === undefined) return `The data ${uri} does not exist.`;
  if (statSync(path).size > MAX_FILE_BYTES) return `The data ${uri} exceeds the maximum size.`;
  let count = 0;
  for (const { number, text } of lines(path)) {
    count++;
    const problem = recordProblem(text, type);
    if (problem !== undefined) return `Line ${number} of ${uri} ${problem}.`;
  }
  return count === 0 ? `The data ${uri} has no records.` : undefined;
}

/** The members of which a record must have one, by the customization. */
const MEMBERS: { readonly [type: string]: readonly string[] } = {
  FINE_TUNING: ['prompt', 'messages', 'image-ref'],
  CONTINUED_PRE_TRAINING: ['input'],
  DISTILLATION: ['messages'],
  REINFORCEMENT_FINE_TUNING: ['messages'],
};

function recordProblem(text: string, type: string): string | undefined {
  try {
    const record = JSON.parse(text) as JsonValue;
    const members = MEMBERS[type] ?? [];
    if (!isJsonObject(record)) return 'is not a valid record: it is no object';
    if (members.length === 0 || members.some((member) => member in record)) return undefined;
    return `does not match the schema: it has none of ${members.join(', ')}`;
  } catch {
    return 'is not valid JSON';
  }
}
