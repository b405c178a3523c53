import type { PlannedFault } from './fault-plan';

/** Faults that are still to be tried, in the order of their points. */
export class UntriedFaults {
  private readonly left: PlannedFault[];

  constructor(faults: readonly PlannedFault[]) {
    this.left = [...faults].sort((a, b) => a.point - b.point);
  }

  /** The next fault at a point or after it, which is tried then. */
  public take(point: number): PlannedFault | undefined {
    const index = this.left.findIndex((fault) => fault.point >= point);
    return index < 0 ? undefined : this.left.splice(index, 1)[0];
  }
}
