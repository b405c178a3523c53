import { isJsonObject, type JsonObject } from '../json-value';

/** A line of a batch job's input. */
export interface BatchRecord {
  readonly recordId?: string;
  readonly modelInput: JsonObject;
}

/** Reads a line of input; a text says why it is no record. */
export function readRecord(text: string): BatchRecord | string {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return 'is not valid JSON';
  }
  if (!isJsonObject(record)) return 'is not a JSON object';
  const { recordId, modelInput } = record;
  if (!isJsonObject(modelInput)) return 'has no JSON object modelInput';
  return { ...(typeof recordId === 'string' && { recordId }), modelInput };
}
