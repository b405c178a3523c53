import { readFileSync } from 'node:fs';
import type { JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** Reads a file of a cloud assembly. */
export function readJson(path: string): JsonValue {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch (error) {
    throw new RehearsalError(`${path} is not JSON: ${(error as Error).message}`);
  }
}
