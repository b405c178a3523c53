import type { ServiceError } from './service-error';
import type { JsonObject, JsonValue } from '../json-value';
import type { LoopbackRequest, LoopbackResponse } from '../loopback-server';

/** Which operation a request asks for, and with what. */
export interface ReadRequest {
  readonly operation: string;
  readonly input: JsonObject;
}

/** How a service's calls look on the wire. */
export interface WireProtocol {
  readonly contentType: string;
  /** The error that stands for a failure of the service itself. */
  readonly failures: Record<ServiceFailure, () => ServiceError>;
  /** Reads a request; one that nobody understands has an operation that no service knows. */
  read(request: LoopbackRequest): ReadRequest;
  /** Writes the body of an answer. @default - it is JSON */
  write?(body: JsonValue): string;
  /** An error's status code, body and what its headers say besides. */
  error(error: ServiceError): Required<Omit<LoopbackResponse, 'body'>> & { readonly body: JsonValue };
}

/** What any call may meet, whatever it asks for. */
export type ServiceFailure = 'throttle' | 'internal-failure' | 'service-unavailable';
