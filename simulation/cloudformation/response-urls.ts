import { SECRET } from './url-secret';
import type { Fault } from '../fault';
import type { Monitor } from '../monitor';
import type { Surroundings } from '../surroundings';

const PUT_SECONDS = 0.05;
const UNAVAILABLE_SECONDS = 60;
const LONG_UNAVAILABLE_SECONDS = 600;

interface ResponseUrl {
  readonly read: (body: string) => void;
  readonly expiresAt: number;
  isExpired: boolean;
}

type World = Surroundings & { readonly monitor: Monitor };

/** The URLs that answers and signals are put to. */
export class ResponseUrls {
  private readonly urls = new Map<string, ResponseUrl>();
  private unavailableUntil = 0;
  /** What they answer with until then. */
  private status = 503;

  constructor(private readonly world: World) {}

  /** A new URL. */
  public presign(name: string, validSeconds: number, read: (body: string) => void): string {
    const signedAt = new Date(this.world.now).toISOString().replace(/[-:]|\.\d+/g, '');
    const url = `https://cloudformation-custom-resource-response.example/${name}?X-Amz-Date=${signedAt}&${SECRET}`;
    this.urls.set(url, { read, expiresAt: this.world.now + validSeconds * 1000, isExpired: false });
    return url;
  }

  /** A PUT ends with an HTTP status, or with an error where the connection breaks. */
  public put(
    who: string,
    requestId: string,
    { url, body }: { readonly url: string; readonly body: string },
    resolve: (status: number) => void,
    reject: (error: Error) => void,
  ): void {
    const { world } = this;
    const target = this.urls.get(url);
    const fault = world.meet('answer', `PUT for ${requestId}`, requestId);
    if (fault) world.trace?.note(who, `** PUT ${world.textOf(fault)}`);
    if (fault === 'answer-unavailable' || fault === 'answer-rejected') this.refuse(fault, UNAVAILABLE_SECONDS);
    if (fault === 'answer-unavailable-long') this.refuse(fault, LONG_UNAVAILABLE_SECONDS);
    if (fault === 'answer-expired' && target) target.isExpired = true;
    world.scheduler.after(PUT_SECONDS, 'a PUT arrives', () => {
      if (fault === 'answer-once') return resolve(503);
      if (world.now < this.unavailableUntil) return resolve(this.status);
      if (!target || target.isExpired || world.now >= target.expiresAt) return resolve(403);
      world.trace?.note(who, `PUT ${body}`);
      world.monitor.seeAnswer(requestId, url, body);
      target.read(body);
      if (fault === 'answer-lost') reject(new TypeError('fetch failed'));
      else resolve(200);
    });
  }

  /** How long they will be out of reach. */
  public get state(): unknown {
    return [Math.max(0, this.unavailableUntil - this.world.now), this.status];
  }

  private refuse(fault: Fault, seconds: number): void {
    this.unavailableUntil = this.world.now + seconds * 1000;
    this.status = fault === 'answer-rejected' ? 400 : 503;
  }
}
