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

interface SignedUrl {
  readonly reader: AnswerReader;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Stands for the S3 bucket that pre-signed response URLs point to. */
export class ResponseEndpoint {
  public readonly answers: RecordedAnswer[] = [];
  private readonly urls = new Map<string, SignedUrl>();
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
  public presign(validSeconds: number, reader: AnswerReader): string {
    const path = `/${randomUUID()}`;
    this.urls.set(path, { reader, expiresAt: this.clock.now() + validSeconds * 1000 });
    return `${this.server?.url}${path}`;
  }

  private answer(request: LoopbackRequest): LoopbackResponse {
    const url = this.urls.get(request.path);
    if (!url) return { statusCode: 403, body: 'SignatureDoesNotMatch' };
    if (request.method !== 'PUT') return { statusCode: 405, body: 'MethodNotAllowed' };
    // the URL is signed for a request without a content type
    if (request.headers['content-type']) return { statusCode: 403, body: 'SignatureDoesNotMatch' };
    if (request.headers['content-length'] === undefined) return { statusCode: 411, body: 'MissingContentLength' };
    const fault = this.faults.forAnswer();
    if (fault) return this.refuse(request, { statusCode: 503 }, 'the URL answered 503');
    if (this.clock.now() > url.expiresAt) {
      return this.refuse(
        request,
        { statusCode: 403, body: 'AccessDenied: Request has expired' },
        'the URL has expired',
      );
    }
    const ignored = url.reader(request.body);
    this.record(request, ignored);
    return { statusCode: 200 };
  }

  private refuse(request: LoopbackRequest, response: LoopbackResponse, why: string): LoopbackResponse {
    this.record(request, why);
    return response;
  }

  private record({ body }: LoopbackRequest, ignored: string | undefined): void {
    this.answers.push({ at: this.clock.now(), body, ...(ignored !== undefined && { ignored }) });
  }
}
