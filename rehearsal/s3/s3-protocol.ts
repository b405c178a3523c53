import { ServiceError } from '../emulated-api/service-error';
import type { ReadRequest, WireProtocol } from '../emulated-api/wire-protocol';
import type { JsonObject, JsonValue } from '../json-value';
import type { LoopbackRequest } from '../loopback-server';

const STATUS_CODES: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  NoSuchKey: 404,
  SlowDown: 503,
  InternalError: 500,
};

/** S3 as far as the handler calls it: the bucket is the first part of the path, and answers are texts. */
export class S3Protocol implements WireProtocol {
  public readonly contentType = 'application/xml';
  public readonly failures = {
    throttle: () => new ServiceError('SlowDown', 'Please reduce your request rate.'),
    'internal-failure': () => new ServiceError('InternalError', 'We encountered an internal error. Please try again.'),
    'service-unavailable': () => new ServiceError('SlowDown', 'Please reduce your request rate.'),
  };

  public read({ method, path }: LoopbackRequest): ReadRequest {
    const { pathname, searchParams } = new URL(path, 'http://s3');
    const [, bucket = '', ...key] = pathname.split('/').map(decodeURIComponent);
    const isList = key.join('/') === '' && searchParams.get('list-type') === '2';
    if (method !== 'GET' || (key.join('/') === '' && !isList)) return { operation: `${method} ${pathname}`, input: {} };
    const input: JsonObject = isList ? { prefix: searchParams.get('prefix') ?? '' } : { key: key.join('/') };
    return { operation: isList ? 'ListObjectsV2' : 'GetObject', input: { bucket, ...input } };
  }

  public write(output: JsonValue): string {
    return String(output);
  }

  public error({ code, message, statusCode }: ServiceError): ReturnType<WireProtocol['error']> {
    const own = code.replace(/^AccessDeniedException$/, 'AccessDenied');
    const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return {
      statusCode: statusCode ?? STATUS_CODES[own] ?? 400,
      headers: {},
      body: `<Error><Code>${own}</Code><Message>${text}</Message></Error>`,
    };
  }
}
