import { type Fault, factsOf } from './fault';
import type { FaultPlan } from './fault-plan';

/** A request as far as it decides what excuses it. */
interface Excusable {
  readonly id: string;
  readonly sentAt: number;
  readonly timeoutSeconds: number;
  readonly outcome?: unknown;
}

/** What was met by a fault that does harm: one request, or all that are under way before a moment. */
interface Hit {
  readonly fault: Fault;
  readonly requestId?: string;
  readonly from: number;
  readonly until: number;
}

/** A request that has more time left than that when a fault is over must be answered. */
const RECOVERY_SECONDS = 150;

/** Faults of which it is asked later whether there were any, whatever they have met. */
export const REMEMBERED = [
  'asked-again',
  'denied-long',
  'hidden',
  'stale',
  'vanished',
] as const satisfies readonly Fault[];
export type RememberedFault = (typeof REMEMBERED)[number];

/** Whether there was one of these faults; of a tick that has run twice only while both are at work. */
export function hasMet(
  { met }: Pick<FaultPlan, 'met'>,
  ...faults: readonly (RememberedFault | 'tick-twice')[]
): boolean {
  return met.some(({ fault }) => (faults as readonly Fault[]).includes(fault));
}

/** Lambda runs the function three times at most for a request. */
const MOST_RUNS = 3;

/** Which requests may end otherwise than they should, or go without an answer, for a fault has met them. */
export class Excuses {
  private readonly hits: Hit[] = [];
  /** Requests for which something went on for longer than the handler bears it. */
  private readonly overtaxed = new Set<string>();
  /** How often the function has crashed for a request. */
  private readonly crashes = new Map<string, number>();

  constructor(private readonly clock: { readonly now: number }) {}

  /** A fault has met something that is done for a request. */
  public add(fault: Fault, requestId: string): void {
    const { harmless, goesOnFor } = factsOf(fault);
    if (fault.startsWith('crash')) this.crashes.set(requestId, this.crashesOf(requestId) + 1);
    if (harmless || fault === 'interrupt') return;
    const { now } = this.clock;
    if (goesOnFor === undefined) this.hits.push({ fault, requestId, from: now, until: now });
    else this.hits.push({ fault, from: now, until: now + goesOnFor * 1000 });
  }

  /** Something goes on for a request for longer than the handler bears it. */
  public overtax(requestId: string): void {
    this.overtaxed.add(requestId);
  }

  /** Whether something has gone on for a request for longer than the handler bears it. */
  public isOvertaxed(requestId: string): boolean {
    return this.overtaxed.has(requestId);
  }

  /** Whether the stack may end otherwise than it should. */
  public get isAnyOvertaxed(): boolean {
    return this.overtaxed.size > 0;
  }

  /** Whether a request may fail that should not. */
  public isHarmed(request: Excusable): boolean {
    return this.overtaxed.has(request.id) || this.hits.some((hit) => this.hasMet(hit, request));
  }

  /** Whether a request may go without an answer. */
  public isSilenced(request: Excusable): boolean {
    const lastMoment = request.sentAt + request.timeoutSeconds * 1000;
    return this.hits.some(
      (hit) =>
        factsOf(hit.fault).silencing === true &&
        this.hasMet(hit, request) &&
        (hit.requestId !== undefined || lastMoment < hit.until + RECOVERY_SECONDS * 1000),
    );
  }

  /** Whether a request whose execution never began may go without an answer: all runs of the function were in vain. */
  public isWornOut(request: Excusable): boolean {
    const denials = this.denials.filter((hit) => this.hasMet(hit, request)).length;
    return denials > 0 && denials + this.crashesOf(request.id) >= MOST_RUNS;
  }

  /** What later judgments may be milder for, as seen from now, each a text: where there is more of it, no judgment is harder. */
  public leftFor(requests: readonly Excusable[]): readonly string[] {
    const { now } = this.clock;
    const open = requests.filter(({ outcome }) => outcome === undefined);
    const isNearlyWornOut = ({ id }: Excusable) => this.crashesOf(id) + Math.max(1, this.denials.length) >= MOST_RUNS;
    return [
      ...requests.filter((request) => this.isHarmed(request)).map(({ id }) => `${id} is harmed`),
      ...[...this.overtaxed].map((id) => `${id} is overtaxed`),
      ...open.filter((request) => this.isSilenced(request)).map(({ id }) => `${id} is silenced`),
      ...open.filter(isNearlyWornOut).map(({ id }) => `${id} has crashed ${this.crashesOf(id)} times`),
      // requests that are still to be made, and denials that are counted
      ...this.hits
        .filter(({ until }) => until > now)
        .map(({ fault, until }) => `${fault} goes on for ${until - now} ms`),
    ];
  }

  /** What denies for longer than one run of the function bears. */
  private get denials(): readonly Hit[] {
    return this.hits.filter(({ fault }) => fault === 'denied-long');
  }

  private crashesOf(requestId: string): number {
    return this.crashes.get(requestId) ?? 0;
  }

  private hasMet({ requestId, from, until }: Hit, { id, sentAt }: Excusable): boolean {
    return requestId === undefined ? sentAt < until && this.clock.now >= from : requestId === id;
  }
}
