import { isJsonObject, type JsonObject } from '../json-value';

/** The JSON object that a request's body is; an empty one where it is none. */
export function jsonBody(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body || '{}');
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
