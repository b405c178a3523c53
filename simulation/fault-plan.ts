import { type Fault, factsOf, faultsAt, type Place } from './fault';
import type { SeededNumbers } from './seeded-numbers';

/** A moment at which something could have gone wrong. */
export interface Point {
  /** Points are counted from 0. */
  readonly index: number;
  readonly place: Place;
  /** What was going on. */
  readonly label: string;
}

/** Which fault meets which point. */
export interface PlannedFault {
  readonly point: number;
  readonly fault: Fault;
}

/** Says what goes wrong, point by point. */
export interface FaultPlan {
  /** The faults that have met a point. */
  readonly met: readonly PlannedFault[];
  /** Learns of the next point, and returns the fault that meets it. */
  meet(place: Place, label: string): Fault | undefined;
}

/** Faults at points that are known beforehand. */
export class FixedFaults implements FaultPlan {
  public readonly points: Point[] = [];
  public readonly met: PlannedFault[] = [];

  private readonly faults: PlannedFault[];

  /** @param onInterrupt What an interruption does. */
  constructor(
    faults: readonly PlannedFault[] = [],
    private readonly onInterrupt: () => void = () => undefined,
  ) {
    this.faults = [...faults];
  }

  /** Adds a fault at a point that is still to come. */
  public add(fault: PlannedFault): void {
    this.faults.push(fault);
  }

  public meet(place: Place, label: string): Fault | undefined {
    const index = this.points.length;
    this.points.push({ index, place, label });
    let found: Fault | undefined;
    for (const planned of this.faults) {
      if (planned.point !== index) continue;
      if (planned.fault === 'interrupt') {
        this.met.push(planned);
        this.onInterrupt();
      } else if (factsOf(planned.fault).places.includes(place)) {
        this.met.push(planned);
        found = planned.fault;
      }
    }
    return found;
  }
}

/** Faults as chance has them. */
export class RandomFaults implements FaultPlan {
  public readonly met: PlannedFault[] = [];
  private points = 0;
  private silencingLeft: number;

  /** @param mostSilencing How many faults may take CloudFormation's answer away. */
  constructor(
    private readonly numbers: SeededNumbers,
    private readonly probability: number,
    mostSilencing: number,
  ) {
    this.silencingLeft = mostSilencing;
  }

  public meet(place: Place): Fault | undefined {
    const point = this.points++;
    if (!this.numbers.chance(this.probability)) return undefined;
    const fault = this.numbers.pick(faultsAt(place));
    if (factsOf(fault).silencing && this.silencingLeft-- <= 0) return undefined;
    this.met.push({ point, fault });
    return fault;
  }
}
