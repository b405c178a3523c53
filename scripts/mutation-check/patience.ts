import type { Net } from './net';

/** A handler with a defect may take so many times as long as the one without: it may go round in circles. */
const MOST_TIMES = 10;
/** So long a net may take in any case: what is short is soon many times as long. */
const LEAST_SECONDS = 300;

/**
 * How long each net is waited for: it follows from how long it has taken without a defect on this machine, with all that
 * the machine has to do besides. Before that is known, a net takes as long as it takes.
 */
export class Patience {
  private readonly measured = new Map<Net, number>();

  public learn(net: Net, seconds: number): void {
    this.measured.set(net, seconds);
  }

  /** Undefined where there is no limit. */
  public secondsFor(net: Net): number | undefined {
    const seconds = this.measured.get(net);
    return seconds === undefined ? undefined : Math.max(LEAST_SECONDS, seconds * MOST_TIMES);
  }
}
