import type { Template } from './template';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** What the functions of a template refer to. */
export interface ResolutionScope {
  readonly template: Template;
  /** The value of `Ref`: a parameter, a pseudo parameter or a resource; undefined when nothing has that name. */
  ref(name: string): JsonValue | undefined;
  getAtt(logicalId: string, attribute: string): JsonValue;
  importValue(name: string): JsonValue;
  /** The value of another stack's output, by what `Fn::GetStackOutput` says of it. */
  stackOutput(argument: JsonObject, where: string): JsonValue;
}

/** Stands for `AWS::NoValue` until the member that holds it is dropped. */
const NO_VALUE = Symbol('AWS::NoValue');
type Resolved = JsonValue | typeof NO_VALUE;

const AVAILABILITY_ZONES = ['a', 'b', 'c'];

type IntrinsicFunction = (functions: IntrinsicFunctions, argument: JsonValue, where: string) => Resolved;

/** Replaces the intrinsic functions in a template's values. */
export class IntrinsicFunctions {
  public static knows(name: string): boolean {
    return IntrinsicFunctions.FUNCTIONS.has(name);
  }

  private static readonly FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
    ['Fn::GetAtt', (functions, argument, where) => functions.getAtt(argument, where)],
    ['Fn::Join', (functions, argument, where) => functions.join(argument, where)],
    ['Fn::Sub', (functions, argument, where) => functions.sub(argument, where)],
    ['Fn::Select', (functions, argument, where) => functions.select(argument, where)],
    ['Fn::Split', (functions, argument, where) => functions.split(argument, where)],
    ['Fn::If', (functions, argument, where) => functions.choose(argument, where)],
    ['Fn::FindInMap', (functions, argument, where) => functions.findInMap(argument, where)],
    ['Fn::ImportValue', (functions, argument, where) => functions.scope.importValue(functions.text(argument, where))],
    ['Fn::GetStackOutput', (functions, argument, where) => functions.stackOutput(argument, where)],
    ['Fn::Base64', (functions, argument, where) => Buffer.from(functions.text(argument, where)).toString('base64')],
    ['Fn::GetAZs', (functions, argument, where) => functions.availabilityZones(argument, where)],
    ['Fn::Cidr', (functions, argument, where) => functions.cidr(argument, where)],
    ['Fn::ToJsonString', (functions, argument, where) => JSON.stringify(functions.resolve(argument, where))],
    ['Fn::Length', (functions, argument, where) => functions.list(argument, where).length],
    ...['Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not'].map((name): [string, IntrinsicFunction] => [
      name,
      (functions, argument, where) => functions.test({ [name]: argument }, where),
    ]),
  ]);

  private readonly conditions = new Map<string, boolean>();

  constructor(private readonly scope: ResolutionScope) {}

  /** Resolves a value; `where` names it in errors. */
  public resolve(value: JsonValue, where: string): JsonValue {
    const resolved = this.value(value, where);
    if (resolved === NO_VALUE) throw new RehearsalError(`${where}: AWS::NoValue is no value here`);
    return resolved;
  }

  /** Resolves the members of an object; those that are `AWS::NoValue` vanish. */
  public resolveObject(value: JsonObject, where: string): JsonObject {
    return this.object(value, where);
  }

  public condition(name: string, where: string): boolean {
    const known = this.conditions.get(name);
    if (known !== undefined) return known;
    const definition = this.scope.template.Conditions?.[name];
    if (definition === undefined) throw new RehearsalError(`${where}: condition ${name} is not defined`);
    const result = this.test(definition, `Conditions.${name}`);
    this.conditions.set(name, result);
    return result;
  }

  private value(value: JsonValue, where: string): Resolved {
    if (Array.isArray(value)) {
      const members = value.map((member, index) => this.value(member, `${where}[${index}]`));
      return members.filter((member): member is JsonValue => member !== NO_VALUE);
    }
    if (!isJsonObject(value)) return value;
    const members = Object.keys(value);
    const name = members[0];
    if (members.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      return this.call(name, value[name], where);
    }
    return this.object(value, where);
  }

  private object(value: JsonObject, where: string): JsonObject {
    const members = Object.entries(value).map(([name, member]) => [name, this.value(member, `${where}.${name}`)]);
    return Object.fromEntries(members.filter(([, member]) => member !== NO_VALUE)) as JsonObject;
  }

  private call(name: string, argument: JsonValue, where: string): Resolved {
    const place = `${where} (${name})`;
    if (name === 'Ref') return this.ref(String(argument), place);
    const resolve = IntrinsicFunctions.FUNCTIONS.get(name);
    if (!resolve) throw unknownFunction(name, where);
    return resolve(this, argument, place);
  }

  private ref(name: string, where: string): Resolved {
    if (name === 'AWS::NoValue') return NO_VALUE;
    const value = this.scope.ref(name);
    if (value === undefined) throw new RehearsalError(`${where}: no parameter or resource is named ${name}`);
    return value;
  }

  private getAtt(argument: JsonValue, where: string): JsonValue {
    const [logicalId, ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
    return this.scope.getAtt(String(logicalId), attribute.map((part) => this.text(part, where)).join('.'));
  }

  private stackOutput(argument: JsonValue, where: string): JsonValue {
    if (!isJsonObject(argument)) {
      throw new RehearsalError(`${where}: expects an object, got ${JSON.stringify(argument)}`);
    }
    return this.scope.stackOutput(this.object(argument, where), where);
  }

  private join(argument: JsonValue, where: string): JsonValue {
    const [delimiter, parts] = this.arguments(argument, 2, where);
    return this.list(parts, where)
      .map((part) => this.text(part, where))
      .join(String(delimiter));
  }

  private sub(argument: JsonValue, where: string): JsonValue {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof text !== 'string') throw new RehearsalError(`${where}: expects a string, got ${JSON.stringify(text)}`);
    const own = isJsonObject(variables) ? variables : {};
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const key = name.trim();
      if (key in own) return this.text(own[key], where);
      const dot = key.indexOf('.');
      if (dot > 0) return this.text(this.getAtt([key.slice(0, dot), key.slice(dot + 1)], where), where);
      return this.text({ Ref: key }, where);
    });
  }

  private select(argument: JsonValue, where: string): JsonValue {
    const [index, values] = this.arguments(argument, 2, where);
    const list = this.list(values, where);
    const selected = list[Number(this.resolve(index, where))];
    if (selected === undefined) {
      throw new RehearsalError(`${where}: index ${JSON.stringify(index)} is not in a list of ${list.length}`);
    }
    return selected;
  }

  private split(argument: JsonValue, where: string): JsonValue {
    const [delimiter, text] = this.arguments(argument, 2, where);
    return this.text(text, where).split(String(delimiter));
  }

  private choose(argument: JsonValue, where: string): Resolved {
    const [name, then, otherwise] = this.arguments(argument, 3, where);
    return this.value(this.condition(String(name), where) ? then : otherwise, where);
  }

  private test(expression: JsonValue, where: string): boolean {
    if (!isJsonObject(expression)) return String(this.resolve(expression, where)) === 'true';
    const [name, argument] = Object.entries(expression)[0] ?? [];
    const parts = Array.isArray(argument) ? argument : [];
    switch (name) {
      case 'Condition':
        return this.condition(String(argument), where);
      case 'Fn::Equals':
        return this.text(parts[0], where) === this.text(parts[1], where);
      case 'Fn::And':
        return parts.every((part) => this.test(part, where));
      case 'Fn::Or':
        return parts.some((part) => this.test(part, where));
      case 'Fn::Not':
        return !this.test(parts[0], where);
      default:
        throw new RehearsalError(`${where}: the rehearsal does not know the condition function ${name}`);
    }
  }

  private findInMap(argument: JsonValue, where: string): JsonValue {
    const parts = Array.isArray(argument) ? argument : [];
    const [map, first, second] = parts.slice(0, 3).map((part) => this.text(part, where));
    const mapping = this.scope.template.Mappings?.[map];
    const row = isJsonObject(mapping) ? mapping[first] : undefined;
    const found = isJsonObject(row) ? row[second] : undefined;
    if (found !== undefined) return found;
    const fallback = parts[3];
    if (isJsonObject(fallback) && fallback.DefaultValue !== undefined) {
      return this.resolve(fallback.DefaultValue, where);
    }
    throw new RehearsalError(`${where}: mapping ${map} has no ${first}.${second}`);
  }

  private availabilityZones(argument: JsonValue, where: string): JsonValue {
    const region = this.text(argument, where) || this.text({ Ref: 'AWS::Region' }, where);
    return AVAILABILITY_ZONES.map((zone) => `${region}${zone}`);
  }

  private cidr(argument: JsonValue, where: string): JsonValue {
    const [block, count, bits] = Array.isArray(argument) ? argument.map((part) => this.resolve(part, where)) : [];
    const [address, prefix] = String(block).split('/');
    const size = 2 ** Number(bits ?? 8);
    const start = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
    if (!Number.isFinite(start) || !prefix) throw new RehearsalError(`${where}: ${String(block)} is no IPv4 block`);
    return Array.from({ length: Number(count) }, (_, index) => {
      const first = start + index * size;
      const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
      return `${bytes.join('.')}/${32 - Number(bits ?? 8)}`;
    });
  }

  private arguments(argument: JsonValue, count: number, where: string): JsonValue[] {
    if (Array.isArray(argument) && argument.length === count) return argument;
    throw new RehearsalError(`${where}: expects ${count} arguments, got ${JSON.stringify(argument)}`);
  }

  private list(value: JsonValue, where: string): JsonValue[] {
    const resolved = this.resolve(value, where);
    // a parameter of a list type arrives as its text
    if (typeof resolved === 'string') return resolved === '' ? [] : resolved.split(',');
    if (Array.isArray(resolved)) return resolved;
    throw new RehearsalError(`${where}: expects a list, got ${JSON.stringify(resolved)}`);
  }

  private text(value: JsonValue, where: string): string {
    const resolved = this.resolve(value, where);
    if (Array.isArray(resolved)) return resolved.join(',');
    if (isJsonObject(resolved)) throw new RehearsalError(`${where}: expects a string, got ${JSON.stringify(resolved)}`);
    return String(resolved);
  }
}

/** Refuses a template that uses a function which nobody here could resolve, before anything is made. */
export function checkFunctions(value: JsonValue, where: string): void {
  if (Array.isArray(value)) value.forEach((member, index) => checkFunctions(member, `${where}[${index}]`));
  if (!isJsonObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name.startsWith('Fn::') && !IntrinsicFunctions.knows(name)) {
      throw unknownFunction(name, where);
    }
    checkFunctions(member, `${where}.${name}`);
  }
}

function unknownFunction(name: string, where: string): RehearsalError {
  return new RehearsalError(`${where}: the rehearsal does not know the intrinsic function ${name}`);
}

/** What a custom resource gets: every number and boolean as a string. */
export function scalarsAsStrings(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(scalarsAsStrings);
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, scalarsAsStrings(member)]));
  }
  return value === null ? '' : String(value);
}
