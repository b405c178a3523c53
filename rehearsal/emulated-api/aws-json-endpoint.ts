import { randomUUID } from 'node:crypto';
import type { ApiCall, Authorize, Caller, RecordedCall } from './api-call';
import type { CallFaultEffect, FaultPlan } from './fault';
import { ServiceError } from './service-error';
import type { VirtualClock } from '../clock';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { LoopbackServer, type LoopbackRequest, type LoopbackResponse } from '../loopback-server';

/** A service that speaks AWS JSON: one method an operation. */
export interface EmulatedService {
  /** The IAM prefix of its actions. */
  readonly name: string;
  /** `1.0` or `1.1`. */
  readonly protocolVersion: string;
  /** Has the operation's effect and returns its output; throws a `ServiceError`. */
  handle(call: ApiCall): JsonValue;
}

export interface EndpointContext {
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly authorize: Authorize;
  /** Says which invocation uses these temporary credentials. */
  readonly callerOf: (sessionToken: string | undefined) => Caller;
  /** Ends the process that uses these temporary credentials. */
  readonly crash: (sessionToken: string | undefined) => void;
}

/** A service's address on loopback: reads AWS JSON requests, injects faults, records every call. */
export class AwsJsonEndpoint {
  public readonly calls: RecordedCall[] = [];
  private server?: LoopbackServer;

  constructor(
    private readonly service: EmulatedService,
    private readonly context: EndpointContext,
  ) {}

  public get url(): string {
    if (!this.server) throw new Error(`the endpoint of ${this.service.name} has not been started`);
    return this.server.url;
  }

  public async start(): Promise<void> {
    this.server = await LoopbackServer.start((request) => this.answer(request));
  }

  public async close(): Promise<void> {
    await this.server?.close();
  }

  private answer(request: LoopbackRequest): LoopbackResponse | undefined {
    const token = request.headers['x-amz-security-token'];
    const sessionToken = Array.isArray(token) ? token[0] : token;
    const call = this.read(request, sessionToken);
    const fault = this.context.faults.forCall(call.operation);
    const requestId = randomUUID();
    const record = (outcome: Pick<RecordedCall, 'output' | 'error'>): void => {
      this.calls.push({ ...call, requestId, ...outcome, ...(fault && { fault: faultName(fault) }) });
    };
    if (fault === 'crash-before') {
      record({});
      this.context.crash(sessionToken);
      return undefined;
    }
    try {
      if (fault) throwFault(fault, call);
      this.context.authorize(call);
      const output = this.service.handle(call);
      record({ output });
      if (fault === 'crash-after') this.context.crash(sessionToken);
      if (fault === 'crash-after' || fault === 'lost-response') return undefined;
      return this.response(200, requestId, output);
    } catch (error) {
      const { code, message, statusCode } = asServiceError(error);
      record({ error: { code, message } });
      return this.response(statusCode, requestId, { __type: code, message });
    }
  }

  private read(request: LoopbackRequest, sessionToken: string | undefined): ApiCall {
    const target = String(request.headers['x-amz-target'] ?? '');
    const input = parse(request.body);
    const caller = this.context.callerOf(sessionToken);
    return {
      service: this.service.name,
      operation: target.slice(target.lastIndexOf('.') + 1),
      input,
      at: this.context.clock.now(),
      caller,
      roleArn: caller?.roleArn ?? '',
    };
  }

  private response(statusCode: number, requestId: string, body: JsonValue): LoopbackResponse {
    return {
      statusCode,
      headers: {
        'content-type': `application/x-amz-json-${this.service.protocolVersion}`,
        'x-amzn-requestid': requestId,
        // the SDK compares it with its own clock
        date: new Date(this.context.clock.now()).toUTCString(),
      },
      body: JSON.stringify(body),
    };
  }
}

function parse(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body || '{}');
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function throwFault(fault: CallFaultEffect, call: ApiCall): void {
  if (typeof fault === 'object') throw new ServiceError(fault.error, fault.message);
  if (fault === 'throttle') throw ServiceError.throttling();
  if (fault === 'internal-failure') throw ServiceError.internalFailure();
  if (fault === 'service-unavailable') throw ServiceError.serviceUnavailable();
  if (fault === 'access-denied') {
    const message = `User: ${call.caller?.functionArn} is not authorized to perform: ${call.service}:${call.operation}`;
    throw new ServiceError('AccessDeniedException', message);
  }
}

function faultName(fault: CallFaultEffect): string {
  return typeof fault === 'string' ? fault : fault.error;
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return new ServiceError('InternalFailure', `the emulation failed: ${String(error)}`, 500);
}
