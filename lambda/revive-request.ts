import { NormalizedSchema } from '@smithy/core/schema';
import { InvalidRequest } from './invalid-request';
import type { JobRequest } from './job-kind';

/** A schema as the clients of the AWS SDK export it. */
export type RequestSchema = Parameters<typeof NormalizedSchema.of>[0];

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Gives the scalars of a request their types back, which CloudFormation has turned into strings, after the schema that
 * the SDK itself serializes the request with. A member that the schema does not know is an error: the SDK would drop it.
 */
export function reviveRequest(schema: RequestSchema, request: JobRequest): JobRequest {
  return reviveStructure(NormalizedSchema.of(schema), request, 'Request');
}

function revive(schema: NormalizedSchema, value: unknown, path: string): unknown {
  if (schema.isStructSchema()) return reviveStructure(schema, value, path);
  if (schema.isListSchema()) return reviveList(schema, value, path);
  if (schema.isMapSchema()) return reviveMap(schema, value, path);
  if (schema.isNumericSchema() || schema.isBigIntegerSchema() || schema.isBigDecimalSchema()) {
    return reviveNumber(value, path);
  }
  if (schema.isBooleanSchema()) return reviveBoolean(value, path);
  if (schema.isTimestampSchema()) return reviveTimestamp(value, path);
  if (schema.isDocumentSchema()) return value;
  if (schema.isBlobSchema()) return Buffer.from(reviveString(value, path), 'base64');
  return reviveString(value, path);
}

function reviveStructure(schema: NormalizedSchema, value: unknown, path: string): JobRequest {
  const members = new Map(schema.structIterator());
  return Object.fromEntries(
    Object.entries(asRecord(value, path)).map(([name, member]) => {
      const memberSchema = members.get(name);
      if (!memberSchema) {
        throw new InvalidRequest(
          `${path}.${name} is no member of the API request: allowed are ${[...members.keys()].join(', ')}`,
        );
      }
      return [name, revive(memberSchema, member, `${path}.${name}`)];
    }),
  );
}

function reviveList(schema: NormalizedSchema, value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw mismatch(path, 'a list', value);
  return value.map((item, index) => revive(schema.getValueSchema(), item, `${path}[${index}]`));
}

function reviveMap(schema: NormalizedSchema, value: unknown, path: string): JobRequest {
  return Object.fromEntries(
    Object.entries(asRecord(value, path)).map(([key, item]) => [
      key,
      revive(schema.getValueSchema(), item, `${path}.${key}`),
    ]),
  );
}

function reviveNumber(value: unknown, path: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && DECIMAL.test(value)) return Number(value);
  throw mismatch(path, 'a number', value);
}

function reviveBoolean(value: unknown, path: string): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw mismatch(path, "'true' or 'false'", value);
}

function reviveTimestamp(value: unknown, path: string): Date {
  const seconds = typeof value === 'number' || (typeof value === 'string' && DECIMAL.test(value));
  const time = new Date(seconds ? Number(value) * 1000 : String(value));
  if (Number.isNaN(time.getTime())) throw mismatch(path, 'a time (ISO 8601, or seconds since 1970)', value);
  return time;
}

function reviveString(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw mismatch(path, 'a string', value);
}

function asRecord(value: unknown, path: string): JobRequest {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as JobRequest;
  throw mismatch(path, 'an object', value);
}

function mismatch(path: string, wanted: string, value: unknown): InvalidRequest {
  return new InvalidRequest(`${path} must be ${wanted}, got ${JSON.stringify(value)}`);
}
