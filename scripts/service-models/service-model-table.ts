import { DOCUMENTED_VALUES } from './documented-values';
import { factsOf } from './pattern';
import type { PublishedModel, PublishedShape } from './published-model';
import type { Route, ServiceModel, Shape } from '../../src/validation/service-model/service-model';

/** A service, and those of its operations that are called. */
export interface CalledOperations {
  readonly service: string;
  readonly endpoint?: string;
  readonly apiVersion: string;
  readonly operations: readonly string[];
}

/** The table of a service: the requests of the operations that are called, and every shape in them. */
export function tableOf(
  { service, endpoint, apiVersion, operations }: CalledOperations,
  published: PublishedModel,
  source: string,
): ServiceModel {
  const shapes: { [name: string]: Shape } = {};
  const add = (name: string): void => {
    if (name in shapes) return;
    const shape = published.shapes[name];
    if (!TYPES.includes(shape.type)) throw new Error(`${source}: the check knows no '${shape.type}', which ${name} is`);
    const values = shape.enum && [...new Set([...shape.enum, ...(DOCUMENTED_VALUES[name] ?? [])])];
    shapes[name] = shapeOf({ ...shape, ...(values && { enum: values }) });
    const members = Object.values(shape.members ?? {});
    [...members, shape.member, shape.key, shape.value].forEach((reference) => reference && add(reference.shape));
  };
  const inputs = operations.map((operation) => {
    const input = published.operations[operation]?.input;
    if (!input) throw new Error(`${source} has no request of ${service}:${operation}: it is too old`);
    return [operation, input.shape] as const;
  });
  inputs.forEach(([, input]) => add(input));
  const sorted = Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
  const isRest = published.metadata.protocol === 'rest-json';
  const routes =
    isRest && Object.fromEntries(operations.map((operation) => [operation, routeOf(operation, published)]));
  return {
    service,
    ...(endpoint !== undefined && { endpoint }),
    apiVersion,
    source,
    operations: Object.fromEntries(inputs),
    ...(routes && { routes }),
    shapes: sorted,
  };
}

/** Where a service whose protocol is REST takes the calls of an operation. */
function routeOf(operation: string, { operations, shapes }: PublishedModel): Route {
  const { http, input } = operations[operation]!;
  const members = Object.entries(shapes[input!.shape].members ?? {});
  const query = members.flatMap(([member, { location, locationName = member }]) =>
    location === 'querystring' ? [[member, locationName] as const] : [],
  );
  return {
    method: http.method,
    path: http.requestUri,
    ...(query.length > 0 && { query: Object.fromEntries(query) }),
  };
}

/** One line a shape: what has changed is easy to see. */
export function tableText({ shapes, ...head }: ServiceModel): string {
  const lines = Object.entries(shapes).map(([name, shape]) => `    ${JSON.stringify(name)}: ${JSON.stringify(shape)}`);
  const start = JSON.stringify(head, undefined, 2).replace(/\n}$/, '');
  return `${start},\n  "shapes": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** The types that the check knows. */
const TYPES = ['structure', 'list', 'map', 'string', 'integer', 'long', 'float', 'boolean', 'timestamp', 'blob'];

/** Bytes are a text in a request: how many they may be at most, no request has room for. */
const BASE64: Shape = { type: 'string', ...factsOf('[A-Za-z0-9+/]+={0,2}') };

function shapeOf(published: PublishedShape): Shape {
  if (published.document) return { type: 'document' };
  if (published.type === 'blob') return BASE64;
  const { type, members, required, member, key, value, union, timestampFormat: format, ...shape } = published;
  // a list of values says more than lengths and patterns
  const { min, max, pattern } = shape.enum ? {} : shape;
  return {
    type: union ? 'union' : type,
    ...(members && { members: Object.fromEntries(Object.entries(members).map(([name, to]) => [name, to.shape])) }),
    ...(required && required.length > 0 && { required }),
    ...(member && { item: member.shape }),
    ...(key && { key: key.shape }),
    ...(value && { value: value.shape }),
    ...(shape.enum && { enum: shape.enum }),
    ...(pattern !== undefined && factsOf(pattern)),
    // no text, list or map is shorter than nothing
    ...(min !== undefined && (min > 0 || isNumber(type)) && { min }),
    ...(max !== undefined && { max }),
    ...(format !== undefined && { format }),
  };
}

function isNumber(type: string): boolean {
  return ['integer', 'long', 'float'].includes(type);
}
