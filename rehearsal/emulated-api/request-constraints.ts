import { validationErrors, type Violation } from './validation-errors';
import type { OperationModel } from '../../src/validation/service-model/operation-model';
import type { Shape } from '../../src/validation/service-model/service-model';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

type Shapes = OperationModel['shapes'];

const NUMBERS = ['integer', 'long', 'float'];

/** Refuses a request whose members break the constraints of the service's model, in the service's words. */
export function checkConstraints({ request, shapes }: OperationModel, input: JsonObject): void {
  const violations = violationsIn(shapes, request, input, '');
  if (violations.length > 0) throw validationErrors(violations);
}

function violationsIn(shapes: Shapes, shape: Shape, value: JsonValue | undefined, path: string): Violation[] {
  if (value === undefined || value === null) return [];
  const constraint = violated(shape, value);
  const own = constraint === undefined ? [] : [{ path, value: quoted(value), constraint }];
  return [...own, ...violationsBelow(shapes, shape, value, path)];
}

function violationsBelow(shapes: Shapes, shape: Shape, value: JsonValue, path: string): Violation[] {
  const { members, item, key: keys, value: values } = shape;
  if (members && isJsonObject(value)) {
    return Object.entries(members).flatMap(([name, member]) =>
      violationsIn(shapes, shapes[member], value[name], path === '' ? name : `${path}.${name}`),
    );
  }
  if (item !== undefined && Array.isArray(value)) {
    return value.flatMap((each, index) => violationsIn(shapes, shapes[item], each, `${path}.${index + 1}.member`));
  }
  if (keys === undefined || values === undefined || !isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...violationsIn(shapes, shapes[keys], key, `${path}.${key}`),
    ...violationsIn(shapes, shapes[values], each, `${path}.${key}`),
  ]);
}

function violated(shape: Shape, value: JsonValue): string | undefined {
  if (NUMBERS.includes(shape.type)) return violatedByNumber(shape, value);
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

function violatedByNumber({ type, min, max }: Shape, value: JsonValue): string | undefined {
  if (typeof value !== 'number') return undefined;
  if (type !== 'float' && !Number.isInteger(value)) return 'Member must be an integer';
  if (min !== undefined && value < min) return `Member must have value greater than or equal to ${min}`;
  if (max !== undefined && value > max) return `Member must have value less than or equal to ${max}`;
  return undefined;
}

/** Of a text in characters, of a list in items, of a map in entries. A structure has none. */
function lengthOf(value: JsonValue): number | undefined {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
}

function quoted(value: JsonValue): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
