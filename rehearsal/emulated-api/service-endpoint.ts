import { randomUUID } from 'node:crypto';
import type { ApiCall, Authorize, Caller, RecordedCall } from './api-call';
import type { EmulatedService } from './emulated-service';
import type { CallFaultEffect, FaultPlan } from './fault';
import { ServiceError } from './service-error';
import type { WireProtocol } from './wire-protocol';
import type { VirtualClock } from '../clock';
import type { JsonValue } from '../json-value';
import { LoopbackServer, type LoopbackRequest, type LoopbackResponse } from '../loopback-server';

export interface EndpointContext {
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly authorize: Authorize;
  /** Says which invocation uses these temporary credentials. */
  readonly callerOf: (sessionToken: string | undefined) => Caller;
  /** Ends the process that uses these temporary credentials. */
  readonly crash: (sessionToken: string | undefined) => void;
}

/** A service's address on loopback: reads requests, injects faults, records every call. */
export class ServiceEndpoint {
  public readonly calls: RecordedCall[] = [];
  private server?: LoopbackServer;

  constructor(
    private readonly service: EmulatedService,
    private readonly protocol: WireProtocol,
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
      if (fault) this.throwFault(fault, call);
      this.context.authorize(call);
      const output = this.service.handle(call);
      record({ output });
      if (fault === 'crash-after') this.context.crash(sessionToken);
      if (fault === 'crash-after' || fault === 'lost-response') return undefined;
      return this.response(200, requestId, output);
    } catch (thrown) {
      const error = asServiceError(thrown);
      record({ error: { code: error.code, message: error.message } });
      const { statusCode, headers, body } = this.protocol.error(error);
      return this.response(statusCode, requestId, body, headers);
    }
  }

  private read(request: LoopbackRequest, sessionToken: string | undefined): ApiCall {
    const caller = this.context.callerOf(sessionToken);
    return {
      service: this.service.name,
      ...this.protocol.read(request),
      at: this.context.clock.now(),
      caller,
      roleArn: caller?.roleArn ?? '',
      assumptions: [],
    };
  }

  private throwFault(fault: CallFaultEffect, call: ApiCall): void {
    if (typeof fault === 'object') throw new ServiceError(fault.error, fault.message);
    if (fault === 'throttle' || fault === 'internal-failure' || fault === 'service-unavailable') {
      throw this.protocol.failures[fault]();
    }
    if (fault === 'access-denied') {
      const message = `User: ${call.caller?.functionArn} is not authorized to perform: ${call.service}:${call.operation}`;
      throw new ServiceError('AccessDeniedException', message);
    }
  }

  private response(
    statusCode: number,
    requestId: string,
    body: JsonValue,
    headers: LoopbackResponse['headers'] = {},
  ): LoopbackResponse {
    return {
      statusCode,
      headers: {
        ...headers,
        'content-type': this.protocol.contentType,
        'x-amzn-requestid': requestId,
        // the SDK compares it with its own clock
        date: new Date(this.context.clock.now()).toUTCString(),
      },
      body: this.protocol.write?.(body) ?? JSON.stringify(body),
    };
  }
}

function faultName(fault: CallFaultEffect): string {
  return typeof fault === 'string' ? fault : fault.error;
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return new ServiceError('InternalFailure', `the emulation failed: ${String(error)}`, 500);
}
