import { jsonBody } from './json-body';
import { ServiceError } from './service-error';
import type { ReadRequest, WireProtocol } from './wire-protocol';
import type { LoopbackRequest } from '../loopback-server';

/** AWS JSON: every call is a POST to `/`, and a header names the operation. */
export class AwsJsonProtocol implements WireProtocol {
  public readonly contentType: string;
  public readonly failures = {
    throttle: () => new ServiceError('ThrottlingException', 'Rate exceeded'),
    'internal-failure': () =>
      new ServiceError('InternalFailure', 'The request processing has failed because of an unknown error.', 500),
    'service-unavailable': () =>
      new ServiceError('ServiceUnavailable', 'The request has failed due to a temporary failure of the server.', 503),
  };

  constructor(version: '1.0' | '1.1') {
    this.contentType = `application/x-amz-json-${version}`;
  }

  public read(request: LoopbackRequest): ReadRequest {
    const target = String(request.headers['x-amz-target'] ?? '');
    return { operation: target.slice(target.lastIndexOf('.') + 1), input: jsonBody(request.body) };
  }

  public error({ code, message, statusCode = 400 }: ServiceError): ReturnType<WireProtocol['error']> {
    return { statusCode, headers: {}, body: { __type: code, message } };
  }
}
