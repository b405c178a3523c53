import { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from './service-error';
import { validationErrors } from './validation-errors';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

export type Schema = Parameters<typeof NormalizedSchema.of>[0];

/** How the SDK writes the schema of a time that is a text (RFC 3339); other times are seconds. */
const DATE_TIME = 5;

/** What is found in a request beside what is refused at once: paths of members. */
interface Found {
  readonly missing: string[];
  readonly unknown: string[];
}

/**
 * Checks a request against the SDK's own schema of it: wrong JSON types are refused, as are members that are required and
 * missing. A member that the schema does not have may be newer than it.
 *
 * @returns The paths of such members.
 */
export function checkRequest(schema: Schema, input: JsonObject): string[] {
  const found: Found = { missing: [], unknown: [] };
  check(NormalizedSchema.of(schema), input, '', found);
  if (found.missing.length > 0) throw missingMembers(found.missing);
  return found.unknown;
}

function check(schema: NormalizedSchema, value: JsonValue, path: string, found: Found): void {
  if (value === null) return;
  if (schema.isStructSchema()) checkStruct(schema, value, path, found);
  else if (schema.isListSchema()) checkList(schema, value, path, found);
  else if (schema.isMapSchema()) checkMap(schema, value, path, found);
  else checkScalar(schema, value, path);
}

function checkStruct(schema: NormalizedSchema, value: JsonValue, path: string, found: Found): void {
  if (!isJsonObject(value)) throw wrongType(value, 'a structure', path);
  const members = new Map(schema.structIterator());
  for (const [name, member] of Object.entries(value)) {
    const memberSchema = members.get(name);
    if (memberSchema) check(memberSchema, member, `${path}${name}.`, found);
    else found.unknown.push(`${path}${name}`);
  }
  if (schema.isUnionSchema() && Object.keys(value).length !== 1) {
    throw ServiceError.serialization(`Exactly one member of ${schema.getName()} must be set (${path.slice(0, -1)})`);
  }
  for (const name of requiredMembers(schema)) {
    if (value[name] === undefined || value[name] === null) found.missing.push(`${path}${name}`);
  }
}

function checkList(schema: NormalizedSchema, value: JsonValue, path: string, found: Found): void {
  if (!Array.isArray(value)) throw wrongType(value, 'a list', path);
  value.forEach((member, index) => check(schema.getValueSchema(), member, `${path}${index + 1}.`, found));
}

function checkMap(schema: NormalizedSchema, value: JsonValue, path: string, found: Found): void {
  if (!isJsonObject(value)) throw wrongType(value, 'a map', path);
  Object.entries(value).forEach(([key, member]) => check(schema.getValueSchema(), member, `${path}${key}.`, found));
}

function checkScalar(schema: NormalizedSchema, value: JsonValue, path: string): void {
  if (schema.getSchema() === DATE_TIME) {
    if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw wrongType(value, 'a Timestamp', path);
  } else if (schema.isNumericSchema() || schema.isTimestampSchema()) {
    if (typeof value !== 'number') throw wrongType(value, 'an Integer', path);
  } else if (schema.isBooleanSchema()) {
    if (typeof value !== 'boolean') throw wrongType(value, 'a Boolean', path);
  } else if (schema.isStringSchema()) {
    if (typeof value !== 'string') throw wrongType(value, 'a String', path);
  }
}

/** A structure's schema lists its required members first, and says how many they are. */
function requiredMembers(schema: NormalizedSchema): string[] {
  const source: unknown = schema.getSchema();
  if (!Array.isArray(source) || !Array.isArray(source[4])) return [];
  return (source[4] as string[]).slice(0, typeof source[6] === 'number' ? source[6] : 0);
}

function wrongType(value: JsonValue, expected: string, path: string): ServiceError {
  const names: Record<string, string> = { string: 'STRING_VALUE', number: 'NUMBER_VALUE', boolean: 'TRUE_VALUE' };
  const got = Array.isArray(value) ? 'START_ARRAY' : (names[typeof value] ?? 'START_OBJECT');
  return ServiceError.serialization(`${got} can not be converted to ${expected} (${path.slice(0, -1)})`);
}

function missingMembers(paths: string[]): ServiceError {
  return validationErrors(paths.map((path) => ({ path, value: 'null', constraint: 'Member must not be null' })));
}
