import { validationErrors } from './validation-errors';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** What a service's model says about a member. */
export interface Constraint {
  readonly values?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

/** By the member's path; `[]` in it stands for every member of a list, `{key}` and `{value}` for those of a map. */
export type Constraints = Readonly<Record<string, Constraint>>;

interface Member {
  readonly path: string;
  readonly value: JsonValue;
}

/** Refuses a request whose members break the constraints of the service's model, in the service's words. */
export function checkConstraints(constraints: Constraints, input: JsonObject): void {
  const violations = Object.entries(constraints).flatMap(([path, constraint]) =>
    membersAt(input, path.split('.')).flatMap(({ path: at, value }) => {
      const violation = violated(constraint, value);
      return violation === undefined ? [] : [{ path: at, value: quoted(value), constraint: violation }];
    }),
  );
  if (violations.length > 0) throw validationErrors(violations);
}

function violated(
  { values, pattern, minLength, maxLength, min, max }: Constraint,
  value: JsonValue,
): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'Member must be an integer';
    if (min !== undefined && value < min) return `Member must have value greater than or equal to ${min}`;
    if (max !== undefined && value > max) return `Member must have value less than or equal to ${max}`;
  }
  const length = lengthOf(value);
  if (length === undefined) return undefined;
  if (maxLength !== undefined && length > maxLength) {
    return `Member must have length less than or equal to ${maxLength}`;
  }
  if (minLength !== undefined && length < minLength) {
    return `Member must have length greater than or equal to ${minLength}`;
  }
  if (typeof value !== 'string') return undefined;
  if (values !== undefined && !values.includes(value)) {
    return `Member must satisfy enum value set: [${values.join(', ')}]`;
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    return `Member must satisfy regular expression pattern: ${pattern}`;
  }
  return undefined;
}

/** Of a text, a list or a map. */
function lengthOf(value: JsonValue): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
}

/** The values at a path; `[]` in it stands for every member of a list, `{key}` and `{value}` for those of a map. */
function membersAt(value: JsonValue | undefined, path: readonly string[], at = ''): Member[] {
  if (value === undefined) return [];
  if (path.length === 0) return [{ path: at, value }];
  const [name, ...rest] = path;
  if (name === '[]') {
    const members = Array.isArray(value) ? value : [];
    return members.flatMap((member, index) => membersAt(member, rest, `${at}.${index + 1}.member`));
  }
  if (name === '{key}' || name === '{value}') {
    const entries = isJsonObject(value) ? Object.entries(value) : [];
    return entries.flatMap(([key, member]) => membersAt(name === '{key}' ? key : member, rest, `${at}.${key}`));
  }
  return membersAt(isJsonObject(value) ? value[name] : undefined, rest, at === '' ? name : `${at}.${name}`);
}

function quoted(value: JsonValue): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
