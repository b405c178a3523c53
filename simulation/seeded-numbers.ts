const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;
/** Numbers that are left out in the beginning: the first ones of neighbouring seeds are neighbours, too. */
const WARM_UP = 5;

/** Numbers from 0 (included) to 1 (excluded) that look random and are the same for the same seed and stream. */
export class SeededNumbers {
  private state: number;

  /** @param stream Tells numbers from others of the same seed. @default 0 */
  constructor(seed: number, stream = 0) {
    this.state = 1 + ((seed * 7919 + stream * 104_729) % (MODULUS - 1));
    for (let drawn = 0; drawn < WARM_UP; drawn++) this.next();
  }

  /** The next number: by Park and Miller, for a storm draws thousands of them. */
  public next(): number {
    this.state = (this.state * MULTIPLIER) % MODULUS;
    return (this.state - 1) / (MODULUS - 1);
  }

  /** A whole number from 0 (included) to a limit (excluded). */
  public below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One of some values. */
  public pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** Whether something happens that has a probability. */
  public chance(probability: number): boolean {
    return this.next() < probability;
  }
}
