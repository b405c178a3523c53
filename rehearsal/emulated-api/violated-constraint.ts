import type { Shape } from '../../src/validation/service-model/service-model';
import { isJsonObject, type JsonValue } from '../json-value';

/** The constraint of the service's model that a value of the right type breaks, in the service's words; undefined where it breaks none. */
export function violatedBy(shape: Shape, value: JsonValue): string | undefined {
  if (typeof value === 'number') return violatedByNumber(shape, value);
  const length = lengthOf(value);
  if (length === undefined) return undefined;
  const { min, max, enum: values, pattern } = shape;
  if (max !== undefined && length > max) return `Member must have length less than or equal to ${max}`;
  if (min !== undefined && length < min) return `Member must have length greater than or equal to ${min}`;
  if (typeof value !== 'string') return undefined;
  if (values !== undefined && !values.includes(value)) {
    return `Member must satisfy enum value set: [${values.join(', ')}]`;
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    return `Member must satisfy regular expression pattern: ${pattern}`;
  }
  return undefined;
}

function violatedByNumber({ type, min, max }: Shape, value: number): string | undefined {
  if (type === 'timestamp') return undefined;
  if (type !== 'float' && !Number.isInteger(value)) return 'Member must be an integer';
  if (min !== undefined && value < min) return `Member must have value greater than or equal to ${min}`;
  if (max !== undefined && value > max) return `Member must have value less than or equal to ${max}`;
  return undefined;
}

/** Of a text in characters, of a list in items, of a map in entries. */
function lengthOf(value: JsonValue): number | undefined {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
}
