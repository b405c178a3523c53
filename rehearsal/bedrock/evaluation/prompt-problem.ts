import { datasetsIn } from './evaluation-request';
import type { AssetStore } from '../../cloud-assembly/asset-store';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { lines } from '../json-lines';

const MOST_PROMPTS = 1000;

/** Looks at the prompts as the service does, where they are assets of the assembly's own. */
export function promptProblem(request: JsonObject, assets: AssetStore): string | undefined {
  const member = request.applicationType === 'RagEvaluation' ? 'conversationTurns' : 'prompt';
  for (const { uri } of datasetsIn(request)) {
    const problem = uri === undefined ? undefined : fileProblem(uri, member, assets);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function fileProblem(uri: string, member: string, assets: AssetStore): string | undefined {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(uri) ?? [];
  if (!bucket || !assets.owns(bucket)) return undefined;
  const path = assets.file(bucket, key);
  if (path === undefined) return `The dataset ${uri} does not exist.`;
  let count = 0;
  for (const { number, text } of lines(path)) {
    if (++count > MOST_PROMPTS) return `The dataset ${uri} has more than ${MOST_PROMPTS} prompts.`;
    if (!hasMember(text, member)) return `Line ${number} of the dataset ${uri} is invalid: it has no ${member}.`;
  }
  return undefined;
}

function hasMember(text: string, member: string): boolean {
  try {
    const record = JSON.parse(text) as JsonValue;
    return isJsonObject(record) && member in record;
  } catch {
    return false;
  }
}
