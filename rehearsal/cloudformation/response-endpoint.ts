import { randomUUID } from 'node:crypto';
import type { VirtualClock } from '../clock';
import type { FaultPlan } from '../emulated-api/fault';
import { LoopbackServer, type LoopbackRequest, type LoopbackResponse } from '../loopback-server';

/** A PUT to a pre-signed URL, and whether anybody read it. */
export interface RecordedAnswer {
  readonly at: number;
  readonly body: string;
  /** Why nobody reads it; undefined when CloudFormation took it. */
  readonly ignored?: string;
}

/** Takes an answer; says why it ignores it, if it does. */
export type AnswerReader = (body: string) => string | undefined;

/** Stands for the S3 bucket that pre-signed response URLs point to. */
export class ResponseEndpoint {
  public readonly answers: RecordedAnswer[] = [];
  private readonly readers = new Map<string, AnswerReader>();
  private server?: LoopbackServer;

  constructor(
    private readonly clock: VirtualClock,
    private readonly faults: FaultPlan,
  ) {}

  public async start(): Promise<void> {
    this.server = await LoopbackServer.start((request) => this.answer(request));
  }

  public async close(): Promise<void> {
    await this.server?.close();
  }

  /** A new URL that nobody can guess. */
  public presign(reader: AnswerReader): string {
    const path = `/${randomUUID()}`;
    this.readers.set(path, reader);
    return `${this.server?.url}${path}`;
  }

  private answer(request: LoopbackRequest): LoopbackResponse {
    const reader = this.readers.get(request.path);
    if (!reader) return { statusCode: 403, body: 'SignatureDoesNotMatch' };
    if (request.method !== 'PUT') return { statusCode: 405, body: 'MethodNotAllowed' };
    // the URL is signed for a request without a content type
    if (request.headers['content-type']) return { statusCode: 403, body: 'SignatureDoesNotMatch' };
    if (request.headers['content-length'] === undefined) return { statusCode: 411, body: 'MissingContentLength' };
    const fault = this.faults.forAnswer();
    const ignored = fault ? 'the URL answered 503' : reader(request.body);
    this.answers.push({ at: this.clock.now(), body: request.body, ...(ignored !== undefined && { ignored }) });
    return { statusCode: fault ? 503 : 200 };
  }
}
