import { NormalizedSchema } from '@smithy/core/schema';
import { jsonBody } from './json-body';
import { ServiceError } from './service-error';
import type { ReadRequest, WireProtocol } from './wire-protocol';
import type { JsonObject, JsonValue } from '../json-value';
import type { LoopbackRequest } from '../loopback-server';

/** The SDK's schema of an operation: its traits are the fourth, its input the fifth part. */
type OperationSchema = readonly [number, string, string, unknown, Parameters<typeof NormalizedSchema.of>[0], unknown];

interface Route {
  readonly operation: string;
  readonly method: string;
  /** The parts of the path; `{member}` stands for the value of one. */
  readonly path: readonly string[];
  /** The members of the input that stand in the query. */
  readonly query: readonly (readonly [member: string, schema: NormalizedSchema])[];
}

const DEFAULT_STATUS_CODE = 400;
const STATUS_CODES: Record<string, number> = {
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  UnknownOperationException: 404,
  ThrottlingException: 429,
  InternalServerException: 500,
  ServiceUnavailableException: 503,
};

/** REST JSON: method and path name the operation; path, query and body hold its input. */
export class RestJsonProtocol implements WireProtocol {
  public readonly contentType = 'application/json';
  public readonly failures = {
    throttle: () => new ServiceError('ThrottlingException', 'Too many requests, please wait before trying again.'),
    'internal-failure': () =>
      new ServiceError('InternalServerException', 'The server encountered an internal error. Please try again later.'),
    'service-unavailable': () =>
      new ServiceError('ServiceUnavailableException', 'The service is unavailable. Please try again later.'),
  };
  private readonly routes: readonly Route[];

  constructor(operations: readonly unknown[]) {
    this.routes = operations.map((operation) => routeOf(operation as OperationSchema));
  }

  public read({ method, path: target, body }: LoopbackRequest): ReadRequest {
    const { pathname, searchParams } = new URL(target, 'http://service');
    const path = pathname.split('/');
    const route = this.routes.find((candidate) => candidate.method === method && leadsTo(candidate, path));
    if (!route) return { operation: `${method} ${pathname}`, input: {} };
    const labels = route.path.flatMap((part, index) =>
      isLabel(part) ? [[part.slice(1, -1), decodeURIComponent(path[index])] as const] : [],
    );
    const query = route.query.flatMap(([member, schema]) => {
      const text = searchParams.get(queryName(schema) ?? '');
      return text === null ? [] : [[member, queryValue(text, schema)] as const];
    });
    return { operation: route.operation, input: { ...jsonBody(body), ...Object.fromEntries([...labels, ...query]) } };
  }

  public error({ code, message, statusCode }: ServiceError): ReturnType<WireProtocol['error']> {
    return {
      statusCode: statusCode ?? STATUS_CODES[code] ?? DEFAULT_STATUS_CODE,
      headers: { 'x-amzn-errortype': code },
      body: { message } satisfies JsonObject,
    };
  }
}

function routeOf([, , operation, traits, input]: OperationSchema): Route {
  const [method, uri] = (traits as { http: [string, string, number] }).http;
  const members = [...NormalizedSchema.of(input).structIterator()];
  const query = members.filter(([, schema]) => queryName(schema) !== undefined);
  return { operation, method, path: uri.split('/'), query };
}

function queryName(schema: NormalizedSchema): string | undefined {
  return schema.getMergedTraits().httpQuery;
}

function leadsTo(route: Route, path: readonly string[]): boolean {
  return (
    route.path.length === path.length &&
    route.path.every((part, index) => (isLabel(part) ? path[index] !== '' : part === path[index]))
  );
}

function isLabel(part: string): boolean {
  return part.startsWith('{');
}

function queryValue(text: string, schema: NormalizedSchema): JsonValue {
  const value = schema.isNumericSchema() ? Number(text) : text;
  // the schema's check says what is wrong with a text
  return Number.isNaN(value) ? text : value;
}
