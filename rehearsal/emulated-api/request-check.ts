import { ServiceError } from './service-error';
import { validationErrors, type Violation } from './validation-errors';
import { violatedBy } from './violated-constraint';
import type { OperationModel } from '../../src/validation/service-model/operation-model';
import type { Shape } from '../../src/validation/service-model/service-model';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** What JSON has for a type of the model, in the words of the service. */
const JSON_TYPES: { readonly [type: string]: { readonly json: string; readonly words: string } | undefined } = {
  string: { json: 'string', words: 'a String' },
  integer: { json: 'number', words: 'an Integer' },
  long: { json: 'number', words: 'an Integer' },
  float: { json: 'number', words: 'a Float' },
  timestamp: { json: 'number', words: 'an Integer' },
  boolean: { json: 'boolean', words: 'a Boolean' },
};

/**
 * Checks a request against the service's model, in the service's words: wrong JSON types are refused first, then members
 * that are required and missing, then values that break a constraint. A member that the model does not have may be newer.
 *
 * @returns The paths of such members.
 */
export function checkRequest({ request, shapes }: OperationModel, input: JsonObject): string[] {
  const check = new RequestCheck(shapes);
  check.see(request, '', input, { types: [], constraints: [] });
  if (check.missing.length > 0) throw validationErrors(check.missing);
  if (check.violations.length > 0) throw validationErrors(check.violations);
  return check.unknown;
}

/** A path as errors about types have it, and as those about constraints have it: only there, an item is a `member`. */
interface Path {
  readonly types: readonly string[];
  readonly constraints: readonly string[];
}

class RequestCheck {
  public readonly missing: Violation[] = [];
  public readonly violations: Violation[] = [];
  public readonly unknown: string[] = [];

  constructor(private readonly shapes: OperationModel['shapes']) {}

  public see(shape: Shape, name: string, value: JsonValue, path: Path): void {
    if (value === null) return;
    const { type } = shape;
    if (type === 'structure' || type === 'union') this.seeStructure(shape, name, value, path);
    else if (type === 'list') this.seeList(shape, value, path);
    else if (type === 'map') this.seeMap(shape, value, path);
    else if (type !== 'document') this.seeScalar(shape, value, path);
  }

  private seeStructure({ type, members = {}, required = [] }: Shape, name: string, value: JsonValue, path: Path): void {
    if (!isJsonObject(value)) throw wrongType(value, 'a structure', path);
    for (const [member, each] of Object.entries(value)) {
      if (member in members) this.seeBelow(members[member], each, below(path, member));
      else this.unknown.push(below(path, member).types.join('.'));
    }
    if (type === 'union' && Object.keys(value).length !== 1) {
      throw ServiceError.serialization(`Exactly one member of ${name} must be set (${path.types.join('.')})`);
    }
    for (const member of required.filter((each) => value[each] === undefined || value[each] === null)) {
      const constraint = 'Member must not be null';
      this.missing.push({ path: below(path, member).types.join('.'), value: 'null', constraint });
    }
  }

  private seeList(shape: Shape, value: JsonValue, path: Path): void {
    if (!Array.isArray(value)) throw wrongType(value, 'a list', path);
    this.judge(shape, value, path);
    value.forEach((item, index) => {
      const types = [...path.types, String(index + 1)];
      this.seeBelow(shape.item!, item, { types, constraints: [...path.constraints, String(index + 1), 'member'] });
    });
  }

  private seeMap(shape: Shape, value: JsonValue, path: Path): void {
    if (!isJsonObject(value)) throw wrongType(value, 'a map', path);
    this.judge(shape, value, path);
    for (const [key, each] of Object.entries(value)) {
      this.seeBelow(shape.key!, key, below(path, key));
      this.seeBelow(shape.value!, each, below(path, key));
    }
  }

  private seeScalar(shape: Shape, value: JsonValue, path: Path): void {
    if (shape.format === 'iso8601') {
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw wrongType(value, 'a Timestamp', path);
      return;
    }
    const expected = JSON_TYPES[shape.type];
    if (!expected) throw new Error(`The rehearsal knows no '${shape.type}', which ${path.types.join('.')} is`);
    if (typeof value !== expected.json) throw wrongType(value, expected.words, path);
    this.judge(shape, value, path);
  }

  private seeBelow(name: string, value: JsonValue, path: Path): void {
    this.see(this.shapes[name], name, value, path);
  }

  private judge(shape: Shape, value: JsonValue, path: Path): void {
    const constraint = violatedBy(shape, value);
    if (constraint !== undefined) {
      this.violations.push({ path: path.constraints.join('.'), value: quoted(value), constraint });
    }
  }
}

function below({ types, constraints }: Path, member: string): Path {
  return { types: [...types, member], constraints: [...constraints, member] };
}

function quoted(value: JsonValue): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

function wrongType(value: JsonValue, expected: string, path: Path): ServiceError {
  const names: Record<string, string> = { string: 'STRING_VALUE', number: 'NUMBER_VALUE', boolean: 'TRUE_VALUE' };
  const got = Array.isArray(value) ? 'START_ARRAY' : (names[typeof value] ?? 'START_OBJECT');
  return ServiceError.serialization(`${got} can not be converted to ${expected} (${path.types.join('.')})`);
}
