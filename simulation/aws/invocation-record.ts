import type { Host } from './host';
import type { InvocationEnd } from './invocation-end';

/** What the handler has done in an invocation: it does the same again where it is asked, and answered, the same. */
export interface InvocationRecord {
  /** What it has waited for, one after the other. */
  readonly acts: ((host: Host) => Promise<unknown>)[];
  /** How it has come to its end; `undefined` where it has not. */
  end?: InvocationEnd;
  /** How many points there were then. */
  points: number;
}

/** A run that another one begins like. */
export interface Past {
  readonly invocations: readonly InvocationRecord[];
  /** The first point at which something else may happen than in that run. */
  readonly until: number;
}

/** The invocations of a run, in the order in which they have begun. */
export class InvocationRecords {
  public readonly all: InvocationRecord[] = [];
  /** How many of them were those of the other run. */
  public repeated = 0;

  /** @param past A run that this one begins like. @default - none is known */
  constructor(private readonly past?: Past) {}

  /** One more begins: that of the other run, where it was over before anything else may happen. */
  public next(): { readonly record: InvocationRecord; readonly isKnown: boolean } {
    const known = this.past?.invocations[this.all.length];
    const isKnown = known !== undefined && known.points <= this.past!.until;
    const record: InvocationRecord = isKnown ? known : { acts: [], points: Infinity };
    this.all.push(record);
    if (isKnown) this.repeated++;
    return { record, isKnown };
  }
}
