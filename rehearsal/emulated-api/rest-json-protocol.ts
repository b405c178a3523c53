import { jsonBody } from './json-body';
import { ServiceError } from './service-error';
import type { ReadRequest, WireProtocol } from './wire-protocol';
import { operationModel, serviceModels } from '../../src/validation/service-model/operation-model';
import type { JsonObject, JsonValue } from '../json-value';
import type { LoopbackRequest } from '../loopback-server';

/** Where the service takes the calls of an operation. */
interface OperationRoute {
  readonly operation: string;
  readonly method: string;
  /** The parts of the path; `{member}` stands for the value of one. */
  readonly path: readonly string[];
  /** The members of the input that stand in the query, with their names there. */
  readonly query: readonly (readonly [member: string, name: string])[];
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
  private readonly routes: readonly OperationRoute[];

  /**
   * @param service As it is called in ARNs.
   */
  constructor(private readonly service: string) {
    const routes = serviceModels(service).flatMap((model) => Object.entries(model.routes ?? {}));
    this.routes = routes.map(([operation, { method, path, query = {} }]) => ({
      operation,
      method,
      path: path.split('/'),
      query: Object.entries(query),
    }));
  }

  public read({ method, path: target, body }: LoopbackRequest): ReadRequest {
    const { pathname, searchParams } = new URL(target, 'http://service');
    const path = pathname.split('/');
    const route = this.routes.find((candidate) => candidate.method === method && leadsTo(candidate, path));
    if (!route) return { operation: `${method} ${pathname}`, input: {} };
    const labels = route.path.flatMap((part, index) =>
      isLabel(part) ? [[part.slice(1, -1), decodeURIComponent(path[index])] as const] : [],
    );
    const query = route.query.flatMap(([member, name]) => {
      const text = searchParams.get(name);
      return text === null ? [] : [[member, this.queryValue(route.operation, member, text)] as const];
    });
    return { operation: route.operation, input: { ...jsonBody(body), ...Object.fromEntries([...labels, ...query]) } };
  }

  private queryValue(operation: string, member: string, text: string): JsonValue {
    const { request, shapes } = operationModel(this.service, operation)!;
    const isNumber = shapes[request.members![member]].type === 'integer';
    // the check of the request says what is wrong with a text that is no number
    return isNumber && !Number.isNaN(Number(text)) ? Number(text) : text;
  }

  public error({ code, message, statusCode }: ServiceError): ReturnType<WireProtocol['error']> {
    return {
      statusCode: statusCode ?? STATUS_CODES[code] ?? DEFAULT_STATUS_CODE,
      headers: { 'x-amzn-errortype': code },
      body: { message } satisfies JsonObject,
    };
  }
}

function leadsTo(route: OperationRoute, path: readonly string[]): boolean {
  return (
    route.path.length === path.length &&
    route.path.every((part, index) => (isLabel(part) ? path[index] !== '' : part === path[index]))
  );
}

function isLabel(part: string): boolean {
  return part.startsWith('{');
}
